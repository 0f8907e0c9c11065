export * from './channel'
export * from './request'
export * from './privacy'
export * from './working-time'
