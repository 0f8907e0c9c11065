import { type PlaceId, placeIdFrom } from '../geo/place'
import { type Sensitivity, sensitivities } from '../knowledge/types'
import { type Action, actions } from './actions'
import type { FieldAccess } from './fields'
import type { Grant } from './grant'
import type { OfficialActor, Post, Resource } from './standing'

/** Made-up cities of grants, officials and things, the same for the same seed: for tests and measuring. */

/** @returns numbers 0 … 1 that look random (mulberry32), the same for the same seed */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export interface Dice {
  /** From 0 up to a number, without it. */
  below(most: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** At least one, at most so many, none twice. */
  some<T>(from: readonly T[], most: number): T[]
}

export function diceFrom(seed: number): Dice {
  const random = randomFrom(seed)
  const below = (most: number): number => Math.floor(random() * most)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T // from is not empty
  return {
    below,
    chance: (share) => random() < share,
    pick,
    some: (from, most) => [...new Set(Array.from({ length: 1 + below(most) }, () => pick(from)))],
  }
}

export const noon = '2026-11-24T04:00:00.000Z'
const moments = ['2026-01-01T00:00:00.000Z', noon, '2027-01-01T00:00:00.000Z'] as const

const idOf = (number: number): PlaceId => {
  const bytes = new Uint8Array(7)
  for (let at = 0, left = number + 1; left > 0; at++, left = Math.floor(left / 256)) bytes[at] = left % 256
  return placeIdFrom(bytes)
}

/** @returns the lineage of every place of a tree, the root's first; `fans`: how many children on each level */
export function lineagesOf(fans: readonly number[]): readonly (readonly PlaceId[])[] {
  const all: (readonly PlaceId[])[] = []
  const grow = (above: readonly PlaceId[], depth: number): void => {
    const lineage = [...above, idOf(all.length)]
    all.push(lineage)
    for (let child = 0; child < (fans[depth] ?? 0); child++) grow(lineage, depth + 1)
  }
  grow([], 0)
  return all
}

const names = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`)

const accesses: readonly FieldAccess[] = ['none', 'masked', 'full']

export interface Sizes {
  readonly grants: number
  readonly officials: number
  readonly resources: number
}

export interface World {
  readonly grants: readonly Grant[]
  readonly officials: readonly OfficialActor[]
  readonly resources: readonly Resource[]
}

/** A small world in which everything collides with everything: grants name few things, and often the same. */
export function tangledWorld(seed: number, sizes: Sizes): World {
  const { below, chance, pick, some } = diceFrom(seed)
  const lineages = lineagesOf([2, 2, 2])
  const organisations = lineages.map((lineage) => lineage.map((place) => `o-${place}`).reverse())
  const [roles, tags, ranks, kinds, applications, labels] = [
    names('role', 4),
    names('tag', 3),
    names('rank', 3),
    names('kind', 3),
    names('app', 4),
    names('label', 3),
  ]
  const posts = names('post', 8)
  const attributes = names('attribute', 3)
  const few = actions.slice(0, 4)
  const maybe = <K extends string, T>(key: K, share: number, make: () => T): { readonly [key in K]?: T } =>
    (chance(share) ? { [key]: make() } : {}) as { readonly [key in K]?: T } // the one key it is
  const organisation = () => pick(organisations)[0] ?? ''
  const rule = () => ({
    open: pick(accesses),
    internal: pick(accesses),
    personal: pick(accesses),
    sensitive: pick(accesses),
  })
  const grants = Array.from({ length: sizes.grants }, (_, at): Grant => {
    const where = below(4)
    return {
      id: `g${at}`,
      effect: chance(0.2) ? 'forbid' : 'allow',
      subject: {
        ...maybe('roles', 0.5, () => some(roles, 2)),
        ...maybe('tags', 0.2, () => some(tags, 2)),
        ...maybe('ranks', 0.2, () => some(ranks, 2)),
        ...maybe('organisations', 0.3, () => some([organisation(), organisation()], 2)),
        ...maybe('posts', 0.1, () => some(posts, 2)),
      },
      actions: chance(0.05) ? [] : some(few, 3),
      resource: {
        ...maybe('kinds', 0.6, () => some(kinds, 2)),
        ...maybe('applications', 0.3, () => some(applications, 2)),
        ...maybe('owners', 0.2, () => some([organisation(), organisation()], 2)),
        ...maybe('tags', 0.2, () => some(labels, 2)),
        ...maybe('attributes', 0.15, () => some(attributes, 2)),
        ...maybe('sensitivities', 0.15, (): readonly Sensitivity[] => some(sensitivities, 2)),
      },
      territory:
        where === 0
          ? 'all'
          : where === 1
            ? 'own'
            : { given: some(lineages, 3).map((lineage) => lineage.at(-1) ?? idOf(0)) },
      fields: rule(),
      ...maybe('from', 0.2, () => pick(moments)),
      ...maybe('to', 0.2, () => pick(moments)),
    }
  })
  const officials = Array.from(
    { length: sizes.officials },
    (_, at): OfficialActor => ({
      kind: 'official',
      id: `u${at}`,
      posts: Array.from({ length: below(3) }, (): Post => {
        const chain = pick(organisations)
        return {
          id: pick(posts),
          title: '社工',
          organisation: chain[0] ?? '',
          organisations: chain,
          roles: chance(0.1) ? [] : some(roles, 2),
          tags: chance(0.3) ? [] : some(tags, 2),
          rank: pick(ranks),
          territory: chance(0.1) ? [] : some(lineages, 2).map((lineage) => lineage.at(-1) ?? idOf(0)),
        }
      }),
    }),
  )
  const resources = Array.from(
    { length: sizes.resources },
    (_, at): Resource => ({
      kind: pick([...kinds, 'unheard-of']),
      id: `r${at}`,
      lineage: chance(0.1) ? [] : pick(lineages),
      ...maybe('application', 0.7, () => pick(applications)),
      ...maybe('owners', 0.7, () => pick(organisations)),
      ...maybe('tags', 0.6, () => some(labels, 2)),
    }),
  )
  return { grants, officials, resources }
}

/** What is asked all day long; the rest is asked seldom. */
export const oftenAsked: readonly Action[] = actions.slice(-8)

/**
 * A city as it grows: the more grants, the more organisations and applications they are about, in the same proportions. Each grant is about
 * something; a few are for everyone of a role.
 * @param size 1: as many organisations and applications as 1,000 grants are about
 */
export function growingCity(seed: number, size: number, sizes: Sizes): World {
  const { below, chance, pick, some } = diceFrom(seed)
  const lineages = lineagesOf([Math.max(1, Math.round(size)), 16, 10, 6])
  const organisations = lineages.map((lineage) => lineage.map((place) => `o-${place}`).reverse())
  const [roles, tags, ranks, kinds, labels] = [
    names('role', 24),
    names('tag', 20),
    names('rank', 4),
    names('kind', 5),
    names('label', 12),
  ]
  const applications = names('app', Math.round(200 * size))
  const lowest = organisations.filter((chain) => chain.length >= 4)
  const organisation = () => pick(organisations)[0] ?? ''
  const placeOf = (lineage: readonly PlaceId[]) => lineage.at(-1) ?? idOf(0)
  // What a role may do anywhere is said once, however large the city is.
  const standard = Math.min(250, sizes.grants / 4)
  const grants = Array.from({ length: sizes.grants }, (_, at): Grant => {
    const who = below(10)
    const what = below(10)
    const where = below(10)
    // What every grant of a role is about would grow with the city: it names what it is about.
    const forRole = at < standard || who < 3
    return {
      id: `g${at}`,
      effect: chance(0.05) ? 'forbid' : 'allow',
      subject: forRole
        ? { roles: some(roles, 2) }
        : who < 7
          ? { roles: some(roles, 3), organisations: [organisation()] }
          : who < 9
            ? { tags: some(tags, 3), organisations: [organisation()] }
            : { ranks: some(ranks, 2), organisations: [organisation()] },
      actions: some(oftenAsked, 6),
      resource: {
        kinds: some(kinds, 3),
        ...(at < standard ? {} : forRole || what < 4 ? { applications: some(applications, 3) } : {}),
        ...(at >= standard && what === 4 ? { owners: [organisation()] } : {}),
        ...(what === 5 ? { tags: some(labels, 4) } : {}),
      },
      territory: where < 1 ? 'all' : where < 7 ? 'own' : { given: some(lineages, 3).map(placeOf) },
      fields: { open: 'full', internal: 'full', personal: pick(accesses), sensitive: pick(accesses) },
    }
  })
  const officials = Array.from(
    { length: sizes.officials },
    (_, at): OfficialActor => ({
      kind: 'official',
      id: `u${at}`,
      posts: Array.from({ length: chance(0.15) ? 2 : 1 }, (_, post): Post => {
        const chain = pick(lowest)
        return {
          id: `u${at}-post${post}`,
          title: '社工',
          organisation: chain[0] ?? '',
          organisations: chain,
          roles: some(roles, 3),
          tags: some(tags, 2),
          rank: pick(ranks),
          territory: [placeOf(lineages[organisations.indexOf(chain)] ?? [])],
        }
      }),
    }),
  )
  const resources = Array.from(
    { length: sizes.resources },
    (_, at): Resource => ({
      kind: pick(kinds),
      id: `r${at}`,
      lineage: pick(lineages),
      application: pick(applications),
      owners: pick(organisations),
      tags: some(labels, 2),
    }),
  )
  return { grants, officials, resources }
}

/** One question of a world: the at-th of its kind. */
export function questionOf(dice: Dice, { officials, resources }: World, among: readonly Action[] = actions) {
  return { actor: dice.pick(officials), action: dice.pick(among), resource: dice.pick(resources) }
}
