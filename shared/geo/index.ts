export * from './operation'
export * from './address'
export * from './place'
