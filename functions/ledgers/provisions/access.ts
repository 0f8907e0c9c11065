import type { PlaceId } from '@zmht/shared/geo'
import { type Action, boundsFor, decide, type Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { givenAt, isOver } from '@zmht/shared/provisions'
import { findPlace } from '../../hierarchy/index'
import { organisationFacts, organisationsAbove } from '../../permissions/index'
import { auditRefusal } from '../../platform/audit.store'
import type { Official } from '../../platform/endpoint/actor'
import type { DataSet } from './data-set.store'
import { type Provision, readProvision } from './provision.store'

type Post = Official['posts'][number]

/** An ask, or a data set, at one place, for the decision. */
export async function provisionResource(
  { id, organisation }: { readonly id: string; readonly organisation: string },
  place: PlaceId | undefined,
): Promise<Resource> {
  const found = place === undefined ? undefined : await findPlace(place)
  return {
    kind: 'provision',
    id,
    application: id,
    owners: await organisationsAbove(organisation),
    lineage: found?.lineage ?? [],
  }
}

/** Whether an official holds a post of an organisation. */
export const isOf = (actor: Official, organisation: string): boolean =>
  actor.posts.some((post) => post.organisation === organisation)

/** The places an organisation has: its own, else those of the nearest above it that has some. */
async function territoryOf(organisation: string): Promise<readonly PlaceId[]> {
  for (const id of await organisationsAbove(organisation)) {
    const { manages = [] } = (await organisationFacts(id)) ?? {}
    if (manages.length > 0) return manages
  }
  return []
}

/** Whether an organisation stands above a post: in the tree of organisations, or by a place that holds the post's with more besides. */
export async function isAbove(organisation: string, post: Post): Promise<boolean> {
  if (post.organisation === organisation) return false
  if (post.organisations.includes(organisation)) return true
  const [mine, theirs] = [await lineagesOf(post.territory), await territoryOf(organisation)]
  return mine.some(({ id, lineage }) => theirs.some((place) => place !== id && lineage.includes(place)))
}

async function lineagesOf(places: readonly PlaceId[]) {
  return (await Promise.all(places.map(findPlace))).filter((place) => place !== undefined)
}

/** Everything from the root down to the places of an official's posts: where what is offered to them is found. */
export async function placesAbove(actor: Official): Promise<readonly PlaceId[]> {
  const found = await lineagesOf(actor.posts.flatMap((post) => post.territory))
  return [...new Set(found.flatMap(({ lineage }) => lineage))]
}

/** @returns for places that are known: whether one of some places is it, or holds it */
export async function lieTester(
  places: readonly PlaceId[],
): Promise<(place: PlaceId, among: readonly PlaceId[]) => boolean> {
  const lineages = new Map((await lineagesOf(places)).map(({ id, lineage }) => [id, lineage]))
  return (place, among) => (lineages.get(place) ?? []).some((one) => among.includes(one))
}

/** Whether an official may do something about an ask in all its places. */
async function mayIn(
  actor: Official,
  action: Action,
  {
    id,
    organisation,
    places,
  }: { readonly id: string; readonly organisation: string; readonly places: readonly PlaceId[] },
  at: string,
): Promise<boolean> {
  const resources = await Promise.all(places.map((place) => provisionResource({ id, organisation }, place)))
  return resources.every((resource) => decide(actor.policy, actor, action, resource, at).allow)
}

/** What an official may do about an ask. */
export interface Mays {
  readonly decide: boolean
  readonly end: boolean
  readonly read: boolean
}

export async function maysOf(one: Provision, actor: Official, at: string): Promise<Mays> {
  const { id, supplier, asker, places, state, askedBy } = one
  const asSupplier =
    isOf(actor, supplier) && (await mayIn(actor, 'provision.decide', { id, organisation: supplier, places }, at))
  const asAsker = isOf(actor, asker) && (await mayIn(actor, 'provision.ask', { id, organisation: asker, places }, at))
  return {
    decide: asSupplier && state === 'asked' && askedBy !== actor.id,
    end: (asSupplier || asAsker) && !isOver(state),
    read: givenAt(one, at) !== undefined && holdsNamedPost(one, actor) && hasSight(one, actor, at),
  }
}

export const holdsNamedPost = ({ posts }: Provision, actor: Official): boolean =>
  actor.posts.some((post) => posts.includes(post.id))

/** Whether the rules of what was given are in force for an official, as this instance knows. */
export const hasSight = ({ id }: Provision, actor: Official, at: string): boolean =>
  boundsFor(actor.policy, actor, 'provision.read', 'provision', at).allowed.some(
    ({ applications }) => applications === undefined || applications.includes(id),
  )

/**
 * An ask as it concerns an official: of their organisation, to their organisation, or for a post of theirs.
 * @throws Problem `not-found` for anybody else: to them there is none
 */
export async function concerning(id: string, actor: Official): Promise<Provision> {
  const found = await readProvision(id)
  if (found === undefined) throw new Problem('not-found')
  if (isOf(actor, found.asker) || isOf(actor, found.supplier) || holdsNamedPost(found, actor)) return found
  throw new Problem('not-found')
}

/** Whether a data set is an official's to see: of their organisation, or offered to it from above. */
export async function isVisible({ organisation, within, ended }: DataSet, actor: Official): Promise<boolean> {
  if (isOf(actor, organisation)) return true
  if (ended) return false
  for (const post of actor.posts) {
    if (!(await isAbove(organisation, post))) continue
    const mine = await lineagesOf(post.territory)
    const theirs = await lineagesOf(within)
    // The data is of the post's places, or of places inside them.
    if (mine.some(({ lineage }) => within.some((place) => lineage.includes(place)))) return true
    if (theirs.some(({ lineage }) => post.territory.some((place) => lineage.includes(place)))) return true
  }
  return false
}

/**
 * Whoever is not of the organisation whose data it is, neither offers nor gives nor sends it.
 * @throws Problem `forbidden`, kept in the audit
 */
export async function asSupplier(actor: Official, organisation: string, subject: string, at: string): Promise<void> {
  if (!isOf(actor, organisation)) await refuse(actor, 'provision.decide', subject, at)
}

/** @throws Problem `forbidden`, kept in the audit */
export async function refuse(actor: Official, action: Action, subject: string, at: string): Promise<never> {
  await auditRefusal({ actor: actor.id, action, subject, at })
  throw new Problem('forbidden')
}
