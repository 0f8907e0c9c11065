import { type EntityId, entityId, type Instant, type Relation } from '@zmht/shared/knowledge'
import { blind, open, seal } from '../platform/cipher'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { type TransactionPart, transact } from '../platform/table/write'
import { entityItem, keyItem, mergeItem, relationBegun, relationEnded } from './entity.store'
import { type EntryKey, moveEntry } from './history.store'

/** What is left to do of taking two apart, one after another. */
export type SplitStep =
  | { readonly do: 'move'; readonly entry: EntryKey }
  | { readonly do: 'begin' | 'end'; readonly relation: Relation }

/** That an entity was taken out of another again, and what of it is still to follow. */
export const splitItem = itemType({
  model: { entity: 'split', version: '1', service: 'zmht' },
  attributes: {
    gone: { type: CustomAttributeType<EntityId>('string'), required: true },
    survivor: { type: CustomAttributeType<EntityId>('string'), required: true },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
    /** Sealed: relations carry what was said of them. */
    left: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    /** Whose rows may show it otherwise afterwards. */
    around: { type: CustomAttributeType<readonly EntityId[]>('any'), required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['gone'], template: 'ENTITY#${gone}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'SPLIT', casing: 'none' },
    },
  },
})

const context = (gone: EntityId): string => `split/${gone}`

export interface Split {
  readonly gone: EntityId
  readonly survivor: EntityId
  readonly at: Instant
  readonly by: string
  readonly left: readonly SplitStep[]
  readonly around: readonly EntityId[]
  readonly version: number
}

/** Strongly consistent. */
export async function readSplit(gone: EntityId): Promise<Split | undefined> {
  const { data } = await splitItem().get({ gone }).go({ consistent: true })
  return data === null ? undefined : { ...data, left: await open<SplitStep[]>(data.left, context(gone)) }
}

async function splitPut(split: Split, seen: number): Promise<TransactionPart> {
  return {
    put: splitItem()
      .put({ ...split, left: await seal(split.left, context(split.gone)) })
      .where(({ version }, { eq, notExists }) => (seen === 0 ? notExists(version) : eq(version, seen)))
      .params(),
  }
}

/** The parts of a transaction by which an entity is joined with another no more, with what is to follow. */
export async function splitBegun(split: Omit<Split, 'version'>): Promise<TransactionPart[]> {
  const { data } = await splitItem().get({ gone: split.gone }).go({ consistent: true })
  const seen = data?.version ?? 0
  return [
    await splitPut({ ...split, version: seen + 1 }, seen),
    { delete: mergeItem().delete({ gone: split.gone }).params() },
  ]
}

const stepsAtOnce = 20

/** Does some of what is left, together with writing down that it is done. @returns false when somebody else was doing it */
export async function advanceSplit(split: Split): Promise<boolean> {
  const parts = await Promise.all(
    split.left.slice(0, stepsAtOnce).map((step) => {
      if (step.do === 'move') return moveEntry(step.entry, split.gone)
      return step.do === 'begin' ? relationBegun(step.relation) : relationEnded(step.relation)
    }),
  )
  const left = split.left.slice(stepsAtOnce)
  const { written } = await transact([
    await splitPut({ ...split, left, version: split.version + 1 }, split.version),
    ...parts.flat(),
  ])
  return written
}

/** What an entity was joined with, and when. */
export interface MergedRecord {
  readonly survivor: EntityId
  readonly at: Instant
  readonly by: string
  readonly version: number
  readonly kind: string
}

/** How an entity stands that was found to be another. @returns undefined when it is itself */
export async function readMerged(gone: EntityId): Promise<MergedRecord | undefined> {
  const [{ data: held }, { data: merge }] = await Promise.all([
    entityItem().get({ id: gone }).go({ consistent: true }),
    mergeItem().get({ gone }).go({ consistent: true }),
  ])
  if (held?.mergedInto === undefined || merge === null) return undefined
  return { survivor: held.mergedInto, at: merge.at, by: merge.by, version: held.version, kind: held.kind }
}

/** A natural key, and to whom it is to lead; undefined: to nobody. */
export interface KeyLead {
  readonly attribute: string
  readonly value: string
  readonly to: EntityId | undefined
  /** Both of them: whoever else it leads to keeps it. */
  readonly among: ReadonlySet<EntityId>
  /** Those who stand for `to`. */
  readonly same: ReadonlySet<EntityId>
}

/** The parts of a transaction that let a natural key lead to the one of two it belongs to. */
export async function keyLed({ attribute, value, to, among, same }: KeyLead): Promise<TransactionPart[]> {
  const key = { attribute, blindIndex: await blind(attribute, value) }
  const { data } = await keyItem().get(key).go({ consistent: true })
  const held = data === null ? undefined : entityId(data.entityId)
  if (held !== undefined && (!among.has(held) || same.has(held))) return []
  if (to === undefined)
    return held === undefined
      ? []
      : [
          {
            delete: keyItem()
              .delete(key)
              .where(({ entityId: now }, { eq }) => eq(now, held))
              .params(),
          },
        ]
  return [
    {
      put: keyItem()
        .put({ ...key, entityId: to })
        .where(({ entityId: now }, { eq, notExists }) => (held === undefined ? notExists(now) : eq(now, held)))
        .params(),
    },
  ]
}
