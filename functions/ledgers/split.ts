import { isPlaceId } from '@zmht/shared/geo'
import type { EntityId, Knowledge, Relation } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { type TransactionPart, transact } from '../platform/table/write'
import { placing, saving } from './apply'
import { takenApart, tellingOf } from './domain/split'
import { pairSettled } from './duplicates.store'
import { type KeptEntity, partsOf, readEntity, readRelations } from './entity.store'
import { finishSplit } from './finish-split'
import { bare, believed, isHoused, isSame, linkedOf } from './halves'
import { type HistoryEntry, wholeHistoryOf } from './history.store'
import { type JoinedNow, joinedNow } from './joined'
import { otherEnd } from './look'
import { currentId } from './resolve'
import { readSplit, type SplitStep, splitBegun } from './split.store'
import { keysLed } from './split-keys'

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

/** What was said of those at the other ends, each with what it was joined from. */
async function historiesOf(id: EntityId): Promise<readonly HistoryEntry[]> {
  const entity = await readEntity(id, true)
  return (await Promise.all([id, ...(entity?.merged ?? [])].map(wholeHistoryOf))).flat()
}
