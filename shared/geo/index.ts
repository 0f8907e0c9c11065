export * from './operation'
export * from './place'
