/** What other slices may read of services and requests. */

export { ownServices, requestSeenBy, requestsOfPerson } from './find'
