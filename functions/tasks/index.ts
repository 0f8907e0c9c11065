/** What other slices may read of open work. */
export { readWork } from './work.store'
