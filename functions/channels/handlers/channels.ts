import { channelRoutes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import type { Action, Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { nextChannelState, settingProblems } from '@zmht/shared/rules'
import { findPlace, placeFacts } from '../../hierarchy/index'
import { organisationFacts, organisationsAbove } from '../../permissions/index'
import { auditRefusal } from '../../platform/audit.store'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { present } from '../../platform/table/item'
import { joinPosition, splitPosition } from '../../platform/table/page'
import {
  type Channel,
  channelsOf,
  createChannel,
  type Offer,
  readChannel,
  saveChannel,
  saveOffers,
} from '../channel.store'
import { askParts } from '../consents'
import { partitionOf } from '../domain/reach'
import { keepReceiver, linkRefusals } from '../outside/receiver'
import { sameContent } from '../same'
import { sharing } from '../shared.store'
import { formProblems, showChannel } from '../show'

const routes = channelRoutes

export async function resourceOf(channel: Pick<Channel, 'id' | 'place' | 'organisationId'>): Promise<Resource> {
  const { lineage } = await placeFacts(channel.place)
  return {
    kind: 'channel',
    id: channel.id,
    lineage,
    application: channel.id,
    owners: await organisationsAbove(channel.organisationId),
  }
}

export async function locate({ params }: { params: { channelId: string } }) {
  const channel = await readChannel(params.channelId)
  if (channel === undefined) throw new Problem('not-found')
  return { resource: await resourceOf(channel), loaded: channel }
}

/** A channel of another organisation above, below or beside is not the actor's to change: owner and territory are both asked. */
export async function asOwner(actor: Official, channel: Channel, action: Action, at: Instant): Promise<void> {
  if (actor.posts.some(({ organisation }) => organisation === channel.organisationId)) return
  await auditRefusal({ actor: actor.id, action, subject: `channel/${channel.id}`, at })
  throw new Problem('forbidden')
}

/** A new channel will belong to the organisation of the first post that manages a place. @throws Problem `forbidden` for whoever has none */
export async function ownerFor(id: string, actor: Official): Promise<Pick<Channel, 'id' | 'organisationId' | 'place'>> {
  for (const post of actor.posts) {
    const organisation = await organisationFacts(post.organisation)
    const place = organisation?.manages[0]
    if (organisation !== undefined && place !== undefined) return { id, organisationId: organisation.id, place }
  }
  throw new Problem('forbidden')
}

export const create = endpoint(routes.create, {
  locate: async ({ params }, actor) => {
    const owner = await ownerFor(params.channelId, actor)
    return { resource: await resourceOf(owner), loaded: owner }
  },
  handle: async ({ body, actor, now, loaded }) => {
    const channel: Channel = {
      ...loaded,
      state: 'draft',
      content: body,
      edition: 1,
      reach: [],
      updatedAt: now,
      by: actor.id,
    }
    if (await createChannel(channel)) return showChannel(channel)
    const held = await readChannel(loaded.id)
    // Sent again after no answer came: the same channel.
    const same = held?.organisationId === loaded.organisationId && held.edition === 1 && sameContent(held.content, body)
    if (held === undefined || !same) throw new Problem('key-reused')
    return showChannel(held)
  },
})

export const revise = endpoint(routes.revise, {
  locate,
  handle: async ({ body, actor, now, loaded }) => {
    await asOwner(actor, loaded, 'channel.write', now)
    if (nextChannelState(loaded.state, 'revise') === undefined) throw new Problem('channel-not-draftable')
    if (sameContent(loaded.content, body.content) && loaded.edition === body.edition + 1) return showChannel(loaded)
    if (loaded.edition !== body.edition) throw new Problem('changed')
    const next: Channel = {
      ...loaded,
      content: body.content,
      edition: loaded.edition + 1,
      updatedAt: now,
      by: actor.id,
    }
    if (!(await saveChannel(next))) throw new Problem('changed')
    return showChannel(next)
  },
})

export async function offersFor(channel: Channel, reach: readonly PlaceId[]): Promise<Offer[]> {
  const { id, content, paused } = channel
  const { title, summary, category, audience, times, procedure, link, for: whom } = content
  return Promise.all(
    reach.map(async (place) => {
      const at = partitionOf((await placeFacts(place)).tiers)
      if (at === undefined) throw new Problem('no-such-place')
      return {
        at,
        place,
        id,
        title,
        summary,
        category,
        ...(procedure === 'routed' ? { raises: true as const } : {}),
        ...present({ for: whom, audience, from: times?.from, until: times?.until, paused, link: link?.kind }),
      }
    }),
  )
}

/** What changed between two lists, by where each offer is kept. */
function difference(before: readonly Offer[], after: readonly Offer[]) {
  const keys = new Set(after.map(({ at, place }) => `${at}/${place}`))
  return { added: after, removed: before.filter(({ at, place }) => !keys.has(`${at}/${place}`)) }
}

export const publish = endpoint(routes.publish, {
  locate,
  handle: async ({ body, actor, now, loaded }) => {
    await asOwner(actor, loaded, 'channel.publish', now)
    const reach = [...new Set(body.reach)]
    for (const place of reach) {
      const found = await findPlace(place)
      if (found === undefined) throw new Problem('no-such-place')
      await allowed(actor, 'channel.publish', { kind: 'channel', id: loaded.id, lineage: found.lineage }, now)
    }
    const again =
      loaded.edition === body.edition + 1 &&
      loaded.publishedEdition === loaded.edition &&
      loaded.reach.join() === reach.join()
    if (again) return showChannel(loaded)
    const state = nextChannelState(loaded.state, 'publish')
    if (state === undefined) throw new Problem('channel-not-draftable')
    if (loaded.edition !== body.edition) throw new Problem('changed')
    const problems = [
      ...(await formProblems(loaded.content)).map(({ control, message }) => ({
        path: `form.${control ?? ''}`,
        message,
      })),
      ...settingProblems(loaded.content).map(({ setting, message }) => ({ path: setting, message })),
      ...(await linkRefusals(loaded)).map((message) => ({ path: 'link', message })),
    ]
    if (problems.length > 0) throw new Problem('form-broken', { fields: problems })
    const { procedure, parts = [] } = loaded.content
    if (procedure === 'partner-confirms' && !parts.some(({ part }) => part === 'partner'))
      throw new Problem('invalid', { detail: '还没有选确认名单的单位，没有发布。草稿都还在。' })
    await askParts(loaded, parts, actor.id, now)
    const { paused: _over, ...running } = loaded
    const next: Channel = {
      ...running,
      state,
      reach,
      edition: loaded.edition + 1,
      publishedEdition: loaded.edition + 1,
      version: (loaded.version ?? 0) + 1,
      updatedAt: now,
      by: actor.id,
    }
    const before = isOffered(loaded) ? await offersFor(loaded, loaded.reach) : []
    if (!(await saveOffers(next, difference(before, await offersFor(next, reach)), now, [await listed(next)])))
      throw new Problem('changed')
    await keepReceiver(next)
    return showChannel(next)
  },
})

/** Whether it stands in the lists of its places. */
export const isOffered = ({ state }: Pick<Channel, 'state'>): boolean => state === 'open' || state === 'paused'

/** Its city, or the province of a municipality. */
export async function cityOf(place: PlaceId): Promise<PlaceId> {
  const { tiers } = await placeFacts(place)
  return (tiers.find(({ level }) => level === 'city') ?? tiers[0])?.id ?? place
}

/** Its line among what the city's organisations share, while it is offered. */
async function listed(channel: Channel) {
  const { id, content, organisationId, place } = channel
  const { title, summary, category, procedure, shared } = content
  const organisation = (await organisationFacts(organisationId))?.name ?? ''
  const line = { city: await cityOf(place), id, title, summary, category, procedure, organisation }
  return sharing(line, shared === true && isOffered(channel))
}

export const close = endpoint(routes.close, {
  locate,
  handle: async ({ body, actor, now, loaded }) => {
    await asOwner(actor, loaded, 'channel.publish', now)
    if (loaded.state === 'closed' && loaded.edition === body.edition + 1) return showChannel(loaded)
    const state = nextChannelState(loaded.state, 'close')
    if (state === undefined) throw new Problem('channel-not-draftable')
    if (loaded.edition !== body.edition) throw new Problem('changed')
    const { paused: _over, ...running } = loaded
    const next: Channel = { ...running, state, edition: loaded.edition + 1, updatedAt: now, by: actor.id }
    const offers = { added: [], removed: await offersFor(loaded, loaded.reach) }
    if (!(await saveOffers(next, offers, undefined, [await listed(next)]))) throw new Problem('changed')
    return showChannel(next)
  },
})

export const channel = endpoint(routes.channel, { locate, handle: async ({ loaded }) => showChannel(loaded) })

export const list = endpoint(routes.list, async ({ actor, query }) => {
  const organisations = [...new Set(actor.posts.map((post) => post.organisation))]
  const { part, from } = splitPosition(query.cursor)
  for (let at = part; at < organisations.length; at++) {
    const organisation = organisations[at]
    if (organisation === undefined) break
    const page = await channelsOf(organisation, at === part ? from : undefined)
    const next =
      page.next !== undefined
        ? joinPosition(at, page.next)
        : at + 1 < organisations.length
          ? joinPosition(at + 1)
          : undefined
    if (page.items.length > 0 || next === undefined)
      return { items: page.items, ...(next === undefined ? {} : { next }) }
  }
  return { items: [] }
})
