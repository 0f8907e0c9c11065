import { isPlaceId } from '@zmht/shared/geo'
import {
  believedFacts,
  type Claims,
  type EntityId,
  type EntityKind,
  type Knowledge,
  type Relation,
} from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { personOf } from '../permissions/index'
import { type TransactionPart, transact } from '../platform/table/write'
import { type Linked, placing, saving } from './apply'
import { type Joined, type Side, saidSince, sideOf, takenApart, tellingOf } from './domain/split'
import { pairSettled } from './duplicates.store'
import { type KeptEntity, partsOf, readEntity, readRelations } from './entity.store'
import { type HistoryEntry, wholeHistoryOf } from './history.store'
import { otherEnd } from './look'
import { currentId } from './resolve'
import { keepRows } from './rows'
import {
  advanceSplit,
  keyLed,
  type MergedRecord,
  readMerged,
  readSplit,
  type SplitStep,
  splitBegun,
} from './split.store'

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

/** Who takes two apart, when, and under which key: again it is the same. */
export interface Splitter {
  readonly by: string
  readonly at: string
  readonly key: string
  readonly knowledge: Knowledge
}

/**
 * Takes two apart that had been joined: each lives again with its own history, its relations, keys and rows. What was said since goes where it is given.
 * What is apart already is left as it is.
 * @param given the sayings since then that are of the one that was gone, by `tellingOf`
 * @throws Problem `changed`
 */
export async function split(
  id: EntityId,
  gone: EntityId,
  given: ReadonlySet<string>,
  splitter: Splitter,
): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const survivor = await readEntity(id, true)
    if (survivor === undefined) throw new Problem('not-found')
    const found = await joinedNow(survivor, gone, splitter.knowledge)
    if (found === undefined) {
      if (!(await isApart(survivor.id, gone))) throw new Problem('not-found')
      await finishSplit(gone)
      return
    }
    if (await splitOnce(survivor, found, given, splitter)) {
      // The stream does it too, should this stop half way.
      await finishSplit(gone)
      return
    }
  }
  throw new Problem('changed')
}

const isApart = async (survivor: EntityId, gone: EntityId): Promise<boolean> =>
  (await readSplit(gone))?.survivor === survivor

async function splitOnce(
  survivor: KeptEntity,
  { joined, record, told, since }: JoinedNow,
  given: ReadonlySet<string>,
  { by, at, key, knowledge }: Splitter,
): Promise<boolean> {
  const { gone, goners, survivors } = joined
  const relations = await readRelations(survivor.id, true)
  const others = [...new Set(relations.map((one) => otherEnd(one, survivor.id)))].filter((other) => !isPlaceId(other))
  const around = (await Promise.all(others.map(historiesOf))).flat()
  const everything = [...told, ...around]
  const mentioned = new Set(everything.flatMap(({ links }) => links.flatMap(({ from, to }) => [from, to])))
  const now = new Map(await Promise.all([...mentioned].map(async (one) => [one, await currentId(one)] as const)))
  const halves = takenApart(
    knowledge,
    { claims: survivor.claims, relations },
    everything,
    joined,
    given,
    (one) => now.get(one) ?? one,
  )
  const isOf = (of: EntityId) => (one: Relation) => one.from === of
  const isNew = (one: Relation): boolean => !relations.some((held) => isSame(held, one))
  const begun = halves.relations.filter(isNew)
  const kept = believed(knowledge, survivor, halves.survivor, at)
  const restored = believed(knowledge, bare(gone, record, by), halves.gone, at)
  const source = { kind: 'official' as const, id: `decision-${key}`, label: '核对：不是同一个，已拆开' }
  const said = (other: EntityId) => ({
    at,
    by,
    source,
    authority: 'checked' as const,
    version: knowledge.version,
    facts: [],
    links: [],
    changed: [],
    undecided: [],
    decided: { code: `split ${other}`, outcome: 'accepted' as const },
  })
  const { merged: _merged, path: _path, ...rest } = kept
  const stays = (survivor.merged ?? []).filter((one) => !goners.has(one))
  const own = halves.relations.filter(isOf(survivor.id))
  const isUnhoused =
    halves.ended.some(({ type }) => placing[survivor.kind]?.includes(type)) && !isHoused(survivor.kind, own)
  const speaker = { by, at, knowledge }
  const saved = await Promise.all([
    saving({
      before: { ...survivor, name: '' },
      entity: {
        ...rest,
        ...(stays.length > 0 ? { merged: stays } : {}),
        ...(survivor.path === undefined || isUnhoused ? {} : { path: survivor.path }),
      },
      linked: linkedOf(halves.relations, begun.filter(isOf(survivor.id)), halves.ended.filter(isOf(survivor.id))),
      speaker,
      facts: [],
      said: said(gone),
    }),
    saving({
      before: bare(gone, record, by),
      entity: {
        ...restored,
        ...(goners.size > 1 ? { merged: [...goners].filter((one) => one !== gone) } : {}),
      },
      linked: linkedOf(halves.relations, begun.filter(isOf(gone)), []),
      speaker,
      facts: [],
      said: said(survivor.id),
    }),
  ])
  const isFarEnd = ({ from }: Relation): boolean => from !== survivor.id && from !== gone
  const left: SplitStep[] = [
    ...since
      .filter(({ entry }) => given.has(tellingOf(entry)))
      .map(({ entry }) => ({
        do: 'move' as const,
        entry: { entityId: entry.entityId, at: entry.at, sourceId: entry.source.id },
      })),
    ...halves.ended.filter(isFarEnd).map((relation) => ({ do: 'end' as const, relation })),
    ...begun.filter(isFarEnd).map((relation) => ({ do: 'begin' as const, relation })),
  ]
  const parts: TransactionPart[] = [
    ...(await Promise.all(saved.map(partsOf))).flat(),
    ...(await keysLed(knowledge, survivor, kept, restored, { goners, survivors, gone })),
    ...(await splitBegun({ gone, survivor: survivor.id, at, by, left, around: others })),
    await pairSettled([survivor.id, gone], 'different', { by, at }),
  ]
  return (await transact(parts)).written
}

