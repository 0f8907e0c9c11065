/** What other slices may read of accounts and the directory. */
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import type { Charge } from '@zmht/shared/permission'
import { type Action, decide, type HandoverEvent, type Resource } from '@zmht/shared/permission'
import { open } from '../platform/cipher'
import { dayInChina, now } from '../platform/clock'
import { readStandingItem } from './account.store'
import { readApplication } from './application.store'
import { colleague } from './colleagues'
import { holdersOn, postsOf, readOfficial, readPosts } from './directory.store'
import { dueOn, inForce } from './domain/grid'
import { readGrant } from './grant.store'
import { gridsCovering, gridsOfWorker, readGrids } from './grid.store'
import { type Handover, readHandovers } from './handover.store'
import { holdersAt } from './holders'
import { institutionsCalled, organisationChain, readOrganisation } from './organisation.store'
import { policyFor } from './policy'
import { chargesOn, phoneContext, phoneOf, postsNow } from './standing'

export { residentWithPhone } from './by-phone'
export { clientFacts, readClient, rootOf } from './clients'
export { accountOf, maskPhone, personOf } from './domain/accounts'
export { type FoundInDirectory, findInDirectory, type InDirectory } from './find-in-directory'
export { holdersAt, type OrganisationContact, organisationContact } from './holders'
export { type StaffMember, staffAt } from './staff'
export { readActor } from './standing'

/** Who holds a post of an organisation today. */
export async function officialsOf(organisation: string): Promise<readonly string[]> {
  const today = dayInChina(now())
  return [...new Set((await postsOf(organisation)).flatMap((post) => holdersOn(post, today)))]
}

/** The organisations that answer for a place today, whatever for: the nearest upwards for each duty. @param lineage root first */
export async function answeringAt(lineage: readonly PlaceId[]): Promise<readonly string[]> {
  const held = await holdersAt(lineage, dayInChina(now()))
  return [...new Set([...held.values()].map(({ organisation }) => organisation))]
}

/** For whom an account acts on a day. Strongly consistent. */
export async function chargesOf(account: string, at: Instant): Promise<readonly Charge[]> {
  const standing = await readStandingItem(account)
  return standing === undefined ? [] : chargesOn(standing, dayInChina(at))
}

/** How somebody can be reached, and what they said of their homes. */
export async function contactOf(actor: string) {
  const standing = await readStandingItem(actor)
  if (standing === undefined) return undefined
  return {
    kind: standing.kind,
    name: standing.name,
    phone: await phoneOf(standing),
    phoneSince: standing.phoneSince,
    openId: standing.openId,
    homes: standing.homes,
  }
}

/** An official as the person they answer reads it. */
export async function officialContact(id: string): Promise<{ id: string; name: string; phone: string } | undefined> {
  const official = await readOfficial(id)
  if (official === undefined) return undefined
  return { id, name: official.name, phone: await open<string>(official.phone, phoneContext(id)) }
}

/** An official's name with the post that lets them do something to a resource now. @returns undefined when none does, or they are away. */
export async function whoMayNow(
  id: string,
  action: Action,
  resource: Resource,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const standing = await readStandingItem(id)
  if (standing === undefined || standing.kind !== 'official') return undefined
  const posts = postsNow(standing)
  const decision = decide(await policyFor(posts), { kind: 'official', id, posts }, action, resource, now())
  if (!decision.allow) return undefined
  const title = posts.find((post) => decision.because.some((one) => one.post === post.id))?.title
  return { id, name: [title, standing.name].filter(Boolean).join(' ') }
}

export type { Handover } from './handover.store'
/** What an operation hands over: the open work of which post, by which rule to whom. */
export const handoversOf = (operation: string): Promise<Handover[]> => readHandovers(operation)

/**
 * What becomes of something an official had in hand when a post of theirs ended.
 * @param resource where it is, and to do what to it one must be allowed
 * @returns `stays` where it is none of the post's or they may still see to it; who takes over; `nobody` where colleagues take it up
 */
export async function successorOf(
  { official, territory, to, whole }: Handover,
  action: Action,
  resource: Resource,
): Promise<'stays' | 'nobody' | { readonly id: string; readonly name: string }> {
  if (!territory.some((place) => resource.lineage.includes(place))) return 'stays'
  // Whoever may still see to it goes on with it.
  if (!whole && (await whoMayNow(official, action, resource)) !== undefined) return 'stays'
  const successor = to === undefined || to === official ? undefined : await whoMayNow(to, action, resource)
  return successor ?? 'nobody'
}

