export {
  type Dictionary,
  type DictionaryPlace,
  dictionaryFormat,
  encodeDictionary,
  type FormerName,
  openDictionary,
  type Stretch,
} from './dictionary'
export { initialsOf } from './initials'
export {
  type AddressCandidate,
  type AddressNames,
  findContext,
  type ParsedAddress,
  type ParseOptions,
  parseAddress,
} from './parse'
export type { AddressPart } from './tail'
