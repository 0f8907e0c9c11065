import { channelRoutes } from '@zmht/shared/contract'
import {
  type Audience,
  type Form,
  type Meant,
  meantBy,
  type Prefill,
  prefill,
  sayAudience,
} from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import { entityId, type Instant, type Knowledge } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { findPlace, regionsWithin } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { aroundPerson, sightOf } from '../../ledgers/index'
import { organisationFacts } from '../../permissions/index'
import type { Resident } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type Offer, readOffers, readOpenChannel, readVersion } from '../channel.store'
import { partitionsOf, reaches } from '../domain/reach'

const routes = channelRoutes

/** The services offered to each home; one that reaches two homes is listed under both, for the resident looks at one home at a time. */
export const services = endpoint(routes.services, async ({ actor, now }) => {
  if (actor.homes.length === 0) throw new Problem('home-needed')
  const homes = await Promise.all(
    actor.homes.map(async ({ placeId }) => {
      const place = await findPlace(placeId)
      // Also where the offers of a place that is being moved still lie.
      const regions = await regionsWithin(placeId)
      return { placeId, lineage: place?.tiers ?? [], partitions: regions.flatMap(({ tiers }) => partitionsOf(tiers)) }
    }),
  )
  const partitions = [...new Set(homes.flatMap((home) => home.partitions))]
  const offers = (await Promise.all(partitions.map(readOffers))).flat()
  const items = homes.flatMap(({ placeId, lineage }) => {
    const ids = new Set(lineage.map(({ id }) => id))
    const reaching = new Map<string, Offer>()
    for (const offer of offers) if (ids.has(offer.place)) reaching.set(offer.id, offer)
    return [...reaching.values()].map((offer) => ({ offer, home: placeId }))
  })
  const isFor = items.some(({ offer }) => offer.audience !== undefined) ? await meaning(actor, now) : undefined
  return {
    items: items.flatMap(({ offer, home }) => {
      const { id, title, summary, category, audience } = offer
      const card = { id, title, summary, category, home }
      if (audience === undefined || isFor === undefined) return [card]
      return isFor.meant(audience) === 'no' ? [] : [{ ...card, audience: sayAudience(audience, isFor.knowledge) }]
    }),
  }
})

/** Whom services are for, asked of what is known of a resident and whom they speak for. */
async function meaning(actor: Resident, at: Instant) {
  const person = entityId(actor.person)
  const [knowledge, around] = await Promise.all([knowledgeNow(), aroundPerson(person, actor.charges)])
  return { knowledge, meant: (audience: Audience): Meant => meantBy(audience, around, person, at) }
}

/** @throws Problem `not-meant` for a resident who is known not to be among those a service is for */
export async function checkMeant(
  actor: Resident,
  audience: Audience | undefined,
  at: Instant,
): Promise<string | undefined> {
  if (audience === undefined) return undefined
  const { knowledge, meant } = await meaning(actor, at)
  const words = sayAudience(audience, knowledge)
  if (meant(audience) === 'no')
    throw new Problem('not-meant', { detail: `这项服务${words}。按已登记的情况您和家人不在其中，没有提交。` })
  return words
}

/** The first of the resident's homes a channel reaches. @throws Problem `not-found`: to anyone else the channel does not exist. */
export async function reachedHome(actor: Resident, reach: readonly PlaceId[]): Promise<PlaceId> {
  for (const { placeId } of actor.homes) {
    const place = await findPlace(placeId)
    if (place !== undefined && reaches(reach, place.lineage)) return placeId
  }
  throw new Problem('not-found')
}

export const service = endpoint(routes.service, async ({ params, query, actor, now }) => {
  const channel = await readOpenChannel(params.channelId)
  if (channel === undefined || channel.state === 'draft' || channel.version === undefined)
    throw new Problem('not-found')
  const home = await reachedHome(actor, channel.reach)
  if (channel.state !== 'open') throw new Problem('channel-closed')
  // A form begun under an earlier version is finished under it.
  const version = Math.min(channel.version, Number(query.version ?? channel.version))
  const content = await readVersion(channel.id, version)
  if (content === undefined) throw new Problem('not-found')
  const audience = await checkMeant(actor, content.audience, now)
  const organisation = await organisationFacts(channel.organisationId)
  const { title, summary, category, procedure, promisedDays, form } = content
  return {
    id: channel.id,
    title,
    summary,
    category,
    procedure,
    promisedDays,
    ...(audience === undefined ? {} : { audience }),
    organisation: { name: organisation?.name ?? '' },
    version,
    newest: channel.version,
    form,
    prefill: await prefilledFor(await knowledgeNow(), form, actor, now),
    home,
    next: nextSteps(procedure, promisedDays, organisation?.name ?? '社区'),
  }
})

/** What a form opens with for a resident. */
export async function prefilledFor(knowledge: Knowledge, form: Form, actor: Resident, at: Instant): Promise<Prefill> {
  const person = entityId(actor.person)
  const around = await aroundPerson(person, actor.charges)
  return prefill(knowledge, form, around, { actor: person, at, viewer: actor.id, may: sightOf(actor) })
}

/** What follows after submitting, in plain words. */
export function nextSteps(procedure: 'open' | 'worker-confirms', days: number, organisation: string): string[] {
  return procedure === 'open'
    ? ['提交后立即生效，不需要等待', `由${organisation}按您的选择安排`, '有变化时在「消息」里通知您']
    : [`${days} 个工作日内，由${organisation}确认`, '确认后在「消息」里告诉您，需要补充时也会提醒', '办完后请您评价']
}
