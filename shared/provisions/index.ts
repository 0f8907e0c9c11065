export * from './check'
export * from './provision'
export * from './sight'
export * from './step'
