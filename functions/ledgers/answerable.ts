import {
  type Answer,
  answersOf,
  type Finding,
  findingsOf,
  type Ground,
  type Names,
  othersOf,
  type Subject,
  type Supervision,
  supervisionsOf,
  type Tie,
  tiesElsewhere,
  tiesOf,
  tiesTurnOn,
} from '@zmht/shared/answerable'
import { type AnsweredKind, answeredKinds } from '@zmht/shared/contract'
import { isPlaceId, lineageOf, type PlaceId, shortName } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { findPlace, type PlaceFacts, tailOf } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { holdersAt, organisationContact } from '../permissions/index'
import { dayInChina, now } from '../platform/clock'
import { type KeptEntity, readEntity, readRelations } from './entity.store'
import { nameOf } from './look'
import { supervisionNow } from './supervision.store'

/** What is derived of an entity today. */
export interface Answered {
  readonly subject: Subject
  /** Each place it has to do with, as it is in the tree now. */
  readonly places: ReadonlyMap<PlaceId, PlaceFacts>
  readonly answers: readonly Answer[]
  readonly supervisions: readonly Supervision<PlaceId>[]
  readonly findings: readonly Finding[]
  /** Where it is besides where it is listed. */
  readonly elsewhere: readonly Tie[]
  readonly names: Names
  /** The next day on which it may be otherwise though nobody says anything. */
  readonly turnsOn?: string
}

export const isAnswered = (kind: string): kind is AnsweredKind => answeredKinds.some((one) => one === kind)

/**
 * Who is answerable for an entity, and what of it is not settled. Reads its relations and those it is placed by; duties, sectors, places and names are at
 * most 5 s old.
 */
export async function answeredOf(entity: KeptEntity): Promise<Answered> {
  const today = dayInChina(now())
  const last = lastPlace(entity)
  const subject: Subject = {
    id: entity.id,
    kind: entity.kind,
    facts: entity.facts,
    relations: await readRelations(entity.id, true),
    ...(last === undefined ? {} : { hangsOn: last }),
  }
  const others = await Promise.all(othersOf(subject).map(async (id) => [id, await readEntity(id)] as const))
  const placeOfOther = new Map(others.map(([id, other]) => [id, other && lastPlace(other)]))
  const ties = tiesOf(subject, (id) => placeOfOther.get(id), today)
  const places = await placesOf(ties)
  const grounds = await Promise.all(
    ties.flatMap((tie) => {
      const place = places.get(tie.place)
      return place === undefined ? [] : [groundAt(tie, place, today)]
    }),
  )
  const supervisions = await supervisionsAt(subject, grounds[0] && places.get(grounds[0].tie.place))
  const answers = answersOf(grounds)
  const turnsOn = tiesTurnOn(subject, today)
  return {
    subject,
    places,
    answers,
    supervisions,
    findings: findingsOf(subject, grounds, supervisions),
    elsewhere: tiesElsewhere(
      subject,
      grounds.map(({ tie }) => tie),
    ),
    names: await namesFor(ties, answers, supervisions, await knowledgeNow()),
    ...(turnsOn === undefined ? {} : { turnsOn }),
  }
}

/** The place an entity hangs on. */
function lastPlace({ path }: Pick<KeptEntity, 'path'>): PlaceId | undefined {
  const last = path === undefined ? '' : (lineageOf(path).at(-1) ?? '')
  return isPlaceId(last) ? last : undefined
}

async function placesOf(ties: readonly Tie[]): Promise<ReadonlyMap<PlaceId, PlaceFacts>> {
  const found = await Promise.all([...new Set(ties.map(({ place }) => place))].map(findPlace))
  return new Map(found.flatMap((place) => (place === undefined ? [] : [[place.id, place] as const])))
}

const groundAt = async (tie: Tie, { lineage }: PlaceFacts, day: string): Promise<Ground> => ({
  tie,
  holders: await holdersAt(lineage, day),
})

async function supervisionsAt(
  subject: Subject,
  place: PlaceFacts | undefined,
): Promise<readonly Supervision<PlaceId>[]> {
  if (place === undefined || subject.kind === 'person') return []
  const rules = await Promise.all(place.lineage.map(supervisionNow))
  const byPlace = new Map(rules.map((one) => [one.place, one.rules]))
  return supervisionsOf(subject, place.lineage, (at) => byPlace.get(at) ?? [])
}

/** What everything that is said of them is called. */
async function namesFor(
  ties: readonly Tie[],
  answers: readonly Answer[],
  supervisions: readonly Supervision<PlaceId>[],
  knowledge: Knowledge,
): Promise<Names> {
  const units = [...answers, ...supervisions].map(({ organisation }) => organisation)
  const [places, holding, others, organisations] = await Promise.all([
    named(
      ties.map(({ place }) => place),
      tailOf,
    ),
    named(
      [...answers.flatMap(({ duties }) => duties.map(({ at }) => at)), ...supervisions.map(({ place }) => place)],
      placeName,
    ),
    named(
      ties.flatMap(({ via }) => via ?? []),
      nameOf,
    ),
    named(units, async (id) => (await organisationContact(id))?.name ?? ''),
  ])
  const what = knowledge.attribute('stays-at.part')
  const parts = what?.value.type === 'code' ? what.value.items : []
  return {
    place: (id) => places.get(id) ?? holding.get(id) ?? '',
    other: (id) => others.get(id) ?? '',
    organisation: (id) => organisations.get(id) ?? '',
    part: (code) => parts.find((one) => one.code === code)?.name ?? '',
  }
}

async function named<Id extends string>(
  ids: readonly Id[],
  name: (id: Id) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  return new Map(await Promise.all([...new Set(ids)].map(async (id) => [id, await name(id)] as const)))
}

async function placeName(id: PlaceId): Promise<string> {
  const place = await findPlace(id)
  return place === undefined ? '' : shortName(place)
}
