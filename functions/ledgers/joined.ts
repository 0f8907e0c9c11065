import type { EntityId, Knowledge } from '@zmht/shared/knowledge'
import { personOf } from '../permissions/index'
import { type Joined, type Side, saidSince, sideOf } from './domain/split'
import type { KeptEntity } from './entity.store'
import { type HistoryEntry, wholeHistoryOf } from './history.store'
import { type MergedRecord, readMerged } from './split.store'

/** One that was joined with another, as somebody looks at it who may take them apart. */
export interface JoinedNow {
  readonly joined: Joined
  readonly record: MergedRecord
  /** All that was ever said of either. */
  readonly told: readonly HistoryEntry[]
  /** What was said since, with whose it seems to be. */
  readonly since: readonly { readonly entry: HistoryEntry; readonly side: Side | undefined }[]
}

/** @returns undefined when it is not joined with that one (any more) */
export async function joinedNow(
  survivor: KeptEntity,
  gone: EntityId,
  knowledge: Knowledge,
): Promise<JoinedNow | undefined> {
  const merged = survivor.merged ?? []
  if (!merged.includes(gone)) return undefined
  const records = new Map<EntityId, MergedRecord>()
  for (const id of merged) {
    const record = await readMerged(id)
    if (record !== undefined) records.set(id, record)
  }
  const record = records.get(gone)
  if (record === undefined) return undefined
  const isWithin = (id: EntityId | undefined): boolean =>
    id !== undefined && (id === gone || isWithin(records.get(id)?.survivor))
  const goners = new Set(merged.filter((id) => isWithin(id)))
  const survivors = new Set([survivor.id, ...merged.filter((id) => !goners.has(id))])
  const joined: Joined = { survivor: survivor.id, gone, survivors, goners, at: record.at }
  const told = (await Promise.all([survivor.id, ...merged].map(wholeHistoryOf))).flat()
  const since = saidSince(told, joined).map((entry) => ({
    entry,
    side: sideOf(knowledge, entry, told, joined, personOf),
  }))
  return { joined, record, told, since }
}
