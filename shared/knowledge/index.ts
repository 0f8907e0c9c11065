export {
  attribute,
  attributes,
  attributesOf,
  codeList,
  derivedFrom,
  entityId,
  knowledgeVersion,
  nameOfCode,
  relationType,
} from './catalogue'
export { codeLists } from './code-lists'
export { maskValue, showDate, showValue } from './display'
export {
  ageAt,
  dayInChina,
  factsFromIdNumber,
  type IdentifierReading,
  isRealDate,
  readIdNumber,
  readMobile,
  readPlate,
  readUscc,
} from './identifiers'
export { relationTypes } from './relations'
export { searchAttributes } from './search'
export { higher, sensitivityOf } from './sensitivity'
export * from './types'
export { isBlank, readValue, sameValue, type ValueReading } from './values'
