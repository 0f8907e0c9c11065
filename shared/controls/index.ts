export { type ApplyFor, applyFacts, applyPatch, applyRelation, type Link } from './apply'
export { checkForm, type FormProblem } from './check-form'
export { type CollectFor, collect, submissionRef } from './collect'
export { controlDefaults, controlFor, fits } from './control-for'
export * from './form'
export { answersFrom, confirmedAt, emptyAnswers, isStale, type PrefillFor, prefill, type Sight } from './prefill'
export {
  type AttributeControl,
  answeredUnder,
  type FormShape,
  instancesOf,
  isAttributeControl,
  isRelationControl,
  placeControlOf,
  type RelationControl,
  shapeOf,
} from './shape'
export { strangersIn } from './strangers'
export { type ValidateGiven, validateAnswers } from './validate'
export { isReached, isShown, type ShownControl, shownControls } from './visibility'
