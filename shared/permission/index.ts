export * from './actions'
export * from './decision'
export * from './roles'