/** Why something goes over, as it is told on its time line. */
export const handoverReasons: Readonly<Record<HandoverEvent, string>> = {
  transfer: '因原办理人工作调动',
  leave: '因原办理人休假',
  merger: '因单位合并',
}

export interface OrganisationFacts {
  readonly id: string
  readonly name: string
  readonly manages: readonly PlaceId[]
}

export async function organisationFacts(id: string): Promise<OrganisationFacts | undefined> {
  const found = await readOrganisation(id)
  return found === undefined ? undefined : { id: found.id, name: found.name, manages: found.manages }
}

/**
 * The one enterprise or institution of the directory that is called so where something is: below whoever is responsible there, or above them, and in one of these places.
 * @param lineage root first
 * @returns undefined where there is none, or more than one
 */
export async function institutionCalled(name: string, lineage: readonly PlaceId[]): Promise<string | undefined> {
  const today = dayInChina(now())
  const holders = await Promise.all(lineage.map((_, at) => holdersAt(lineage.slice(0, at + 1), today)))
  const parents = new Set(holders.flatMap((held) => held.get('territory')?.organisation ?? []))
  const found = new Set((await Promise.all([...parents].map((one) => institutionsCalled(one, name)))).flat())
  const here = await Promise.all(
    [...found].map(async (id) => {
      const place = (await readOrganisation(id))?.place
      return place === undefined || lineage.includes(place) ? [id] : []
    }),
  )
  const [only, ...others] = here.flat()
  return others.length > 0 ? undefined : only
}

/** The posts of an organisation by id, with their titles. */
export async function postsIn(organisation: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await postsOf(organisation)).map(({ id, title }) => [id, title]))
}

/** The roles that an organisation's posts carry, each with the titles of those posts. */
export async function rolesIn(organisation: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>()
  const posts = await readPosts((await postsOf(organisation)).map(({ id }) => id))
  for (const { title, roles, closed } of posts.values())
    for (const role of closed ? [] : roles) found.set(role, [...(found.get(role) ?? []), title])
  return new Map([...found].map(([role, titles]) => [role, [...new Set(titles)]]))
}

/** Whether a rule is in force. Strongly consistent. */
export const isRuleInForce = async (id: string): Promise<boolean> => (await readGrant(id))?.content !== undefined

export const organisationsAbove = (id: string): Promise<string[]> => organisationChain(id)

/** The organisations that own an application, nearest first; none where it is not known. */
export async function ownersOf(application: string): Promise<readonly string[]> {
  const found = await readApplication(application)
  return found === undefined ? [] : organisationChain(found.organisation)
}

export interface PlacedFacts {
  readonly id: PlaceId
  readonly lineage: readonly PlaceId[]
}

/**
 * The grid to which work at each of these places goes today: the nearest that covers it. Places without one are left out. Strongly consistent: what was
 * saved before this call counts.
 */
export async function gridsForWorkAt(places: readonly PlacedFacts[]): Promise<Map<PlaceId, string>> {
  const covering = await gridsCovering(places, dayInChina(now()), true)
  return new Map(
    [...covering].flatMap(([place, [nearest]]): [PlaceId, string][] =>
      nearest === undefined ? [] : [[place, nearest.id]],
    ),
  )
}

export interface GridFacts {
  readonly id: string
  readonly name: string
  readonly within: PlaceId
  readonly from: string
  readonly to?: string
}

/** @returns undefined when there is no such grid. Strongly consistent. */
export async function gridFacts(id: string): Promise<GridFacts | undefined> {
  return (await readGrids([id], true)).get(id)
}

/** The grids an official is on duty for today. */
export async function gridsOnDutyOf(official: string): Promise<GridFacts[]> {
  const today = dayInChina(now())
  const grids = await readGrids(await gridsOfWorker(official))
  return [...grids.values()].filter((grid) => inForce(grid, today) && dueOn(grid.workers, today).includes(official))
}

/** These grids by id, each with who is on duty there today, substitutes first. */
export async function gridsWithWorkers(
  ids: readonly string[],
): Promise<Map<string, { id: string; name: string; workers: { id: string; name: string }[] }>> {
  const today = dayInChina(now())
  const shown = await Promise.all(
    [...(await readGrids(ids)).values()].map(async ({ id, name, workers }) => {
      const present = await Promise.all(dueOn(workers, today).map(colleague))
      return {
        id,
        name,
        workers: present.flatMap((one) => (one?.inOffice === true ? [{ id: one.id, name: one.name }] : [])),
      }
    }),
  )
  return new Map(shown.map((grid) => [grid.id, grid]))
}
