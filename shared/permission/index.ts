export * from './actions'
export * from './decision'
export * from './duty'
export * from './roles'
