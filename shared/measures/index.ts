/** Measures 指标 as data: what a row adds to a number, and what the numbers say. Pure; adding up and taking away again is the counter's. */
export { checkMeasure, type MeasureProblem } from './check'
export { bandOf, type Counted, type Shares, sharesOf, sharesTurnOn } from './count'
export {
  type ByColumns,
  type Fold,
  type Grouping,
  type Measure,
  type MeasureSource,
  mostGroups,
  mostMeasures,
  type OwnMeasure,
  unknownGroup,
} from './measure'
export { type Bucket, bucketOf, percentileOf } from './sketch'
export { ageBands, columnsMeasure, measuresOf, standardMeasures } from './standard'
export { attributeOf, optionsOf, tallyOf, taskMeasureProblems, unitOf, waysToCount, waysToCountValues } from './tally'
export {
  idOfTaskMeasure,
  type Measured,
  measuredIn,
  mostTaskMeasures,
  type Tally,
  type TaskMeasure,
  type TaskMeasureBy,
  taskMeasureByNames,
  taskMeasureBys,
} from './task-measure'
export { type Reading, tell, tellWhole } from './tell'
export { fewest, withheld } from './withhold'
