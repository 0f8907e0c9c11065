import { isPlaceId, type PlacePath } from '@zmht/shared/geo'
import { type EntityId, type EntityKind, entityId, type Knowledge } from '@zmht/shared/knowledge'
import { districtOf, type Stretch, stretchesWithin } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { now } from '../platform/clock'
import type { JobStep } from '../platform/jobs'
import { joinPosition, splitPosition } from '../platform/table/page'
import { isWorthAsking } from './domain/duplicates'
import { likenessOf, type Traits } from './domain/likeness'
import { askAbout, dropPair, pairState, readPairs } from './duplicates.store'
import { type KeptEntity, readEntity } from './entity.store'
import { sharing } from './likeness.store'
import { whereIs } from './look'
import { type RegisterKind, registeredIn } from './register.store'
import { traitsNow } from './resolve'

const perStep = 40
const atOnce = 8
/** More behind one door (a dormitory) are compared with the nearest only. */
const mostBehindDoor = 40

interface Stand {
  readonly phase: 'settled' | 'people'
  readonly at?: string
  readonly done: number
  readonly found: number
}

/** One step: some of one stretch. Done again it changes nothing. Costs about four read units for each person looked at. */
export const duplicatesStep: JobStep = async ({ cursor, input }) => {
  const stand: Stand = cursor === undefined ? { phase: 'settled', done: 0, found: 0 } : JSON.parse(cursor)
  const kinds: readonly RegisterKind[] =
    input.kind === 'organisation' ? ['organisation'] : input.kind === 'person' ? ['person'] : ['person', 'organisation']
  const stretches = await stretchesWithin((input.places ?? '').split(',').filter(isPlaceId))
  const { part, from } = splitPosition(stand.at)
  const parts = stand.phase === 'settled' ? stretches.length : stretches.length * kinds.length
  if (part >= parts) {
    if (stand.phase === 'settled') return going({ phase: 'people', done: 0, found: 0 })
    const message =
      stand.found === 0
        ? `看了 ${stand.done} 条，没有发现疑似重复`
        : `看了 ${stand.done} 条，发现 ${stand.found} 对疑似重复，请逐对核对`
    return { done: stand.done, total: stand.done, finished: true, message }
  }
  const stretch = stretches[part % stretches.length]
  if (stretch === undefined) throw new Error(`there is no stretch ${part}`)
  const page =
    stand.phase === 'settled'
      ? await settleIn(stretch, from)
      : await searchIn(stretch, kinds[Math.floor(part / stretches.length)] ?? 'person', from)
  return going({
    ...stand,
    at: page.next === undefined ? joinPosition(part + 1) : joinPosition(part, page.next),
    done: stand.done + page.seen,
    found: stand.found + page.found,
  })
}

const going = (stand: Stand) => ({
  cursor: JSON.stringify(stand),
  done: stand.done,
  total: stand.done,
  finished: false,
  message: `正在查找，已看 ${stand.done} 条，发现 ${stand.found} 对疑似重复`,
})

interface Seen {
  readonly seen: number
  readonly found: number
  readonly next?: string
}

/** Pairs that were found before: where one is no more, or they agree in too little now, nobody is asked about them any longer. */
async function settleIn({ partition, path }: Stretch, from: string | undefined): Promise<Seen> {
  const knowledge = await knowledgeNow()
  const { items, next } = await readPairs(partition, path, from, perStep)
  for (const { one: first, other: second } of items) {
    const [one, other] = await Promise.all([readEntity(first), readEntity(second)])
    const areThere = one?.id === first && other?.id === second
    if (!areThere || compared(knowledge, one, other) === undefined) await dropPair([first, second])
  }
  return { seen: 0, found: 0, ...(next === undefined ? {} : { next }) }
}

async function searchIn({ partition, path }: Stretch, kind: RegisterKind, from: string | undefined): Promise<Seen> {
  const knowledge = await knowledgeNow()
  const { items, next } = await registeredIn(partition, path, from, perStep, kind)
  let found = 0
  for (let start = 0; start < items.length; start += atOnce) {
    const some = items.slice(start, start + atOnce)
    const pairs = await Promise.all(some.map(({ id }) => searchFor(id, partition, knowledge)))
    found += pairs.reduce((sum, count) => sum + count, 0)
  }
  return { seen: items.length, found, ...(next === undefined ? {} : { next }) }
}

/** Puts somebody beside whoever may be the same. @returns how many pairs; each counts at the one whose id comes first */
async function searchFor(id: EntityId, partition: string, knowledge: Knowledge): Promise<number> {
  const entity = await readEntity(id)
  const traits = entity && entity.id === id ? traitsNow(knowledge, entity, entity.path) : undefined
  if (entity === undefined || traits === undefined) return 0
  const near = await nearTo(entity, traits, partition)
  let found = 0
  for (const other of await Promise.all(near.map((one) => readEntity(one)))) {
    if (other === undefined || other.id === id) continue
    if (await ask(knowledge, entity, other)) found += id < other.id ? 1 : 0
  }
  return found
}

/** Who shares a phone, or a name with a home or a birth date; and who lives behind the same door. */
async function nearTo({ id, path, kind }: KeptEntity, traits: Traits, partition: string): Promise<readonly EntityId[]> {
  const [alike, behind] = await Promise.all([
    sharing(traits),
    path === undefined ? [] : behindDoor(partition, path, kind),
  ])
  return [...new Set([...alike, ...behind])].filter((one) => one !== id)
}

async function behindDoor(partition: string, path: PlacePath, kind: EntityKind): Promise<readonly EntityId[]> {
  const { items } = await registeredIn(
    partition,
    path,
    undefined,
    mostBehindDoor,
    kind === 'organisation' ? kind : 'person',
  )
  return items.filter((one) => one.path === path).map((one) => entityId(one.id))
}

function compared(knowledge: Knowledge, one: KeptEntity, other: KeptEntity) {
  const [mine, theirs] = [one, other].map((each) => traitsNow(knowledge, each, each.path))
  const likeness = mine && theirs ? likenessOf(mine, theirs) : undefined
  return likeness !== undefined && isWorthAsking(likeness) ? likeness : undefined
}

/** @returns whether somebody is asked about the two now */
async function ask(knowledge: Knowledge, one: KeptEntity, other: KeptEntity): Promise<boolean> {
  const likeness = compared(knowledge, one, other)
  // What was put before somebody at entry is asked there.
  const isAsked =
    one.alike?.some((each) => each.other === other.id) || other.alike?.some((each) => each.other === one.id)
  if (likeness === undefined || isAsked === true) return false
  if ((await pairState([one.id, other.id])) === 'different') return false
  const [later, earlier] = firstSaid(one) < firstSaid(other) ? [other, one] : [one, other]
  const standing = await whereIs(later)
  if (standing === undefined) return false
  const { score, reasons } = likeness
  const { path, tiers } = standing
  return askAbout({
    one: later.id,
    other: earlier.id,
    kind: later.kind,
    score,
    reasons,
    path,
    district: districtOf(tiers),
    at: now(),
  })
}

/** The one known before stands for both; of two from one moment the one whose id comes first. */
function firstSaid({ id, claims }: KeptEntity): string {
  const times = Object.values(claims).flatMap((said) => said.map(({ at }) => at))
  return `${times.sort()[0] ?? ''}#${id}`
}
