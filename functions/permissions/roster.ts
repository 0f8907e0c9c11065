import { initialsOf, type PlaceId } from '@zmht/shared/geo'
import { type OfficialActor, Officials } from '@zmht/shared/permission'
import { cached, moving } from '../platform/cache'
import { blind, open } from '../platform/cipher'
import { dayInChina, later, now, nowMillis } from '../platform/clock'
import { environment } from '../platform/environment'
import type { Message } from '../platform/stream/message'
import { postsOf, readOfficial, readOfficials, readPosts } from './directory.store'
import type { Official } from './domain/records'
import {
  actorsOn,
  type Blocks,
  type Entry,
  lineagesIn,
  peopleOn,
  type RosterBlock,
  type RosterPerson,
} from './domain/roster'
import { inTree } from './organisation.store'
import { blocksChangedAfter, readBlock, readRoots, saveBlock } from './roster.store'
import { phoneContext } from './standing'

/** Everybody, as of at most 5 s ago. What only some questions need is made ready when it is first asked for. */
export class Roster {
  readonly actors: readonly OfficialActor[]
  readonly officials: Officials
  #people: readonly Entry[] | undefined
  #byId: ReadonlyMap<string, OfficialActor> | undefined
  #names: ReadonlyMap<string, string> | undefined
  #titles: ReadonlyMap<string, string> | undefined
  #lineages: ReadonlyMap<PlaceId, readonly PlaceId[]> | undefined

  constructor(
    readonly blocks: Blocks,
    readonly day: string,
  ) {
    this.actors = actorsOn(blocks, day)
    this.officials = new Officials(this.actors)
  }

  get people(): readonly Entry[] {
    this.#people ??= peopleOn(this.blocks, this.day)
    return this.#people
  }
  get byId(): ReadonlyMap<string, OfficialActor> {
    this.#byId ??= new Map(this.actors.map((actor) => [actor.id, actor]))
    return this.#byId
  }
  /** Names of people. */
  get names(): ReadonlyMap<string, string> {
    this.#names ??= new Map(
      [...this.blocks.values()].flatMap(({ people }) => people.map(({ id, name }): [string, string] => [id, name])),
    )
    return this.#names
  }
  /** Titles of posts. */
  get titles(): ReadonlyMap<string, string> {
    this.#titles ??= new Map(
      [...this.blocks.values()].flatMap(({ posts }) => posts.map(({ id, title }): [string, string] => [id, title])),
    )
    return this.#titles
  }
  /** Of each managed place, the managed places it lies in, as the tree of organisations has it. */
  get lineages(): ReadonlyMap<PlaceId, readonly PlaceId[]> {
    this.#lineages ??= lineagesIn(this.blocks)
    return this.#lineages
  }
}

interface Kept {
  readonly blocks: ReadonlyMap<string, RosterBlock>
  readonly readAt: string
  /** When all of it was read last: what went over to another root in between is dropped then. */
  readonly wholeAt: number
}

const keptByRoot = new Map<string, Kept>()

/** Empties the memory of everybody: a cold start, for tests and the bench. */
export const forgetRosters = (): void => keptByRoot.clear()

/** A near copy may come later than it is dated: so much is read again. */
const overlapMillis = 15_000
const wholeEveryMillis = 10 * 60_000

async function blocksBelow(root: string): Promise<ReadonlyMap<string, RosterBlock>> {
  const key = `${environment.tableName()} ${root}`
  const kept = keptByRoot.get(key)
  const isWhole = kept === undefined || nowMillis() - kept.wholeAt > wholeEveryMillis || nowMillis() < kept.wholeAt
  const readAt = later(now(), -overlapMillis)
  const changed = await blocksChangedAfter(root, isWhole ? undefined : kept.readAt)
  if (!isWhole && changed.every((block) => JSON.stringify(block) === JSON.stringify(kept.blocks.get(block.id)))) {
    keptByRoot.set(key, { ...kept, readAt })
    return kept.blocks
  }
  const blocks = new Map([
    ...(isWhole ? [] : kept.blocks),
    ...changed.map((block): [string, RosterBlock] => [block.id, block]),
  ])
  keptByRoot.set(key, { blocks, readAt, wholeAt: isWhole ? nowMillis() : kept.wholeAt })
  return blocks
}

let made: { readonly parts: readonly Blocks[]; readonly day: string; readonly roster: Roster } | undefined

/** Made ready once for the same blocks and day. */
function rosterFrom(parts: readonly Blocks[], day: string): Roster {
  if (made?.day === day && made.parts.length === parts.length && parts.every((part, at) => made?.parts[at] === part))
    return made.roster
  const roster = new Roster(new Map(parts.flatMap((part) => [...part])), day)
  made = { parts, day, roster }
  return roster
}

