export {
  type Dictionary,
  type DictionaryPlace,
  dictionaryFormat,
  encodeDictionary,
  type FormerName,
  openDictionary,
  type Stretch,
} from './dictionary'
export { extractPlaces, type PlaceMention } from './extract'
export { initialsOf } from './initials'
export {
  type AddressCandidate,
  type AddressNames,
  findContext,
  type ParsedAddress,
  type ParseOptions,
  parseAddress,
} from './parse'
export { type Suggestion, type SuggestOptions, suggest } from './suggest'
export { type AddressPart, addressParts } from './tail'
export { plainNumbers } from './text'
