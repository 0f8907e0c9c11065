/** What other slices may read of open work. */
export { relocateWork } from './relocate'
export { readWork } from './work.store'