/** The one that was gone, before anything is known of it again. */
const bare = (id: EntityId, { kind, version }: MergedRecord, by: string): KeptEntity => ({
  id,
  kind: kind as EntityKind, // as it was kept
  name: '',
  facts: {},
  claims: {},
  by,
  version,
})

const believed = (knowledge: Knowledge, entity: KeptEntity, claims: Claims, at: string): KeptEntity => ({
  ...entity,
  claims,
  facts: believedFacts(knowledge, claims, at),
})

const linkedOf = (relations: readonly Relation[], begun: readonly Relation[], ended: readonly Relation[]): Linked => ({
  relations,
  begun,
  ended,
  changed: [],
  undecided: [],
})

const isHoused = (kind: EntityKind, own: readonly Relation[]): boolean =>
  own.some(({ type, pending }) => placing[kind]?.includes(type) && pending === undefined)

/** Nothing of it would be written otherwise. */
const isSame = (one: Relation, other: Relation): boolean =>
  one.type === other.type &&
  one.from === other.from &&
  one.to === other.to &&
  one.at === other.at &&
  one.by === other.by &&
  one.source.id === other.source.id &&
  one.pending === other.pending &&
  one.since === other.since

/** What was said of those at the other ends, each with what it was joined from. */
async function historiesOf(id: EntityId): Promise<readonly HistoryEntry[]> {
  const entity = await readEntity(id, true)
  return (await Promise.all([id, ...(entity?.merged ?? [])].map(wholeHistoryOf))).flat()
}

/** Every natural key of either leads to the one it is believed of. */
async function keysLed(
  knowledge: Knowledge,
  before: KeptEntity,
  kept: KeptEntity,
  restored: KeptEntity,
  { goners, survivors, gone }: Pick<Joined, 'goners' | 'survivors' | 'gone'>,
): Promise<readonly TransactionPart[]> {
  const keysOf = ({ facts }: KeptEntity) =>
    Object.entries(facts).flatMap(([attribute, { value }]) =>
      knowledge.attribute(attribute)?.naturalKey === true && typeof value === 'string' ? [{ attribute, value }] : [],
    )
  const has = (entity: KeptEntity, one: { readonly attribute: string; readonly value: string }): boolean =>
    entity.facts[one.attribute]?.value === one.value
  const all = [...keysOf(before), ...keysOf(kept), ...keysOf(restored)]
  const distinct = all.filter(
    (one, at) => all.findIndex((other) => other.attribute === one.attribute && other.value === one.value) === at,
  )
  const among = new Set([...goners, ...survivors])
  const parts = await Promise.all(
    distinct.map((one) => {
      const [isKept, isRestored] = [has(kept, one), has(restored, one)]
      // Of both: it goes on leading to whom it leads to.
      const same = isKept && isRestored ? among : isKept ? survivors : isRestored ? goners : new Set<EntityId>()
      return keyLed({ ...one, to: isKept ? kept.id : isRestored ? gone : undefined, among, same })
    }),
  )
  return parts.flat()
}

/** Does what is left of taking an entity out of another. Repeated, it changes nothing. */
export async function finishSplit(gone: EntityId): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const found = await readSplit(gone)
    if (found === undefined || found.left.length === 0) return
    await advanceSplit(found)
  }
  throw new Error(`taking ${gone} apart is contended: the message comes again`)
}

/** Whose rows name either of them. */
export async function keepRowsAround(gone: EntityId): Promise<void> {
  const found = await readSplit(gone)
  for (const id of found?.around ?? []) await keepRows(id)
}
