export * from './channel'
export * from './privacy'
export * from './request'
export * from './working-time'
