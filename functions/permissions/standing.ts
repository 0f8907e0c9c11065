import type { App, MeReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import {
  type Action,
  actions,
  boundsFor,
  type Charge,
  isHeldOn,
  kindListedFor,
  type OfficialActor,
  type Policy,
} from '@zmht/shared/permission'
import { privacyGuideline } from '@zmht/shared/rules'
import { findPlace, namedLineage, tailOf } from '../hierarchy/index'
import { open } from '../platform/cipher'
import { dayInChina, now, nowMillis } from '../platform/clock'
import type { Actor } from '../platform/endpoint/actor'
import { type Home, readStandingItem, type Standing, saveStanding } from './account.store'
import { readOfficial, readPosts } from './directory.store'
import { maskPhone, personOf } from './domain/accounts'
import type { Official, PostRecord } from './domain/records'
import { backOn, compilePosts, type HeldPost, holdsFrom, type OrganisationInTree, postsOn } from './domain/standing'
import { inTree, readOrganisation } from './organisation.store'
import { policyFor } from './policy'

/** What the endpoint asks on every request. @returns undefined when the session was signed out or the actor is gone. */
export async function readActor(id: string, app: App, family: string): Promise<Actor | undefined> {
  const standing = await readStandingItem(id)
  if (standing === undefined || standing.ended[family] !== undefined) return undefined
  if (standing.kind === 'official') {
    if (app !== 'gov' || !isInOffice(standing)) return undefined
    const posts = postsNow(standing)
    return { kind: 'official', id, name: standing.name, posts, policy: await policyFor(posts) }
  }
  if (app !== 'resident') return undefined
  return {
    kind: 'resident',
    id,
    name: standing.name,
    person: personOf(id),
    homes: standing.homes,
    charges: chargesOn(standing, dayInChina(now())),
    ...(standing.consented === undefined ? {} : { consented: standing.consented }),
  }
}

/** An official as of now, for whoever asks about them. @returns undefined when they hold no post today */
export async function officialNow(id: string): Promise<OfficialActor | undefined> {
  const standing = await readStandingItem(id)
  if (standing === undefined || standing.kind !== 'official') return undefined
  const posts = postsNow(standing)
  return posts.length === 0 ? undefined : { kind: 'official', id, posts }
}

/** For whom a resident acts on a day. */
export const chargesOn = ({ charges = {} }: Standing, day: string): readonly Charge[] =>
  Object.values(charges).flatMap(({ held, edition: _edition, ...charge }) =>
    held && isHeldOn(charge, day) ? [charge] : [],
  )

/** The posts in force today; none on a day on which the official is away. */
export const postsNow = (standing: Standing): readonly HeldPost[] => postsOn(standing, dayInChina(now()))

/** Whether an official holds any post today or will: who has none left can no longer sign in. */
export const isInOffice = (standing: Standing): boolean => holdsFrom(standing, dayInChina(now()))

export const phoneContext = (id: string): string => `standing/${id}/phone`

/** @returns the phone number, or an empty text where none is known. */
export async function phoneOf(standing: Standing): Promise<string> {
  return standing.phone === undefined ? '' : open<string>(standing.phone, phoneContext(standing.id))
}

/** What a person reads of themself. */
export async function meOf(standing: Standing): Promise<MeReply> {
  const phone = maskPhone(await phoneOf(standing))
  if (standing.kind === 'resident') {
    return {
      kind: 'resident',
      id: standing.id,
      name: standing.name,
      phone,
      homes: await Promise.all(standing.homes.map(homeOf)),
      guideline: privacyGuideline,
      ...(standing.consented === undefined ? {} : { consented: standing.consented }),
    }
  }
  const posts = postsNow(standing)
  const away = backOn(standing.absences ?? [], dayInChina(now()))
  return {
    kind: 'official',
    id: standing.id,
    name: standing.name,
    phone,
    posts: await Promise.all(
      posts.map(async (post) => ({
        id: post.id,
        title: post.title,
        organisation: { id: post.organisation, name: (await readOrganisation(post.organisation))?.name ?? '' },
        as: post.as,
        ...(post.until === undefined ? {} : { until: post.until }),
        territory: (await Promise.all(post.territory.map((place) => findPlace(place))))
          .filter((place) => place !== undefined)
          .map(({ id, name, level }) => ({ id, name, level })),
      })),
    ),
    ...(away === undefined ? {} : { away }),
    actions: allowedActions(await policyFor(posts), standing.id, posts),
  }
}

async function homeOf(home: Home) {
  const place = await findPlace(home.placeId)
  const lineage = place === undefined ? [] : await namedLineage(place.path)
  const community = lineage.find((one) => one.level === 'community') ?? lineage.at(-1)
  return {
    placeId: home.placeId,
    label: home.label,
    tail: await tailOf(home.placeId),
    community: community === undefined ? '' : shortName(community),
    communityId: community?.id ?? home.placeId,
  }
}

function allowedActions(policy: Policy, id: string, posts: readonly HeldPost[]): Action[] {
  return actions.filter((action) => {
    const actor = { kind: 'official', id, posts } as const
    return boundsFor(policy, actor, action, kindListedFor(action), now()).allowed.length > 0
  })
}

/** What an official's posts are compiled from. */
export interface Surroundings {
  readonly posts: ReadonlyMap<string, PostRecord>
  readonly organisations: ReadonlyMap<string, OrganisationInTree>
}

/** The one way a standing is made of the directory: from what was read of it, or is about to be written. */
export function standingOf(official: Official, before: Standing | undefined, surroundings: Surroundings): Standing {
  const { id, name, phone, absences } = official
  const today = dayInChina(now())
  const current = absences.filter(({ until }) => until > today)
  return {
    id,
    kind: 'official',
    name,
    phone,
    ...(before?.openId === undefined ? {} : { openId: before.openId }),
    homes: [],
    posts: compilePosts(official, surroundings.posts, surroundings.organisations, today),
    ...(current.length === 0 ? {} : { absences: current }),
    ended: before?.ended ?? {},
    version: (before?.version ?? 0) + 1,
  }
}

/** Reads an official's posts with their organisations as they are now and compiles the standing. */
export async function compileStanding(officialId: string, before: Standing | undefined): Promise<Standing | undefined> {
  const official = await readOfficial(officialId)
  if (official === undefined) return undefined
  const posts = await readPosts(official.holdings.map(({ post }) => post))
  const organisations = await inTree([...posts.values()].map(({ organisationId }) => organisationId))
  return standingOf(official, before, { posts, organisations })
}

/** Makes a standing what the directory says now. Done again it changes nothing. */
export async function refreshStanding(officialId: string): Promise<void> {
  for (;;) {
    const before = await readStandingItem(officialId)
    const after = await compileStanding(officialId, before)
    if (after === undefined || (before !== undefined && isSame(before, after)) || (await saveStanding(after))) return
  }
}

const isSame = (one: Standing, other: Standing): boolean =>
  canonical([one.name, one.posts, one.absences ?? []]) === canonical([other.name, other.posts, other.absences ?? []]) &&
  Buffer.from(one.phone ?? []).equals(Buffer.from(other.phone ?? []))

/** JSON with sorted keys: the table does not keep the order of a map. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([first], [second]) => (first < second ? -1 : 1)))
      : inner,
  )

/** Ends a session at once: its access token, though in time, is refused from the next request on. */
export function withEnded(standing: Standing, family: string, lifeSeconds: number): Omit<Standing, 'version'> {
  const seconds = Math.floor(nowMillis() / 1000)
  const stillAlive = Object.entries(standing.ended).filter(([, end]) => end > seconds)
  return { ...standing, ended: { ...Object.fromEntries(stillAlive), [family]: seconds + lifeSeconds } }
}
