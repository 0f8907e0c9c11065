/** What other slices may read of services and requests. */

export { listDesk } from './desk-list'
export { ownServices, requestSeenBy, requestsOfPerson } from './find'
export { noticesToApprove } from './notices/to-approve'
