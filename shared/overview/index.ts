/** What a leader sees of places: which numbers, what they come to, how places compare, how it was on earlier days. Pure. */
export { medianOf, type Standing, standingNames, standingsOf, worstFirst } from './compare'
export { type Asking, type Duplicate, duplicatesOf } from './duplicates'
export { courseOf, daysUpTo, type KeptDay } from './line'
export {
  type BoardMeasure,
  type BoardUnit,
  boardMeasures,
  durations,
  ledgerMeasures,
  ledgerOf,
  measureValue,
  mostColumns,
  noNumbers,
  type PlaceNumbers,
  usualMeasures,
} from './measures'
export { beyond, monthMeasure, openMeasures, stagesMeasure, stepOf, steps, withinOf } from './names'
export { figureOf, sayWithin } from './say'
export { type Stall, stagesOf, stallOf } from './stages'
