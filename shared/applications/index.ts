export * from './check'
export * from './fills'
export * from './wire-words'
