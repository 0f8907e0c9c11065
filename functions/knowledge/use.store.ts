import type { PlaceId } from '@zmht/shared/geo'
import type { AttributeCode, Instant } from '@zmht/shared/knowledge'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { type TransactionPart, transact } from '../platform/table/write'

/** An application that asks for an attribute or a relation, or reads it. */
export interface Use {
  /** `person.idNumber`, `resides-at`. */
  readonly code: AttributeCode
  /** `channel/c123…`. */
  readonly application: string
  readonly title: string
  readonly organisation: string
  /** Where its organisation is. */
  readonly place: PlaceId
  readonly state: string
  /** Labels of the controls that ask for it. */
  readonly controls: readonly string[]
  readonly at: Instant
}

/** What the indexes carry. */
interface UseCard extends Pick<Use, 'code'>, Partial<Pick<Use, 'application' | 'title' | 'state'>> {}

/** Kept by what is asked for, so that a revision finds whom it touches with one query. */
export const useItem = itemType({
  model: { entity: 'knowledgeUse', version: '1', service: 'zmht' },
  attributes: {
    code: { type: 'string', required: true },
    application: { type: 'string', required: true },
    title: { type: 'string', required: true },
    organisation: { type: 'string', required: true },
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    state: { type: 'string', required: true },
    controls: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
    /** What the index carries: which code it is. */
    card: { type: CustomAttributeType<UseCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['code'], template: 'USES#${code}', casing: 'none' },
      sk: { field: 'sk', composite: ['application'], template: '${application}', casing: 'none' },
    },
    ofApplication: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['application'], template: 'USEDBY#${application}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['code'], template: '${code}', casing: 'none' },
    },
    /** What all applications of a place ask for. */
    ofPlace: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: ['place'], template: 'USESAT#${place}', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['application', 'code'], template: '${application}#${code}', casing: 'none' },
    },
  },
})

/** More applications than these are counted, not named: nobody reads a longer list. */
const mostNamed = 200

export async function usesOf(code: AttributeCode): Promise<readonly Use[]> {
  const { data } = await useItem().query.primary({ code }).go({ limit: mostNamed })
  return data.map(({ by: _by, card: _card, ...use }) => use)
}

/** The codes an application asked for when it was last looked at. */
async function codesOf(application: string): Promise<readonly AttributeCode[]> {
  const { data } = await useItem().query.ofApplication({ application }).go({ pages: 'all' })
  return data.map(({ card }) => card.code)
}

/** What the applications of a place ask for, open or not: each as often as it asks for something. */
export async function usesAt(place: PlaceId): Promise<readonly UseCard[]> {
  const { data } = await useItem().query.ofPlace({ place }).go({ pages: 'all' })
  return data.map(({ card }) => card)
}

const atOnce = 90

/** Writes down what an application asks for now; what it no longer asks for is taken out. */
export async function saveUses(application: string, uses: readonly Use[]): Promise<void> {
  const wanted = new Set(uses.map(({ code }) => code))
  const gone = (await codesOf(application)).filter((code) => !wanted.has(code))
  const parts: TransactionPart[] = [
    ...uses
      .map((use) => ({ use, ...use }))
      .map(({ use, code, application, title, state }) => ({
        put: useItem()
          .put({ ...use, by: 'system', card: { code, application, title, state } })
          .params(),
      })),
    ...gone.map((code) => ({ delete: useItem().delete({ code, application }).params() })),
  ]
  for (let from = 0; from < parts.length; from += atOnce) await transact(parts.slice(from, from + atOnce))
}
