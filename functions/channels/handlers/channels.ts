import { type ChannelContent, channelRoutes } from '@zmht/shared/contract'
import { checkForm } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import type { Action, Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { nextChannelState } from '@zmht/shared/rules'
import { findPlace, placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { organisationFacts, organisationsAbove } from '../../permissions/index'
import { auditRefusal } from '../../platform/audit.store'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
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
import { partitionOf } from '../domain/reach'
import { showChannel } from '../show'

const routes = channelRoutes

async function resourceOf(channel: Pick<Channel, 'id' | 'place' | 'organisationId'>): Promise<Resource> {
  const { lineage } = await placeFacts(channel.place)
  return {
    kind: 'channel',
    id: channel.id,
    lineage,
    application: channel.id,
    owners: await organisationsAbove(channel.organisationId),
  }
}

async function locate({ params }: { params: { channelId: string } }) {
  const channel = await readChannel(params.channelId)
  if (channel === undefined) throw new Problem('not-found')
  return { resource: await resourceOf(channel), loaded: channel }
}

/** A channel of another organisation above, below or beside is not the actor's to change: owner and territory are both asked. */
async function asOwner(actor: Official, channel: Channel, action: Action, at: Instant): Promise<void> {
  if (actor.posts.some(({ organisation }) => organisation === channel.organisationId)) return
  await auditRefusal({ actor: actor.id, action, subject: `channel/${channel.id}`, at })
  throw new Problem('forbidden')
}

export const create = endpoint(routes.create, {
  locate: async ({ params }, actor) => {
    // It will belong to the organisation of the first post that manages a place.
    for (const post of actor.posts) {
      const organisation = await organisationFacts(post.organisation)
      const place = organisation?.manages[0]
      if (organisation !== undefined && place !== undefined) {
        const owner = { id: params.channelId, organisationId: organisation.id, place }
        return { resource: await resourceOf(owner), loaded: owner }
      }
    }
    throw new Problem('forbidden')
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

const sameContent = (one: ChannelContent, other: ChannelContent): boolean => canonical(one) === canonical(other)

/** JSON with sorted keys: the table does not keep the order of a map. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}

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

async function offersFor(channel: Channel, reach: readonly PlaceId[]): Promise<Offer[]> {
  const { id, content } = channel
  const { title, summary, category, audience } = content
  return Promise.all(
    reach.map(async (place) => {
      const at = partitionOf((await placeFacts(place)).tiers)
      if (at === undefined) throw new Problem('no-such-place')
      return { at, place, id, title, summary, category, ...(audience === undefined ? {} : { audience }) }
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
    const problems = checkForm(await knowledgeNow(), loaded.content.form)
    if (problems.length > 0) {
      throw new Problem('form-broken', {
        fields: problems.map(({ control, message }) => ({ path: `form.${control ?? ''}`, message })),
      })
    }
    const next: Channel = {
      ...loaded,
      state,
      reach,
      edition: loaded.edition + 1,
      publishedEdition: loaded.edition + 1,
      version: (loaded.version ?? 0) + 1,
      updatedAt: now,
      by: actor.id,
    }
    const before = loaded.state === 'open' ? await offersFor(loaded, loaded.reach) : []
    if (!(await saveOffers(next, difference(before, await offersFor(next, reach)), now))) throw new Problem('changed')
    return showChannel(next)
  },
})

export const close = endpoint(routes.close, {
  locate,
  handle: async ({ body, actor, now, loaded }) => {
    await asOwner(actor, loaded, 'channel.publish', now)
    if (loaded.state === 'closed' && loaded.edition === body.edition + 1) return showChannel(loaded)
    const state = nextChannelState(loaded.state, 'close')
    if (state === undefined) throw new Problem('channel-not-draftable')
    if (loaded.edition !== body.edition) throw new Problem('changed')
    const next: Channel = { ...loaded, state, edition: loaded.edition + 1, updatedAt: now, by: actor.id }
    if (!(await saveOffers(next, { added: [], removed: await offersFor(loaded, loaded.reach) }, undefined))) {
      throw new Problem('changed')
    }
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
