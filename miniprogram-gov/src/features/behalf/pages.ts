export const behalfPage = 'channels/behalf/index'
export const servicesForPage = 'channels/behalf-services/index'
