export { baseKnowledge, entityId } from './base'
export {
  believe,
  believedFacts,
  claimsOf,
  isSaidBy,
  isStale,
  ownClaim,
  rankOf,
  sayFacts,
  standing,
  undecided,
} from './claims'
export { computedFact, factsFollowing, isComputed } from './derive'
export { maskValue, nameFromEnd, nameOfCode, showDate, showValue } from './display'
export {
  ageAt,
  dayInChina,
  factsFromIdNumber,
  type IdentifierReading,
  isRealDate,
  readIdNumber,
  readMobile,
  readPhone,
  readPlate,
  readUscc,
} from './identifiers'
export {
  type Change,
  type ChangeProblem,
  changeProblems,
  type ProposedAttribute,
  type ProposedProse,
  type Release,
  versionAfter,
  type Weight,
  weightOf,
  withRelease,
  withReleases,
} from './release'
export { higher, type Known, sensitivityOf } from './sensitivity'
export { valueShownAs } from './shown'
export { bearerName, type Knowledge, type KnowledgeTables, knowledgeOf } from './system'
export * from './types'
export { compareVersions, upgradeClaims, upgradeFact } from './upgrade'
export { readValueType, writeValueType } from './value-type'
export { isBlank, readValue, sameValue, type ValueReading } from './values'
export { baseVersion } from './version'
