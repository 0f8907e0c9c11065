import { type AttributeCode, type Sensitivity, sensitivities } from '../knowledge/types'

/** How much of a value is shown. */
export type FieldAccess = 'none' | 'masked' | 'full'
export type FieldRule = Readonly<Record<Sensitivity, FieldAccess>>

/** What values are shown, by sensitivity; of the attributes named here otherwise. */
export interface FieldDecision extends FieldRule {
  readonly attributes?: Readonly<Record<AttributeCode, FieldRule>>
}

/** @returns how much of an attribute's values of a sensitivity is shown; without an attribute: what of any */
export const accessTo = (
  fields: FieldDecision,
  attribute: AttributeCode | undefined,
  sensitivity: Sensitivity,
): FieldAccess => ((attribute === undefined ? undefined : fields.attributes?.[attribute]) ?? fields)[sensitivity]

/** @returns whether people are shown by their names */
export const seesNames = (fields: FieldDecision): boolean => accessTo(fields, 'person.name', 'personal') === 'full'

/** How much of each sensitivity, two bits each in the order of `sensitivities`: 0 none, 1 masked, 2 or more full. Of two the higher is `|`. */
export type Levels = number

const numberOf: Readonly<Record<FieldAccess, number>> = { none: 0, masked: 1, full: 2 }
const accesses: readonly FieldAccess[] = ['none', 'masked', 'full', 'full']

const perSensitivity = (of: (one: Sensitivity) => number): Levels =>
  sensitivities.reduce((all, one, at) => all | (of(one) << (at * 2)), 0)

/** @param only the sensitivities spoken of; absent: all */
export const levelsOf = (fields: FieldRule, only: readonly Sensitivity[] | undefined): Levels =>
  perSensitivity((one) => (only === undefined || only.includes(one) ? numberOf[fields[one]] : 0))

/** @returns every bit of the sensitivities spoken of */
export const maskOf = (only: readonly Sensitivity[] | undefined): Levels =>
  perSensitivity((one) => (only === undefined || only.includes(one) ? 3 : 0))

const ruleOf = (levels: Levels): FieldRule => {
  const at = (one: Sensitivity): FieldAccess => accesses[(levels >> (sensitivities.indexOf(one) * 2)) & 3] ?? 'none'
  return { open: at('open'), internal: at('internal'), personal: at('personal'), sensitive: at('sensitive') }
}
const rules: readonly FieldRule[] = Array.from({ length: 256 }, (_, levels) => ruleOf(levels))
const nothing = ruleOf(0)

export const fieldsAt = (levels: Levels): FieldRule => rules[levels] ?? nothing
