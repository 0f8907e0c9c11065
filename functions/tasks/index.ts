/** What other slices may read of open work, and what they may have done: people somebody is to go and see. */

export { type Errand, type ErrandHeard, titleOfErrand } from './domain/errand'
export { whereToGo } from './errand'
export type { ErrandStand } from './errand.store'
export { readStand } from './errand.store'
export { errandFile, errandNow } from './errand-outcome'
export { errandTakers, errandTo } from './errand-takers'
export { tasksSeenBy } from './find'
export { itemIdOf } from './item.store'
export { relocateWork } from './relocate'
export { giveVisits } from './visits'
export { readWork } from './work.store'
