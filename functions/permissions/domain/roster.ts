import { initialsOf, type PlaceId } from '@zmht/shared/geo'
import {
  type Absence,
  type Holding,
  isAwayOn,
  isHeldOn,
  type OfficialActor,
  type OrganisationKind,
  type Post,
} from '@zmht/shared/permission'

/** What of an organisation everybody in it is looked up by, in one small piece: its posts, who holds them, and their names. */
export interface RosterBlock {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly parentId?: string
  readonly manages: readonly PlaceId[]
  /** The first day on which it is no more. */
  readonly ended?: string
  readonly posts: readonly RosterPost[]
  readonly people: readonly RosterPerson[]
  /** Of the organisation, its posts and people: the versions it was written down from. */
  readonly versions: Readonly<Record<string, number>>
}

export interface RosterPost {
  readonly id: string
  readonly title: string
  readonly rank: string
  readonly roles: readonly string[]
  readonly tags: readonly string[]
  readonly closed: boolean
  readonly holders: readonly (Pick<Holding, 'as' | 'from' | 'until'> & { readonly official: string })[]
}

/** Somebody who holds a post of the organisation, or will. */
export interface RosterPerson {
  readonly id: string
  readonly name: string
  /** Pinyin initials of the name. */
  readonly initials: string
  /** A keyed digest of the last four digits of the phone. */
  readonly tail: string
  readonly absences: readonly Absence[]
}

export type Blocks = ReadonlyMap<string, RosterBlock>

const deepest = 12

/** @returns the organisation and those above it, nearest first */
export function chainIn(blocks: Blocks, id: string): readonly string[] {
  const chain: string[] = []
  for (let next: string | undefined = id; next !== undefined && chain.length < deepest; ) {
    const block: RosterBlock | undefined = blocks.get(next)
    if (block === undefined) break
    chain.push(next)
    next = block.parentId
  }
  return chain
}

/** @returns of each place an organisation manages, those that the organisations above it manage and itself, outermost first */
export const lineagesIn = (blocks: Blocks): ReadonlyMap<PlaceId, readonly PlaceId[]> =>
  new Map(
    [...blocks.values()].flatMap(({ id, manages }) => {
      const above = chainIn(blocks, id)
        .slice(1)
        .flatMap((one) => blocks.get(one)?.manages ?? [])
        .reverse()
      return manages.map((place): [PlaceId, readonly PlaceId[]] => [place, [...above, place]])
    }),
  )

const isOver = ({ ended }: RosterBlock, day: string): boolean => ended !== undefined && ended <= day

/** @returns everybody on duty on a day, with the posts they hold then; who is away holds none */
export function actorsOn(blocks: Blocks, day: string): readonly OfficialActor[] {
  const posts = new Map<string, Post[]>()
  const away = new Set<string>()
  for (const block of blocks.values()) {
    for (const { id, absences } of block.people) if (isAwayOn(absences, day)) away.add(id)
    if (isOver(block, day)) continue
    const organisations = chainIn(blocks, block.id)
    for (const { id, title, rank, roles, tags, closed, holders } of block.posts) {
      if (closed) continue
      const post: Post = {
        id,
        title,
        organisation: block.id,
        organisations,
        roles,
        tags,
        rank,
        territory: block.manages,
      }
      for (const holding of holders) {
        if (!isHeldOn(holding, day)) continue
        const held = posts.get(holding.official)
        if (held === undefined) posts.set(holding.official, [post])
        else held.push(post)
      }
    }
  }
  // Ids alone are sorted several times as fast as what belongs to them.
  return [...posts.keys()]
    .filter((official) => !away.has(official))
    .sort()
    .map((id): OfficialActor => ({ kind: 'official', id, posts: posts.get(id) ?? [] }))
}

/** Somebody found, with the titles they hold on the day asked. */
export interface Entry {
  readonly person: RosterPerson
  readonly posts: readonly { readonly id: string; readonly title: string; readonly organisation: string }[]
}

/** @returns everybody who holds a post on a day, away or not, each once */
export function peopleOn(blocks: Blocks, day: string): readonly Entry[] {
  const entries = new Map<
    string,
    { person: RosterPerson; posts: { id: string; title: string; organisation: string }[] }
  >()
  for (const block of blocks.values()) {
    if (isOver(block, day)) continue
    const people = new Map(block.people.map((person) => [person.id, person]))
    for (const post of block.posts) {
      for (const holding of post.holders) {
        const person = people.get(holding.official)
        if (person === undefined || !isHeldOn(holding, day)) continue
        const entry = entries.get(person.id) ?? { person, posts: [] }
        entry.posts.push({ id: post.id, title: post.title, organisation: block.id })
        entries.set(person.id, entry)
      }
    }
  }
  return [...entries.values()]
}

/** What was typed to find somebody, made ready. */
export interface Wanted {
  readonly words: string
  /** The digest of the last four digits, when digits were typed. */
  readonly tail?: string
}

/** The better it meets what is wanted, the lower; undefined: not at all. */
function meets(texts: readonly string[], words: string): number | undefined {
  const ranks = texts.flatMap((text) =>
    text === words ? [0] : text.startsWith(words) ? [1] : text.includes(words) ? [2] : [],
  )
  return ranks.length === 0 ? undefined : Math.min(...ranks)
}

/** By what somebody of the directory was found. */
export type FoundBy = 'name' | 'initials' | 'phone' | 'post'

/** @returns the people that meet what was typed, the best first: by name, initials, title, or the end of the phone */
export function findPeople(
  people: readonly Entry[],
  { words, tail }: Wanted,
): readonly (Entry & { readonly by: FoundBy })[] {
  const lower = words.toLowerCase()
  return people
    .flatMap((entry) => {
      const { person, posts } = entry
      const named = meets([person.name], words)
      const met: { rank: number; by: FoundBy } | undefined =
        named !== undefined
          ? { rank: named, by: 'name' }
          : /^[a-z]+$/.test(lower) && person.initials.startsWith(lower)
            ? { rank: 1, by: 'initials' }
            : tail !== undefined && person.tail === tail
              ? { rank: 0, by: 'phone' }
              : posts.some(({ title }) => title.includes(words))
                ? { rank: 3, by: 'post' }
                : undefined
      return met === undefined ? [] : [{ entry: { ...entry, by: met.by }, rank: met.rank }]
    })
    .sort((one, other) => one.rank - other.rank || (one.entry.person.name < other.entry.person.name ? -1 : 1))
    .map(({ entry }) => entry)
}

/** @returns the organisations whose name meets what was typed, by characters or pinyin initials, the best first, those that have ended left out */
export function findOrganisations(
  blocks: Blocks,
  words: string,
  day: string,
): readonly (RosterBlock & { readonly by: 'name' | 'initials' })[] {
  const lower = words.toLowerCase()
  // One letter alone would find half of them.
  const letters = /^[a-z]{2,}$/.test(lower) ? lower : undefined
  return [...blocks.values()]
    .flatMap(
      (block): { readonly block: RosterBlock & { readonly by: 'name' | 'initials' }; readonly rank: number }[] => {
        if (isOver(block, day)) return []
        const named = meets([block.name], words)
        if (named !== undefined) return [{ block: { ...block, by: 'name' }, rank: named }]
        const initials = letters === undefined ? undefined : meets([initialsOf(block.name)], letters)
        return initials === undefined ? [] : [{ block: { ...block, by: 'initials' }, rank: 3 + initials }]
      },
    )
    .sort((one, other) => one.rank - other.rank || (one.block.name < other.block.name ? -1 : 1))
    .map(({ block }) => block)
}
