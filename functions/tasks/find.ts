import { type Bounds, territoryOf } from '@zmht/shared/permission'
import { findPlace, type PlaceFacts } from '../hierarchy/index'
import { organisationsAbove } from '../permissions/index'
import type { Official } from '../platform/endpoint/actor'
import { firstPages } from '../platform/table/page'
import { isReached } from './reach'
import { type TaskCard, tasksAtPlace, tasksOf } from './task.store'
import { lineageOfPlace } from './task-access'

/** An organisation issues some tens of tasks: of more than these its list tells. */
const mostPages = 3

/**
 * The tasks an official has to do with: those to be done at their places, by whomever issued, and those their organisations issued.
 * @param bounds of what `task.read` is allowed
 * @param isWanted asked before anything is read of a task besides its card
 */
export async function tasksSeenBy(
  actor: Official,
  bounds: Bounds,
  isWanted: (card: TaskCard) => boolean,
): Promise<readonly TaskCard[]> {
  const places = [...new Set(actor.posts.flatMap(({ territory }) => territory))]
  const found = await Promise.all(places.map(findPlace))
  const here = found.flatMap((place) => place ?? [])
  const covering = (await Promise.all(here.map((place) => coveringAt(place, actor, bounds, isWanted)))).flat()
  const own = (await Promise.all(organisationsOf(actor).map(issuedBy))).flat().filter(isWanted)
  const theirs = await Promise.all(own.map(async (card) => ((await isAllowed(card, here, bounds)) ? [card] : [])))
  return [...new Map([...covering, ...theirs.flat()].map((card) => [card.id, card])).values()]
}

const organisationsOf = ({ posts }: Pick<Official, 'posts'>): readonly string[] => [
  ...new Set(posts.map(({ organisation }) => organisation)),
]

const issuedBy = (organisation: string): Promise<readonly TaskCard[]> =>
  firstPages(mostPages, (cursor) => tasksOf(organisation, cursor))

/** What is to be done at a place and has come down to it. */
async function coveringAt(
  place: PlaceFacts,
  actor: Official,
  bounds: Bounds,
  isWanted: (card: TaskCard) => boolean,
): Promise<readonly TaskCard[]> {
  const found = await Promise.all(
    place.lineage.map(async (at) => (await tasksAtPlace(at)).filter(isWanted).map((card) => ({ card, within: [at] }))),
  )
  const seen = await Promise.all(
    found.flat().map(async ({ card, within }) => {
      const passed = { id: card.id, organisationId: card.organisationId, passes: card.passes, within }
      const isTheirs = (await isAllowed(card, [place], bounds)) && (await isReached(passed, place.tiers, actor))
      return isTheirs ? [card] : []
    }),
  )
  return seen.flat()
}

/** Whether a task may be read at one of some places, each inside or around what is allowed. */
async function isAllowed(card: TaskCard, here: readonly PlaceFacts[], bounds: Bounds): Promise<boolean> {
  const owners = await organisationsAbove(card.organisationId)
  const { everywhere, places } = territoryOf(bounds, { application: card.id, owners })
  if (everywhere) return true
  const lineages = await Promise.all(places.map(lineageOfPlace))
  return here.some(({ id, lineage: at }) =>
    lineages.some((lineage) => at.includes(lineage.at(-1) ?? id) || lineage.includes(id)),
  )
}
