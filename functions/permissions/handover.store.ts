import type { PlaceId } from '@zmht/shared/geo'
import { defaultHandoverRules, type HandoverEvent, type HandoverRules } from '@zmht/shared/permission'
import { readBatch } from '../platform/table/batch'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { putIf, type WriteParameters } from '../platform/table/write'

/** The open work of a post goes to somebody else: told to the slices that keep work. */
export interface Handover {
  readonly operation: string
  readonly post: string
  readonly official: string
  /** The places the post had. */
  readonly territory: readonly PlaceId[]
  readonly event: HandoverEvent
  /** Who takes over; absent: it goes back to where colleagues take it up. */
  readonly to?: string
  /** Goes over even where the official may still see to it. */
  readonly whole: boolean
}

export const handoverItem = itemType({
  model: { entity: 'handover', version: '1', service: 'zmht' },
  attributes: {
    operation: { type: 'string', required: true },
    post: { type: 'string', required: true },
    official: { type: 'string', required: true },
    territory: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    event: { type: CustomAttributeType<HandoverEvent>('string'), required: true },
    to: { type: 'string' },
    whole: { type: 'boolean', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['operation'], template: 'HANDOVER#${operation}', casing: 'none' },
      sk: { field: 'sk', composite: ['post', 'official'], template: '${post}#${official}', casing: 'none' },
    },
  },
})

/** Who takes over open work in an organisation and those below it. */
export const handoverRulesItem = itemType({
  model: { entity: 'handoverRules', version: '1', service: 'zmht' },
  attributes: {
    organisation: { type: 'string', required: true },
    rules: { type: CustomAttributeType<HandoverRules>('any'), required: true },
    edition: { type: 'number', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['organisation'], template: 'HANDOVERRULES#${organisation}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'RULES', casing: 'none' },
    },
  },
})

/** @returns the put of a handover: the same one again is the same item. */
export const handoverPut = (handover: Handover): WriteParameters => handoverItem().put(handover).params()

/** The handovers of an operation. Strongly consistent. */
export async function readHandovers(operation: string): Promise<Handover[]> {
  const { data } = await handoverItem().query.primary({ operation }).go({ pages: 'all', consistent: true })
  return data.map((one) => present(one))
}

export interface RulesInForce {
  readonly rules: HandoverRules
  /** The organisation that says so; absent: none does. */
  readonly from?: string
  /** Of the organisation's own rules; 0 when it has none. */
  readonly edition: number
}

/** The rules that hold in an organisation: the nearest upwards. Strongly consistent. @param chain it and those above, nearest first. */
export async function rulesFor(chain: readonly string[]): Promise<RulesInForce> {
  const found = await readBatch(
    chain.map((organisation) => ({ organisation })),
    (keys) => handoverRulesItem().get(keys).go({ consistent: true }),
  )
  const own = found.find(({ organisation }) => organisation === chain[0])
  for (const from of chain) {
    const said = found.find(({ organisation }) => organisation === from)
    if (said !== undefined) return { rules: said.rules, from, edition: own?.edition ?? 0 }
  }
  return { rules: defaultHandoverRules, edition: 0 }
}

/** @returns false when somebody else changed the rules since `edition - 1`. */
export async function saveRules(
  organisation: string,
  rules: HandoverRules,
  edition: number,
  by: string,
): Promise<boolean> {
  const before = edition - 1
  const { written } = await putIf(
    handoverRulesItem()
      .put({ organisation, rules, edition, by })
      .where((seen, { eq, notExists }) => (before === 0 ? notExists(seen.edition) : eq(seen.edition, before)))
      .params(),
  )
  return written
}
