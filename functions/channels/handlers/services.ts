import { type ChannelContent, channelRoutes, type ServiceReply, type ShownLink } from '@zmht/shared/contract'
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
import type { Link, Procedure } from '@zmht/shared/rules'
import { findPlace, regionsWithin } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { aroundPerson, sightOf } from '../../ledgers/index'
import { organisationFacts } from '../../permissions/index'
import type { Resident } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { present } from '../../platform/table/item'
import { showLeft } from '../booking'
import { type Channel, type Offer, readOffers, readOpenChannel, readVersion } from '../channel.store'
import { partitionsOf, reaches } from '../domain/reach'
import { expectedWait } from '../expected-wait'
import { saidTo } from '../outside/link-consent.store'
import { publicNumbers } from '../public-numbers'
import { runningOf } from '../request-lists.store'

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
    for (const offer of offers) if (ids.has(offer.place) && offer.for === undefined) reaching.set(offer.id, offer)
    return [...reaching.values()].map((offer) => ({ offer, home: placeId }))
  })
  const isFor = items.some(({ offer }) => offer.audience !== undefined) ? await meaning(actor, now) : undefined
  return {
    items: items.flatMap(({ offer, home }) => {
      const { id, title, summary, category, audience, raises, link, paused, from, until } = offer
      const card = present({ id, title, summary, category, home, raises, link, paused, from, until })
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
  // A form begun under an earlier version is finished under it.
  const version = Math.min(channel.version, Number(query.version ?? channel.version))
  const [content, inForce] = await Promise.all([
    readVersion(channel.id, version),
    readVersion(channel.id, channel.version),
  ])
  if (content === undefined || inForce === undefined) throw new Problem('not-found')
  // What is for organisations does not exist among a resident's own.
  if (content.for !== undefined || inForce.for !== undefined) throw new Problem('not-found')
  if (channel.state === 'closed') throw new Problem('channel-closed')
  const audience = await checkMeant(actor, content.audience, now)
  const passing = inForce.link === undefined ? undefined : await saidTo(actor.id, channel.id, inForce.link)
  const opened = await prefilledFor(await knowledgeNow(), content.form, actor, now)
  const [shown, running] = await Promise.all([
    showService({ channel, version, content, inForce, home, audience }, opened, now),
    runningOf(actor.id, channel.id),
  ])
  return { ...shown, ...(running.length === 0 ? {} : { running }), ...present({ passing }) }
})

interface Shown {
  readonly channel: Channel
  readonly version: number
  readonly content: ChannelContent
  readonly inForce: ChannelContent
  readonly home: PlaceId
  readonly audience: string | undefined
}

/** A service as whoever may ask for it reads it. */
export async function showService(
  { channel, version, content, inForce, home, audience }: Shown,
  opened: Prefill,
  now: Instant,
): Promise<ServiceReply> {
  const [organisation, wait] = await Promise.all([
    organisationFacts(channel.organisationId),
    expectedWait(channel.id, home, channel.reach),
  ])
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
    newest: channel.version ?? version,
    form,
    ...(wait === undefined ? {} : { wait }),
    prefill: opened,
    home,
    next:
      inForce.link?.kind === 'endpoint'
        ? nextElsewhere(inForce.link.name, organisation?.name ?? '社区')
        : nextSteps(procedure, promisedDays, organisation?.name ?? '社区', inForce.booking !== undefined),
    ...present({
      slots: inForce.booking === undefined ? undefined : await showLeft(channel.id, inForce.booking, now),
      times: inForce.times,
      documents: inForce.documents,
      link: inForce.link === undefined ? undefined : showLink(inForce.link),
      paused: channel.paused,
      answers: inForce.publicAfter === 'answers' ? (true as const) : undefined,
      numbers:
        inForce.publicAfter === undefined || inForce.publicAfter === 'nothing'
          ? undefined
          : await publicNumbers(channel),
    }),
  }
}

/** Of an endpoint a resident reads whose it is, not where. */
const showLink = (link: Link): ShownLink =>
  link.kind === 'endpoint' ? { kind: link.kind, name: link.name } : (link as ShownLink) // the same but for its readonly lists

const nextElsewhere = (name: string, organisation: string): string[] => [
  `您填的内容发给${name}，由对方办理`,
  '对方接收、办理和答复的每一步，在「消息」里看得到',
  `对方没有回音的，由${organisation}接着办`,
]

/** What a form opens with for a resident. */
export async function prefilledFor(knowledge: Knowledge, form: Form, actor: Resident, at: Instant): Promise<Prefill> {
  const person = entityId(actor.person)
  const around = await aroundPerson(person, actor.charges)
  return prefill(knowledge, form, around, { actor: person, at, viewer: actor.id, may: sightOf(actor) })
}

/** What follows after submitting, in plain words. */
export function nextSteps(procedure: Procedure, days: number, organisation: string, booked = false): string[] {
  const last = '办完后请您评价'
  switch (procedure) {
    case 'open':
      if (booked)
        return [
          '提交后马上告诉您有没有约上',
          '满了就排候补，有人让出来按顺序补上，并通知您',
          '要改时间或不去了，在「消息」里改约、撤回',
        ]
      return ['提交后立即生效，不需要等待', `由${organisation}按您的选择安排`, '有变化时在「消息」里通知您']
    case 'worker-confirms':
      return [
        ...(booked ? ['提交后先为您留出名额；满了就排候补'] : []),
        `${days} 个工作日内，由${organisation}确认`,
        '确认后在「消息」里告诉您，需要补充时也会提醒',
        last,
      ]
    case 'partner-confirms':
      return [
        ...(booked ? ['提交后先为您留出名额；满了就排候补'] : []),
        `${organisation}核对后列入名单`,
        `承办单位确认名单，一般在 ${days} 个工作日内`,
        '确认后在「消息」里告诉您时间和地点',
        last,
      ]
    case 'routed':
      return ['按您说的事和地点，直接转给负责的单位', `${days} 个工作日内答复您，每一步都看得到`, last]
  }
}
