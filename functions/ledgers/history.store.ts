import type { EntityPatch, Link } from '@zmht/shared/controls'
import {
  type Authority,
  type ClaimSource,
  type EntityId,
  entityId,
  type Instant,
  type KnowledgeVersion,
} from '@zmht/shared/knowledge'
import { open, seal } from '../platform/cipher'
import { CustomAttributeType, isSome, itemType, none } from '../platform/table/item'
import type { TransactionPart } from '../platform/table/write'

/** What one submission, task or import said of one entity, or a decision on it. */
export interface Said {
  readonly facts: EntityPatch['facts']
  readonly links: readonly Link[]
  readonly source: ClaimSource
  readonly authority: Authority
  readonly version: KnowledgeVersion
  /** Present when somebody decided on what others had said, instead of saying something. */
  readonly decided?: { readonly code: string; readonly outcome: 'accepted' | 'rejected' }
}

export interface HistoryEntry extends Said {
  readonly entityId: EntityId
  readonly at: Instant
  readonly by: string
  readonly changed: readonly string[]
  readonly undecided: readonly string[]
}

/** What one source said of one entity, and what became of it. Values are sealed. Named when it is saved, so that it is saved once. */
export const patchItem = itemType({
  model: { entity: 'patch', version: '1', service: 'zmht' },
  attributes: {
    entityId: { type: CustomAttributeType<EntityId>('string'), required: true },
    at: { type: 'string', required: true },
    sourceId: { type: 'string', required: true },
    by: { type: 'string', required: true },
    changed: { type: 'list', items: { type: 'string' }, required: true },
    /** Said by somebody whose word does not overrule what was said before: kept for a person to decide. */
    undecided: { type: 'list', items: { type: 'string' }, required: true },
    said: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    /** It was said of another, whose history it is in now: this much is left, so that it is not said again. */
    movedTo: { type: CustomAttributeType<EntityId | ''>('string') },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['entityId'], template: 'HISTORY#${entityId}', casing: 'none' },
      sk: { field: 'sk', composite: ['at', 'sourceId'], template: '${at}#${sourceId}', casing: 'none' },
    },
    bySource: {
      index: 'gsi1',
      condition: (entry: { movedTo?: string }) => !isSome(entry.movedTo),
      pk: { field: 'gsi1pk', composite: ['sourceId'], template: 'PATCHES#${sourceId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['entityId'], template: '${entityId}', casing: 'none' },
    },
  },
})

const context = (entityId: string, sourceId: string): string => `patch/${entityId}/${sourceId}`

/** The part of a transaction that writes it down; it fails when this was written down before. */
export async function writeDown(entry: HistoryEntry): Promise<TransactionPart> {
  const { entityId, at, by, changed, undecided, ...said } = entry
  const sourceId = said.source.id
  return {
    put: patchItem()
      .create({
        entityId,
        at,
        sourceId,
        by,
        changed: [...changed],
        undecided: [...undecided],
        said: await seal(said, context(entityId, sourceId)),
      })
      .params(),
  }
}

/** @returns true when this source was applied to this entity before. */
export async function wasSaid(entityId: EntityId, at: Instant, sourceId: string): Promise<boolean> {
  const { data } = await patchItem().get({ entityId, at, sourceId }).go({ consistent: true })
  return data !== null
}

/** The entities one source spoke of. */
export async function entitiesSaidBy(sourceId: string): Promise<readonly EntityId[]> {
  const { data } = await patchItem().query.bySource({ sourceId }).go({ limit: 100, data: 'includeKeys' })
  return data.map((item) => entityId(String((item as { gsi1sk?: unknown }).gsi1sk))) // asked for with `includeKeys`
}

/** Longer histories of one entity are cut off: nobody reads on. */
const mostEntries = 200

/** What was said of an entity, newest first. */
export async function historyOf(entityId: EntityId): Promise<readonly HistoryEntry[]> {
  const { data } = await patchItem().query.primary({ entityId }).go({ order: 'desc', limit: mostEntries })
  return entriesOf(data)
}

/** All that was ever said of an entity, the first first. Strongly consistent; its cost grows with the history. */
export async function wholeHistoryOf(entityId: EntityId): Promise<readonly HistoryEntry[]> {
  const { data } = await patchItem().query.primary({ entityId }).go({ pages: 'all', consistent: true })
  return entriesOf(data)
}

type KeptEntry = Omit<HistoryEntry, keyof Said> & {
  readonly sourceId: string
  readonly said: Uint8Array
  readonly movedTo?: string | undefined
}

const entriesOf = (data: readonly KeptEntry[]): Promise<readonly HistoryEntry[]> =>
  Promise.all(
    data
      .filter(({ movedTo }) => !isSome(movedTo))
      .map(async ({ entityId, sourceId, said, at, by, changed, undecided }) => ({
        entityId,
        at,
        by,
        changed,
        undecided,
        ...(await open<Said>(said, context(entityId, sourceId))),
      })),
  )

/** Names one entry of a history. */
export interface EntryKey {
  readonly entityId: EntityId
  readonly at: Instant
  readonly sourceId: string
}

/** @returns in whose history an entry is now: that of another once it was found to be theirs */
export async function keeperOf(key: EntryKey): Promise<EntityId | undefined> {
  const { data } = await patchItem().get(key).go({ consistent: true })
  return data === null ? undefined : isSome(data.movedTo) ? (data.movedTo as EntityId) : key.entityId // written below from one
}

/** The parts of a transaction that put an entry into the history of another; none when it is there already. */
export async function moveEntry({ entityId, at, sourceId }: EntryKey, to: EntityId): Promise<TransactionPart[]> {
  const { data } = await patchItem().get({ entityId, at, sourceId }).go({ consistent: true })
  if (data === null || isSome(data.movedTo)) return []
  const said = await open<Said>(data.said, context(entityId, sourceId))
  const { movedTo: _, ...entry } = data
  return [
    {
      put: patchItem()
        .put({ ...entry, movedTo: to, said: await seal({}, context(entityId, sourceId)) })
        .where(({ movedTo }, { eq, notExists }) => `${notExists(movedTo)} OR ${eq(movedTo, none)}`)
        .params(),
    },
    {
      put: patchItem()
        .put({ ...entry, entityId: to, said: await seal(said, context(to, sourceId)) })
        .params(),
    },
  ]
}