const rosters = cached(moving, async (key): Promise<Roster> => {
  const [day = '', root] = key.split(' ')
  const roots = root === undefined ? await readRoots() : [root]
  return rosterFrom(await Promise.all(roots.map(blocksBelow)), day)
})

/** Everybody of all cities: who may do something is asked of all. */
export const everybody = (): Promise<Roster> => rosters.read(dayInChina(now()))

/** Everybody below one highest organisation: an address book ends at its city. */
export async function everybodyBelow(
  root: string,
): Promise<{ readonly blocks: Blocks; readonly people: readonly Entry[] }> {
  const blocks = await blocksBelow(root)
  return { blocks, people: peopleOn(blocks, dayInChina(now())) }
}

export const tailDigest = (digits: string): Promise<string> => blind('phone-tail', digits.slice(-4))

async function personOf(found: Official): Promise<RosterPerson> {
  const phone = await open<string>(found.phone, phoneContext(found.id))
  return {
    id: found.id,
    name: found.name,
    initials: initialsOf(found.name),
    tail: await tailDigest(phone),
    absences: found.absences,
  }
}

/** Writes down who is in an organisation now. `post`: one that may be too new for the list of its posts. */
export async function keepBlock(organisationId: string, post?: string): Promise<void> {
  const found = (await inTree([organisationId])).get(organisationId)
  if (found === undefined) return
  const listed = (await postsOf(organisationId)).map(({ id }) => id)
  const posts = [...(await readPosts([...new Set([...listed, ...(post === undefined ? [] : [post])])])).values()]
    // Whatever the list says: a post is where it says itself.
    .filter((one) => one.organisationId === organisationId)
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  const officials = await readOfficials(posts.flatMap(({ holders }) => holders.map(({ official }) => official)))
  const people = await Promise.all([...officials.values()].map(personOf))
  const { id, name, kind, parentId, manages, ended } = found.organisation
  await saveBlock(
    found.chain.at(-1) ?? organisationId,
    {
      id,
      name,
      kind,
      ...(parentId === undefined ? {} : { parentId }),
      manages,
      ...(ended === undefined ? {} : { ended: ended.date }),
      posts: posts.map(({ id: postId, title, rank, roles, tags, closed, holders }) => ({
        id: postId,
        title,
        rank,
        roles,
        tags,
        closed,
        holders: holders.map(({ official, as, from, until }) => ({
          official,
          as,
          from,
          ...(until === undefined ? {} : { until }),
        })),
      })),
      people: people.sort((one, other) => (one.id < other.id ? -1 : 1)),
      versions: Object.fromEntries(
        [found.organisation, ...posts, ...officials.values()].map((one) => [one.id, one.version]),
      ),
    },
    now(),
  )
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Written down already: of what is told again, or was read a moment ago with something else, nothing is read twice. */
async function isKept(organisation: string, { carried }: Message): Promise<boolean> {
  const block = await readBlock(organisation)
  const version = block?.versions[text(carried.id)]
  return version !== undefined && typeof carried.version === 'number' && version >= carried.version
}

/** What this instance is writing down: who comes meanwhile waits, and finds it done. */
const underWay = new Map<string, Promise<void>>()

async function keepInTurn(organisation: string, message: Message, post: string | undefined): Promise<void> {
  for (let other = underWay.get(organisation); other !== undefined; other = underWay.get(organisation))
    await other.catch(() => undefined)
  const mine = (async () => {
    if (!(await isKept(organisation, message))) await keepBlock(organisation, post)
  })()
  underWay.set(organisation, mine)
  await mine.finally(() => underWay.delete(organisation))
}

/** An organisation, a post or somebody on one changed: their organisation's people are written down anew. */
export async function keepRoster(message: Message): Promise<void> {
  const { entity, carried, before } = message
  const id = text(carried.id)
  const keep = async (organisation: string, post?: string) => {
    if (organisation !== '') await keepInTurn(organisation, message, post)
  }
  if (entity === 'organisation') await keep(id)
  if (entity === 'post') {
    const [former, now] = [text(before?.organisationId), text(carried.organisationId)]
    await keep(now, id)
    // What has left is written down no more; told again, it is not there to be found.
    if (former !== '' && former !== now && (await readBlock(former))?.versions[id] !== undefined)
      await keepBlock(former)
  }
  if (entity === 'official') {
    const official = await readOfficial(id)
    const posts = await readPosts((official?.holdings ?? []).map(({ post }) => post))
    for (const one of new Set([...posts.values()].map(({ organisationId }) => organisationId))) await keep(one)
  }
}
