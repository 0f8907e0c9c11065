import type { App, MeReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { type Action, actions, type Policy, standardGrants, territoryFor } from '@zmht/shared/permission'
import { privacyGuideline } from '@zmht/shared/rules'
import { findPlace, namedLineage, tailOf } from '../hierarchy/index'
import { open } from '../platform/cipher'
import { now, nowMillis } from '../platform/clock'
import type { Actor } from '../platform/endpoint/actor'
import { type Home, readStandingItem, type Standing } from './account.store'
import { organisationChain, readOfficial, readOrganisation, readPost } from './directory.store'
import { maskPhone, personOf } from './domain/accounts'

/** The grants of a deployment; immutable by version, so an instance keeps them for ever. */
const policy: Policy = { version: 'standard-1', grants: standardGrants }

/** What the endpoint asks on every request. @returns undefined when the session was signed out or the actor is gone. */
export async function readActor(id: string, app: App, family: string): Promise<Actor | undefined> {
  const standing = await readStandingItem(id)
  if (standing === undefined || standing.ended[family] !== undefined) return undefined
  if (standing.kind === 'official') {
    if (app !== 'gov' || standing.posts.length === 0) return undefined
    return { kind: 'official', id, name: standing.name, posts: standing.posts, policy }
  }
  if (app !== 'resident') return undefined
  return {
    kind: 'resident',
    id,
    name: standing.name,
    person: personOf(id),
    homes: standing.homes,
    ...(standing.consented === undefined ? {} : { consented: standing.consented }),
  }
}

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
  return {
    kind: 'official',
    id: standing.id,
    name: standing.name,
    phone,
    posts: await Promise.all(
      standing.posts.map(async (post) => ({
        id: post.id,
        title: post.title,
        organisation: { id: post.organisation, name: (await readOrganisation(post.organisation))?.name ?? '' },
        territory: (await Promise.all(post.territory.map((place) => findPlace(place))))
          .filter((place) => place !== undefined)
          .map(({ id, name, level }) => ({ id, name, level })),
      })),
    ),
    actions: allowedActions(standing),
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
  }
}

function allowedActions(standing: Standing): Action[] {
  const official = { kind: 'official' as const, id: standing.id, posts: standing.posts }
  return actions.filter((action) => {
    const { everywhere, places } = territoryFor(policy, official, action, 'any', now())
    return everywhere || places.length > 0
  })
}

/** The standing of an official, compiled from the directory: called whenever a post, its holders or an organisation changes. */
export async function compileStanding(officialId: string, before: Standing | undefined): Promise<Standing | undefined> {
  const official = await readOfficial(officialId)
  if (official === undefined) return undefined
  const posts = await Promise.all(
    official.posts.map(async (id) => {
      const post = await readPost(id)
      if (post === undefined || !post.holders.includes(official.id)) return undefined
      const organisation = await readOrganisation(post.organisationId)
      return {
        id: post.id,
        title: post.title,
        organisation: post.organisationId,
        organisations: await organisationChain(post.organisationId),
        roles: post.roles,
        tags: post.tags,
        rank: post.rank,
        territory: organisation?.manages ?? [],
      }
    }),
  )
  return {
    id: official.id,
    kind: 'official',
    name: official.name,
    phone: official.phone,
    ...(before?.openId === undefined ? {} : { openId: before.openId }),
    homes: [],
    posts: posts.filter((post) => post !== undefined),
    ended: before?.ended ?? {},
    version: (before?.version ?? 0) + 1,
  }
}

/** Ends a session at once: its access token, though in time, is refused from the next request on. */
export function withEnded(standing: Standing, family: string, lifeSeconds: number): Omit<Standing, 'version'> {
  const seconds = Math.floor(nowMillis() / 1000)
  const stillAlive = Object.entries(standing.ended).filter(([, end]) => end > seconds)
  return { ...standing, ended: { ...Object.fromEntries(stillAlive), [family]: seconds + lifeSeconds } }
}
