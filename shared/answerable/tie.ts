import { isPlaceId, type PlaceId } from '../geo/place'
import type { AttributeCode, Claim, EntityId, EntityKind, Relation } from '../knowledge/types'

/** A day in China, `YYYY-MM-DD`. */
export type Day = string

/**
 * Why a place has to do with an entity. `home`: the main home; `second-home`: another one, with its times; `registered`: the household register, where no
 * home is known; `work`: where the employer is; `site`: where an organisation works; `seat`: where it is registered, where no site is known;
 * `location`: where a thing stands; `owner`: where whoever owns or uses it is, where nobody says where it stands; `entered`: where it was entered.
 */
export const bases = [
  'home',
  'second-home',
  'registered',
  'work',
  'site',
  'seat',
  'location',
  'owner',
  'entered',
] as const
export type Basis = (typeof bases)[number]

/** When somebody is at a second home. Nothing said: nobody knows when. */
export interface Times {
  readonly from?: Day
  /** The last day. */
  readonly until?: Day
  /** A code of `week-part`. */
  readonly part?: string
  readonly nights?: number
}

/** What binds an entity to a place. */
export interface Tie {
  readonly basis: Basis
  readonly place: PlaceId
  readonly times?: Times
  /** Over whom: the employer, the owner. */
  readonly via?: EntityId
  /** A branch beside the main site: whoever answers there answers for the branch alone. */
  readonly branch?: true
}

/** What has to be known of an entity. */
export interface Subject {
  readonly id: EntityId
  readonly kind: EntityKind
  readonly facts: Readonly<Record<AttributeCode, Pick<Claim, 'value'>>>
  readonly relations: readonly Pick<Relation, 'type' | 'from' | 'to' | 'pending' | 'facts'>[]
  /** The place it hangs on in the lists, by whatever relation that came. */
  readonly hangsOn?: PlaceId
}

/** Where somebody or something at the other end of a relation is, if it is anywhere. */
export type PlaceOf = (id: EntityId) => PlaceId | undefined

type Link = Subject['relations'][number]

/** Relations over which an entity comes to the place of another. */
const over: Partial<Record<EntityKind, readonly string[]>> = {
  person: ['employed-by'],
  thing: ['operated-by', 'owned-by-organisation', 'owned-by', 'used-by'],
}

/** Those at whose places it is looked: employers of people, owners and users of things. */
export function othersOf(subject: Subject): readonly EntityId[] {
  return [...new Set((over[subject.kind] ?? []).flatMap((type) => linksOf(subject, type)).map(({ to }) => to))]
}

/** @returns the ties of an entity today, the one that counts first before the others; none where it is known to be nowhere */
export function tiesOf(subject: Subject, placeOf: PlaceOf, today: Day): readonly Tie[] {
  const first = firstTies(subject)
  const hung: readonly Tie[] = subject.hangsOn === undefined ? [] : [{ basis: 'entered', place: subject.hangsOn }]
  switch (subject.kind) {
    case 'person': {
      const homes = first.length > 0 ? first : hung
      const registered = homes.length > 0 ? [] : tiesBy(subject, 'registered-at', 'registered')
      return [...homes, ...registered, ...secondHomes(subject, homes, today), ...tiesOver(subject, placeOf, 'work')]
    }
    case 'organisation':
      return first.length > 0 ? first : hung
    case 'thing':
      if (first.length > 0) return first
      return hung.length > 0 ? hung : tiesOver(subject, placeOf, 'owner').slice(0, 1)
    default:
      return []
  }
}

/** @returns the next day on which the ties may be others though nobody says anything */
export function tiesTurnOn({ kind, relations }: Subject, today: Day): Day | undefined {
  if (kind !== 'person') return undefined
  const days = relations
    .filter(({ type }) => type === 'stays-at')
    .flatMap((link) => {
      const { from, until } = timesOf(link)
      return [...(from === undefined ? [] : [from]), ...(until === undefined ? [] : [dayAfter(until)])]
    })
  return days.filter((day) => day > today).sort()[0]
}

function firstTies(subject: Subject): readonly Tie[] {
  switch (subject.kind) {
    case 'person':
      return tiesBy(subject, 'resides-at', 'home').slice(0, 1)
    case 'organisation': {
      const sites = linksOf(subject, 'operates-at').flatMap((link): Tie[] => {
        const role = link.facts?.['operates-at.role']?.value
        const isBranch = role !== undefined && role !== mainSite
        return isPlaceId(link.to) ? [{ basis: 'site', place: link.to, ...(isBranch ? { branch: true } : {}) }] : []
      })
      // The main one first: what is not called a branch.
      const ordered = [...sites.filter(({ branch }) => !branch), ...sites.filter(({ branch }) => branch)]
      return ordered.length > 0 ? ordered : tiesBy(subject, 'seated-at', 'seat').slice(0, 1)
    }
    default:
      return tiesBy(subject, 'located-at', 'location').slice(0, 1)
  }
}

/** The code of `site-role` for the main site. */
const mainSite = '1'

function secondHomes(subject: Subject, homes: readonly Tie[], today: Day): readonly Tie[] {
  return linksOf(subject, 'stays-at').flatMap((link): Tie[] => {
    const { to } = link
    const times = timesOf(link)
    const isNow = (times.from ?? today) <= today && today <= (times.until ?? today)
    if (!isPlaceId(to) || !isNow || homes.some(({ place }) => place === to)) return []
    return [{ basis: 'second-home', place: to, times }]
  })
}

function tiesOver(subject: Subject, placeOf: PlaceOf, basis: Basis): readonly Tie[] {
  return othersOf(subject).flatMap((via): Tie[] => {
    const place = placeOf(via)
    return place === undefined ? [] : [{ basis, place, via }]
  })
}

const tiesBy = (subject: Subject, type: string, basis: Basis): readonly Tie[] =>
  linksOf(subject, type).flatMap(({ to }): Tie[] => (isPlaceId(to) ? [{ basis, place: to }] : []))

/** In an order that does not depend on how they were read. */
function linksOf({ id, relations }: Subject, type: string): readonly Link[] {
  return relations
    .filter((link) => link.type === type && link.from === id && link.pending !== true)
    .sort((one, other) => (one.to < other.to ? -1 : 1))
}

function timesOf({ facts = {} }: Link): Times {
  const said = (name: string) => facts[`stays-at.${name}`]?.value
  const [from, until, part, nights] = [said('from'), said('until'), said('part'), said('nights')]
  return {
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof until === 'string' ? { until } : {}),
    ...(typeof part === 'string' ? { part } : {}),
    ...(typeof nights === 'number' ? { nights } : {}),
  }
}

const dayMillis = 86_400_000
const dayAfter = (day: Day): Day => new Date(Date.parse(day) + dayMillis).toISOString().slice(0, 10)
