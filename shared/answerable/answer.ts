import type { PlaceId } from '../geo/place'
import { type Duty, dutyCodes } from '../permission/duty'
import { generalSector, type Supervision } from './sector'
import type { Subject, Tie, Times } from './tie'

/** Who holds a duty, and at which place: the one asked about or one above it. */
export interface Holder {
  readonly organisation: string
  readonly place: PlaceId
}

/** A tie with whoever holds which duty where it leads, the nearest upwards. */
export interface Ground {
  readonly tie: Tie
  readonly holders: ReadonlyMap<Duty, Holder>
}

/** An organisation that is answerable over a tie, for which duties. `territory` comes first. */
export interface Answer {
  readonly tie: Tie
  readonly organisation: string
  readonly duties: readonly { readonly duty: Duty; readonly at: PlaceId }[]
}

/** The general duty for whoever and whatever is at a place: 属地管理. */
export const general: Duty = 'territory'

/** @returns who is answerable, tie by tie; the holder of the general duty before the others */
export function answersOf(grounds: readonly Ground[]): readonly Answer[] {
  return grounds.flatMap(({ tie, holders }) => {
    const byOrganisation = new Map<string, { duty: Duty; at: PlaceId }[]>()
    for (const duty of dutyCodes) {
      const holder = holders.get(duty)
      if (holder === undefined) continue
      const held = byOrganisation.get(holder.organisation) ?? []
      held.push({ duty, at: holder.place })
      byOrganisation.set(holder.organisation, held)
    }
    return [...byOrganisation].map(([organisation, duties]): Answer => ({ tie, organisation, duties }))
  })
}

/**
 * What is to be known of an entity where it has to do with a place. `none`: nobody is answerable; `two`: two are, for the same; `also`: it is listed
 * elsewhere, or nowhere, and is here too.
 */
export const whats = ['none', 'two', 'also'] as const
export type What = (typeof whats)[number]

/** `territory` by where it is, `sector` by what it does. */
export interface Finding {
  readonly what: What
  readonly about: 'territory' | 'sector'
  /** Where it is to be settled: each place that has to do with it. */
  readonly ties: readonly Tie[]
  /** Those who contradict each other; empty for the others. */
  readonly organisations: readonly string[]
  /** Nobody said what it does: then its sector cannot be known. */
  readonly unsaid?: true
}

/** @returns whatever somebody has to settle of an entity, and where else it is; nothing of whoever died and what was dissolved */
export function findingsOf(
  subject: Subject,
  grounds: readonly Ground[],
  supervisions: readonly Supervision[],
): readonly Finding[] {
  if (isGone(subject)) return []
  const [first] = grounds
  if (first === undefined) return []
  return [
    ...territorial(grounds),
    ...(subject.kind === 'organisation' || supervisions.length > 0
      ? sectoral(subject, first.tie, new Set(supervisions.map(({ organisation }) => organisation)))
      : []),
    ...tiesElsewhere(
      subject,
      grounds.map(({ tie }) => tie),
    ).map((tie): Finding => ({ what: 'also', about: 'territory', ties: [tie], organisations: [] })),
  ]
}

function territorial(grounds: readonly Ground[]): readonly Finding[] {
  const held = grounds.flatMap(({ tie, holders }) => {
    const holder = holders.get(general)
    return holder === undefined ? [] : [{ tie, organisation: holder.organisation }]
  })
  const [first] = grounds
  if (held.length === 0 && first !== undefined)
    return [{ what: 'none', about: 'territory', ties: [first.tie], organisations: [] }]
  const rivals = held.filter((one) =>
    held.some((other) => other.organisation !== one.organisation && areRivals(one.tie, other.tie)),
  )
  if (rivals.length === 0) return []
  const organisations = [...new Set(rivals.map(({ organisation }) => organisation))]
  return [{ what: 'two', about: 'territory', ties: rivals.map(({ tie }) => tie), organisations }]
}

function sectoral({ facts }: Subject, tie: Tie, organisations: ReadonlySet<string>): readonly Finding[] {
  if (organisations.size === 1) return []
  const found = { about: 'sector', ties: [tie], organisations: [...organisations] } as const
  if (organisations.size > 1) return [{ what: 'two', ...found }]
  return [{ what: 'none', ...found, ...(facts[generalSector] === undefined ? { unsaid: true } : {}) }]
}

/**
 * Whether two ties make two organisations answerable for the same at the same time. A workplace is answered for beside the home, a branch beside the main
 * site. Of two homes the second has its times; where nobody says when, both are asked for all of it.
 */
export function areRivals(one: Tie, other: Tie): boolean {
  if (one.basis === 'site' && other.basis === 'site') return one.branch !== true && other.branch !== true
  const [isHome, isOtherHome] = [homes.has(one.basis), homes.has(other.basis)]
  if (!isHome || !isOtherHome || one.place === other.place) return false
  const times = [one, other].filter(({ basis }) => basis === 'second-home').map((tie) => tie.times ?? {})
  return times.some(isUnsaid) || (times.length === 2 && isSamePart(times[0], times[1]))
}

const homes: ReadonlySet<Tie['basis']> = new Set(['home', 'second-home', 'registered', 'entered'])

const isUnsaid = ({ part, nights }: Times): boolean => part === undefined && nights === undefined

const weekNights = 7

function isSamePart(one: Times = {}, other: Times = {}): boolean {
  if (one.part !== undefined && other.part !== undefined) return one.part === other.part
  return (one.nights ?? 0) + (other.nights ?? 0) > weekNights
}

const dissolved: ReadonlySet<unknown> = new Set(['4', '5', '6'])

/** Nobody is asked to answer for the dead, nor for what moved away (4), was dissolved (5) or lost its licence (6). */
export function isGone({ kind, facts }: Pick<Subject, 'kind' | 'facts'>): boolean {
  if (kind === 'person') return facts['person.deathDate'] !== undefined
  return kind === 'organisation' && dissolved.has(facts['organisation.businessStatus']?.value)
}

/** Ties to places where an entity is not listed: who looks after one of them sees it too. Each place once. */
export function tiesElsewhere({ hangsOn }: Pick<Subject, 'hangsOn'>, ties: readonly Tie[]): readonly Tie[] {
  const isElsewhere = ({ basis, place }: Tie): boolean =>
    place !== hangsOn && (hangsOn === undefined || basis === 'second-home')
  const found = ties.filter(isElsewhere)
  return found.filter(({ place }, at) => found.findIndex((one) => one.place === place) === at)
}
