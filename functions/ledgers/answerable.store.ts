import type { What } from '@zmht/shared/answerable'
import type { AnsweredKind } from '@zmht/shared/contract'
import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import type { EntityId } from '@zmht/shared/knowledge'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { type TransactionPart, transact } from '../platform/table/write'

/** A list of those of a kind nobody (or two) are answerable for, or who are here too. */
export type FindingList = `${What}:${AnsweredKind}`
export const findingList = (what: What, kind: AnsweredKind): FindingList => `${what}:${kind}`

/** Where an entity stands in a list: a line of it, counted at `anchor`. */
export interface FindingLine {
  readonly list: FindingList
  readonly path: PlacePath
  /** Its community, or what it hangs on above one. */
  readonly anchor: PlacePath
  readonly district: string
}

/** What a list shows of a line. */
export interface FindingCard {
  readonly name: string
  readonly home: string
  /** Why it stands there, in sentences. */
  readonly says: readonly string[]
}

/** Of an entity that is not settled, or is somewhere else too: of all the others there is none. */
export interface KeptFindings {
  readonly entityId: EntityId
  readonly lines: readonly FindingLine[]
  /** Places it is not listed at, whose officials see it all the same. */
  readonly knownAt: readonly PlaceId[]
  /** A digest of all that is written: what has not changed is not written again. */
  readonly stamp: string
  readonly version: number
}

export const answerableItem = itemType({
  model: { entity: 'answerable', version: '1', service: 'zmht' },
  attributes: {
    entityId: { type: CustomAttributeType<EntityId>('string'), required: true },
    lines: { type: CustomAttributeType<readonly FindingLine[]>('any'), required: true },
    knownAt: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    stamp: { type: 'string', required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['entityId'], template: 'ENTITY#${entityId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ANSWERABLE', casing: 'none' },
    },
  },
})

/** An entity in one list: a page is one query, and a territory is a beginning of the key. */
export const answerableLineItem = itemType({
  model: { entity: 'answerableLine', version: '1', service: 'zmht' },
  attributes: {
    list: { type: CustomAttributeType<FindingList>('string'), required: true },
    district: { type: 'string', required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    entityId: { type: CustomAttributeType<EntityId>('string'), required: true },
    card: { type: CustomAttributeType<FindingCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['list', 'district'], template: 'ANSWERABLE#${list}#${district}', casing: 'none' },
      sk: { field: 'sk', composite: ['path', 'entityId'], template: '${path}#${entityId}', casing: 'none' },
    },
  },
})

/** Strongly consistent. */
export async function readFindings(entityId: EntityId): Promise<KeptFindings | undefined> {
  const { data } = await answerableItem().get({ entityId }).go({ consistent: true })
  return data ?? undefined
}

const keyOf = ({ list, district, path }: FindingLine, entityId: EntityId) => ({ list, district, path, entityId })
const isSameLine = (one: FindingLine, other: FindingLine): boolean =>
  one.list === other.list && one.district === other.district && one.path === other.path

/**
 * Writes what is to be known of an entity, with its lines, in place of exactly what was seen; without lines and places the item goes.
 * @param cardOf what each line shows
 * @returns false when it has changed since it was seen
 */
export async function saveFindings(
  next: KeptFindings,
  cardOf: (line: FindingLine) => FindingCard,
  seen: KeptFindings | undefined,
): Promise<boolean> {
  const { entityId, lines } = next
  const gone = (seen?.lines ?? []).filter((line) => !lines.some((one) => isSameLine(one, line)))
  const { written } = await transact([
    itemPart(next, seen),
    ...lines.map((line) => ({
      put: answerableLineItem()
        .put({ ...keyOf(line, entityId), card: cardOf(line) })
        .params(),
    })),
    ...gone.map((line) => ({ delete: answerableLineItem().delete(keyOf(line, entityId)).params() })),
  ])
  return written
}

function itemPart(next: KeptFindings, seen: KeptFindings | undefined): TransactionPart {
  const { entityId } = next
  if (next.lines.length === 0 && next.knownAt.length === 0 && seen !== undefined)
    return {
      delete: answerableItem()
        .delete({ entityId })
        .where(({ version }, { eq }) => eq(version, seen.version))
        .params(),
    }
  return {
    put: answerableItem()
      .put(next)
      .where(({ version }, { eq, notExists }) => (seen === undefined ? notExists(version) : eq(version, seen.version)))
      .params(),
  }
}

export interface ListedFinding extends FindingCard {
  readonly id: EntityId
  readonly path: PlacePath
}

const pageSize = 20

/** A page of a list inside a path, in the order of places. */
export async function readFindingList(
  list: FindingList,
  district: string,
  path: PlacePath,
  cursor: string | undefined,
  limit = pageSize,
): Promise<{ items: ListedFinding[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    answerableLineItem().query.primary({ list, district }).begins({ path }).go({ cursor: from, limit }),
  )
  return {
    items: data.map(({ entityId, path: at, card }) => ({ id: entityId, path: at, ...card })),
    ...(next === null ? {} : { next }),
  }
}
