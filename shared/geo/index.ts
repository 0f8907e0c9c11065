export * from './address'
export * from './operation'
export * from './place'
