export const visitsPage = 'channels/visits/index'
