import { type ChannelContent, channelRoutes } from '@zmht/shared/contract'
import { decide } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { nextChannelState } from '@zmht/shared/rules'
import { organisationFacts } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type Channel, createChannel, type Paused, readChannel, readVersion, saveOffers } from '../channel.store'
import { sameContent } from '../same'
import { isSharedIn, sharedIn } from '../shared.store'
import { showChannel } from '../show'
import { asOwner, cityOf, locate, offersFor, ownerFor, resourceOf } from './channels'

const routes = channelRoutes

/** A channel put on hold or taken off it, with its lines in the lists of its places: they say what is in force, not what is drafted. */
async function saveHold(loaded: Channel, state: Channel['state'], paused: Paused | undefined, by: string, now: string) {
  const { paused: _before, ...rest } = loaded
  const next: Channel = {
    ...rest,
    ...(paused === undefined ? {} : { paused }),
    state,
    edition: loaded.edition + 1,
    // What is drafted is as published or not as it was before.
    ...(loaded.publishedEdition === loaded.edition ? { publishedEdition: loaded.edition + 1 } : {}),
    updatedAt: now,
    by,
  }
  const content = await contentInForce(loaded)
  const added = content === undefined ? [] : await offersFor({ ...next, content }, next.reach)
  if (!(await saveOffers(next, { added, removed: [] }, undefined))) throw new Problem('changed')
  return showChannel(next)
}

const contentInForce = async ({ id, version }: Channel): Promise<ChannelContent | undefined> =>
  version === undefined ? undefined : readVersion(id, version)

export const pause = endpoint(routes.pause, {
  locate,
  handle: async ({ body, actor, now, loaded }) => {
    await asOwner(actor, loaded, 'channel.publish', now)
    if (loaded.state === 'paused' && loaded.edition === body.edition + 1) return showChannel(loaded)
    const state = nextChannelState(loaded.state, 'pause')
    if (state === undefined) throw new Problem('channel-not-draftable')
    if (loaded.edition !== body.edition) throw new Problem('changed')
    const reason = body.reason === '' ? undefined : body.reason
    return saveHold(loaded, state, { since: now, ...(reason === undefined ? {} : { reason }) }, actor.id, now)
  },
})

export const resume = endpoint(routes.resume, {
  locate,
  handle: async ({ body, actor, now, loaded }) => {
    await asOwner(actor, loaded, 'channel.publish', now)
    if (loaded.state === 'open' && loaded.edition === body.edition + 1) return showChannel(loaded)
    const state = nextChannelState(loaded.state, 'resume')
    if (state === undefined) throw new Problem('channel-not-draftable')
    if (loaded.edition !== body.edition) throw new Problem('changed')
    return saveHold(loaded, state, undefined, actor.id, now)
  },
})

/** What somebody may copy of a channel: its draft where they may read it, what is in force where it is shared in their city. */
async function copyable(source: Channel, actor: Official, now: string): Promise<ChannelContent | undefined> {
  if (decide(actor.policy, actor, 'channel.read', await resourceOf(source), now).allow) return source.content
  const { place } = await ownerFor(source.id, actor)
  return (await isSharedIn(await cityOf(place), source.id)) ? contentInForce(source) : undefined
}

export const clone = endpoint(routes.clone, {
  locate: async ({ body }: { body: { id: string } }, actor: Official) => {
    const owner = await ownerFor(body.id, actor)
    return { resource: await resourceOf(owner), loaded: owner }
  },
  handle: async ({ params, actor, now, loaded }) => {
    const source = await readChannel(params.channelId)
    const content = source === undefined ? undefined : await copyable(source, actor, now)
    // Neither theirs to read nor shared: to them it does not exist.
    if (source === undefined || content === undefined) throw new Problem('not-found')
    const { shared: _shared, ...copied } = content
    const organisation = await organisationFacts(source.organisationId)
    const copy: Channel = {
      ...loaded,
      state: 'draft',
      content: copied,
      edition: 1,
      reach: [],
      from: { id: source.id, organisation: organisation?.name ?? '' },
      updatedAt: now,
      by: actor.id,
    }
    if (await createChannel(copy)) return showChannel(copy)
    const held = await readChannel(loaded.id)
    const isSame = held?.organisationId === copy.organisationId && held.from?.id === source.id
    if (held === undefined || !isSame || (held.edition === 1 && !sameContent(held.content, copied)))
      throw new Problem('key-reused')
    return showChannel(held)
  },
})

export const sharedChannels = endpoint(routes.sharedChannels, async ({ actor, query }) => {
  const { place, organisationId } = await ownerFor('', actor)
  const { items, next } = await sharedIn(await cityOf(place), query.cursor)
  const own = (await organisationFacts(organisationId))?.name
  return {
    items: items
      .filter(({ organisation }) => organisation !== own)
      .map(({ city: _city, ...shown }) => shown)
      .sort((one, other) => one.title.localeCompare(other.title, 'zh')),
    ...(next === undefined ? {} : { next }),
  }
})
