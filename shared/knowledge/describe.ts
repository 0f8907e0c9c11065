import type { Attribute, EntityKind, Sensitivity, ValueType } from './types'

/** What an attribute may add to the necessary: freshness, natural key, derivation, other words. */
type Extra = Pick<Attribute, 'freshDays' | 'naturalKey' | 'derivedFrom' | 'synonyms'> & { readonly many?: true }

/** @returns a function that writes one row of the attribute table of a kind; the code is `kind.property`. */
export const attributesFor =
  (kind: EntityKind) =>
  (
    property: string,
    name: string,
    english: string,
    value: ValueType,
    sensitivity: Sensitivity,
    { many, ...extra }: Extra = {},
  ): Attribute => ({
    code: `${kind}.${property}`,
    of: kind,
    name,
    english,
    value,
    many: many === true,
    sensitivity,
    ...extra,
  })

/** A person's name: letters of any script, spaces and the middle dots of names of many peoples; never the `*` of a masked name. */
export const personNamePattern = "^[\\p{L}][\\p{L}\\p{M} .'·•\\-]*$"

export const text = (max: number, pattern?: string): ValueType => ({
  type: 'text',
  max,
  ...(pattern === undefined ? {} : { pattern }),
})
export const personName: ValueType = text(50, personNamePattern)
export const number = (min: number, max: number, unit?: string, decimals = 0): ValueType => ({
  type: 'number',
  min,
  max,
  decimals,
  ...(unit === undefined ? {} : { unit }),
})
export const date: ValueType = { type: 'date' }
export const yesNo: ValueType = { type: 'yes-no' }
export const code = (list: string): ValueType => ({ type: 'code', list })
export const mobile: ValueType = { type: 'identifier', scheme: 'mobile' }
export const idNumber: ValueType = { type: 'identifier', scheme: 'id-number' }
export const uscc: ValueType = { type: 'identifier', scheme: 'uscc' }
export const plate: ValueType = { type: 'identifier', scheme: 'plate' }
