export {
  type ApplyFor,
  applyFacts,
  applyPatch,
  applyRelation,
  type Link,
  type SaidFacts,
  type SaidRelation,
  speaksFor,
} from './apply'
export { type Audience, type AudienceRule, type Meant, meantBy, sayAudience } from './audience'
export { checkForm, type FormAbout, type FormProblem } from './check-form'
export { type CollectFor, collect, submissionRef } from './collect'
export { controlDefaults, controlFor, fits } from './control-for'
export { controlsIn, type Expression, evaluate, expressionProblem, operationName, stepOf } from './expression'
export { fileIds, filesNamed, filesPrefilled, type NamedFile, sensitivityOfAnswer, usedOnce } from './files'
export * from './form'
export {
  type AnswerConflict,
  type MergedAnswers,
  mergeAnswers,
  type Side,
  settleAnswers,
} from './merge'
export { answersFrom, confirmedAt, emptyAnswers, type PrefillFor, prefill, type Sight } from './prefill'
export {
  type Answering,
  type AttributeControl,
  answeredUnder,
  answeringOf,
  answersOf,
  choosingControlOf,
  type FormShape,
  instancesOf,
  isAnswered,
  isAttributeControl,
  isGiven,
  isOwnControl,
  isRelationControl,
  itemsOf,
  type OwnControl,
  placeControlOf,
  type RelationControl,
  shapeOf,
} from './shape'
export { strangersIn } from './strangers'
export { type ValidateGiven, validateAnswers } from './validate'
export { type FormState, type ShownControl, shownControls, stateOf } from './visibility'
