import type { Attribute, Sensitivity } from '../knowledge/types'
import { accessTo, type FieldAccess, type FieldDecision, type FieldRule } from '../permission/fields'
import type { Grant } from '../permission/grant'
import { type FieldKey, type Given, type GivenFields, type Provided, placeField } from './provision'
import { afterDay } from './step'

const givens: readonly Given[] = ['full', 'masked']

/** The ids of the rules an approval may write. */
export const sightIds = (id: string): readonly string[] => givens.map((given) => sightId(id, given))
const sightId = (id: string, given: Given): string => `provision-${id}-${given}`

const masked: FieldRule = { open: 'masked', internal: 'masked', personal: 'masked', sensitive: 'masked' }
const full: FieldRule = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' }

/**
 * The rules of access an approval is, for the one decision: of each field given, to the posts, in the places, until the day. Nothing where nothing is given.
 */
export function sightOf(id: string, { posts, places, given, from }: Provided): readonly Grant[] {
  if (given === undefined || from === undefined) return []
  return givens.flatMap((how): readonly Grant[] => {
    const attributes = Object.keys(given.fields).filter((field) => given.fields[field] === how)
    if (attributes.length === 0) return []
    return [
      {
        id: sightId(id, how),
        effect: 'allow',
        subject: { posts },
        actions: ['provision.read'],
        resource: { kinds: ['provision'], applications: [id], attributes },
        territory: { given: places },
        fields: how === 'full' ? full : masked,
        from,
        to: afterDay(given.until),
      },
    ]
  })
}

/** How sensitive a field is in itself: where somebody is, is personal. */
export const sensitivityOfField = (field: FieldKey, what: Pick<Attribute, 'sensitivity'> | undefined): Sensitivity =>
  field === placeField ? 'personal' : (what?.sensitivity ?? 'sensitive')

/**
 * How much of a field of one row is shown. What is said of a child stays masked, unless what was approved whole is sensitive of everybody: whoever approved it knew.
 * @param isGiven what the ask stands for now, of which no rule shows more
 */
export function accessToField(
  decided: FieldDecision,
  isGiven: GivenFields,
  field: FieldKey,
  { sensitivity, isChild }: { readonly sensitivity: Sensitivity; readonly isChild: boolean },
): FieldAccess {
  const given = isGiven[field]
  if (given === undefined) return 'none'
  const access = accessTo(decided, field, sensitivity)
  if (access === 'none') return 'none'
  const whole = given === 'full' && access === 'full' && (!isChild || sensitivity === 'sensitive')
  return whole ? 'full' : 'masked'
}
