import type { BodyOf, Contract, FactReply } from '../../contract'
import {
  type Attribute,
  factsFollowing,
  isBlank,
  isComputed,
  readValue,
  type Value,
  valueShownAs,
} from '../../knowledge'

/**
 * @returns whether another value may be put in place of a fact: not of what time computes, nor of what is no line in a form: pictures,
 * files, points on a map
 */
export const isCorrectable = ({ value, code, of, deprecated }: Attribute): boolean =>
  typeof of === 'string' &&
  !isComputed(code) &&
  deprecated === undefined &&
  value.type !== 'file' &&
  value.type !== 'point'

/** @returns what the control begins with: nothing where it is shown in part only */
export const valueBefore = (attribute: Attribute, { text, masked }: FactReply): Value | undefined =>
  masked ? undefined : valueShownAs(attribute, text)

export type Corrected =
  | { readonly ok: true; readonly facts: BodyOf<Contract['ledgers']['tell']>['facts'] }
  | { readonly ok: false; readonly message: string }

/** @returns what is sent of one corrected fact, with what follows from it; or what is wrong with it, in words */
export function correctionOf(attribute: Attribute, value: Value | undefined): Corrected {
  if (value === undefined || isBlank(value)) return { ok: false, message: `请填写${attribute.name}` }
  const reading = readValue(attribute, value)
  if (!reading.ok) return reading
  return {
    ok: true,
    facts: [{ attribute: attribute.code, value: reading.value }, ...factsFollowing(attribute.code, reading.value)].map(
      (one) => ({ ...one, value: typeof one.value === 'object' ? [...one.value] : one.value }),
    ),
  }
}
