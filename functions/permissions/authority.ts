import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { type Action, decide, type Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace } from '../hierarchy/index'
import type { Official as Actor } from '../platform/endpoint/actor'
import { allowed } from '../platform/endpoint/endpoint'
import { chainIn, mostTiers, type Organisation, readOrganisations, withThoseAbove } from './organisation.store'

/** The places that say where an organisation belongs: those it manages, else where it is, else those of the organisation above. */
function placesOf(organisation: Organisation, known: ReadonlyMap<string, Organisation>): readonly PlaceId[] {
  let at: Organisation | undefined = organisation
  for (let tier = 0; at !== undefined && tier < mostTiers; tier++) {
    if (at.manages.length > 0) return at.manages
    if (at.place !== undefined) return [at.place]
    at = at.parentId === undefined ? undefined : known.get(at.parentId)
  }
  return []
}

/** From the root to a place; a place that is not there yet lies in itself alone. */
const lineageOf = async (place: PlaceId): Promise<readonly PlaceId[]> => (await findPlace(place))?.lineage ?? [place]

type Resources = readonly [Resource, ...Resource[]]

/** Organisations for the decision, each once for each place it belongs to; what stands above them is read once for all. */
async function resourcesOfAll(organisations: readonly Organisation[]): Promise<ReadonlyMap<string, Resources>> {
  // Where it is to stand may be somewhere else than where it stands.
  const known = await withThoseAbove(organisations.flatMap(({ id, parentId }) => [id, parentId ?? []].flat()))
  const resourcesIn = async (organisation: Organisation): Promise<Resources> => {
    const { id } = organisation
    const owners = known.has(id) ? chainIn(known, id) : [id]
    const at = (lineage: readonly PlaceId[]): Resource => ({ kind: 'organisation', id, lineage, owners })
    const [first, ...others] = await Promise.all(placesOf(organisation, known).map(lineageOf))
    return [at(first ?? []), ...others.map(at)]
  }
  return new Map(await Promise.all(organisations.map(async (one) => [one.id, await resourcesIn(one)] as const)))
}

/** An organisation for the decision, once for each place it belongs to. */
export async function resourcesOf(organisation: Organisation): Promise<Resources> {
  const found = (await resourcesOfAll([organisation])).get(organisation.id)
  return found ?? [{ kind: 'organisation', id: organisation.id, lineage: [], owners: [organisation.id] }]
}

/** @throws Problem `outside-territory` or `forbidden` unless an official may do something in all places of an organisation. */
export async function allowedIn(actor: Actor, action: Action, organisation: Organisation, at: Instant): Promise<void> {
  for (const resource of await resourcesOf(organisation)) await allowed(actor, action, resource, at)
}

const mayWith = (actor: Actor, action: Action, resources: readonly Resource[], at: Instant): boolean =>
  resources.every((resource) => decide(actor.policy, actor, action, resource, at).allow)

/** Whether an official may do something in all places of an organisation; asks without refusing. */
export async function mayIn(actor: Actor, action: Action, organisation: Organisation, at: Instant): Promise<boolean> {
  return mayWith(actor, action, await resourcesOf(organisation), at)
}

/** @returns by id, in which of the organisations an official may do something in all their places; they are read once for every action */
export async function decisionsOn(
  actor: Actor,
  organisations: readonly Organisation[],
  at: Instant,
): Promise<(action: Action) => ReadonlySet<string>> {
  const all = [...(await resourcesOfAll(organisations))]
  return (action) => new Set(all.flatMap(([id, resources]) => (mayWith(actor, action, resources, at) ? [id] : [])))
}

/** @throws Problem `outside-territory` or `forbidden` unless an official may change the directory at a place. */
export async function allowedAt(actor: Actor, place: PlaceId, organisation: string, at: Instant): Promise<void> {
  const resource = { kind: 'organisation', id: organisation, lineage: await lineageOf(place), owners: [organisation] }
  await allowed(actor, 'directory.write', resource, at)
}

/** Whether a place lies in those of somebody's own posts. */
export async function isOwnPlace(actor: Actor, place: PlaceId): Promise<boolean> {
  const lineage = await lineageOf(place)
  return actor.posts.some(({ territory }) => territory.some((one) => lineage.includes(one)))
}

/** @throws Problem `not-found` when there is none. */
export async function existingOrganisation(id: string): Promise<Organisation> {
  const organisation = (await readOrganisations([id])).get(id)
  if (organisation === undefined) throw new Problem('not-found')
  return organisation
}
