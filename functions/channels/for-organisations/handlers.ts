import { channelRoutes as routes } from '@zmht/shared/contract'
import {
  type Audience,
  type Form,
  type Meant,
  meantBy,
  type Prefill,
  prefill,
  sayAudience,
} from '@zmht/shared/controls'
import { type EntityId, entityId, type Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { regionsWithin } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { aroundDelegate, sightOf } from '../../ledgers/index'
import type { Resident } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { present } from '../../platform/table/item'
import { withTimes } from '../booking'
import { type Offer, readOffers, readOpenChannel, readVersion } from '../channel.store'
import { partitionsOf, reaches } from '../domain/reach'
import { showService } from '../handlers/services'
import { saveNew } from '../handlers/submit'
import { countToday } from '../limits.store'
import { checkOpen, type Decided, newRequest, openFor } from '../new-request'
import { requestsOfResident, runningOf } from '../request-lists.store'
import { accountOfOrganisation, actedFor, checkDelegate, type Seated, seatOf } from './delegate'

/** What is offered to organisations where one is. */
async function offersAt({ place }: Seated): Promise<readonly Offer[]> {
  if (place === undefined) return []
  // Also where the offers of a place that is being moved still lie.
  const partitions = new Set((await regionsWithin(place.id)).flatMap(({ tiers }) => partitionsOf(tiers)))
  const offers = (await Promise.all([...partitions].map(readOffers))).flat()
  const reaching = offers.filter((one) => one.for === 'organisations' && place.lineage.includes(one.place))
  return [...new Map(reaching.map((one) => [one.id, one])).values()]
}

/** Whom services are for, asked of what is known of an organisation. */
async function meaning(organisation: EntityId, actor: Resident, at: Instant) {
  const around = await aroundDelegate(organisation, entityId(actor.person), actor.charges)
  return (audience: Audience): Meant => meantBy({ ...audience, who: 'self' }, around, organisation, at)
}

/** @throws Problem `not-meant` for an organisation that is known not to be among those a service is for */
async function checkMeant(
  organisation: Seated,
  audience: Audience | undefined,
  actor: Resident,
  at: Instant,
): Promise<string | undefined> {
  if (audience === undefined) return undefined
  const words = sayAudience(audience, await knowledgeNow(), '单位')
  const meant = await meaning(organisation.id, actor, at)
  if (meant(audience) === 'no')
    throw new Problem('not-meant', {
      detail: `这项服务${words}。按已登记的情况，${organisation.name}不在其中，没有提交。如果登记的情况有误，请告诉社区更正。`,
    })
  return words
}

/** What a form opens with: what is known of the organisation, and of who acts for it. */
async function prefilledOf(form: Form, organisation: EntityId, actor: Resident, at: Instant): Promise<Prefill> {
  const person = entityId(actor.person)
  const around = await aroundDelegate(organisation, person, actor.charges)
  const view = { actor: person, target: organisation, at, viewer: actor.id, may: sightOf(actor) }
  return prefill(await knowledgeNow(), form, around, view)
}

export const organisationServices = endpoint(routes.organisationServices, async ({ actor, now }) => {
  const knowledge = await knowledgeNow()
  const items = await Promise.all(
    actedFor(actor).map(async (id) => {
      const seated = await seatOf(id)
      const offers = await offersAt(seated)
      const meant = offers.some(({ audience }) => audience !== undefined) ? await meaning(id, actor, now) : undefined
      const services = offers.flatMap(
        ({ id, title, summary, category, audience, raises, link, paused, from, until }) => {
          const card = present({ id, title, summary, category, raises, link, paused, from, until })
          if (audience === undefined || meant === undefined) return [card]
          return meant(audience) === 'no' ? [] : [{ ...card, audience: sayAudience(audience, knowledge, '单位') }]
        },
      )
      return { id, name: seated.name, place: seated.tail, located: seated.place !== undefined, services }
    }),
  )
  return { items }
})

export const organisationService = endpoint(routes.organisationService, async ({ params, query, actor, now }) => {
  const seated = await seatOf(checkDelegate(actor, params.organisation))
  const channel = await readOpenChannel(params.channelId)
  if (channel === undefined || channel.state === 'draft' || channel.version === undefined || seated.place === undefined)
    throw new Problem('not-found')
  if (!reaches(channel.reach, seated.place.lineage)) throw new Problem('not-found')
  const version = Math.min(channel.version, Number(query.version ?? channel.version))
  const [content, inForce] = await Promise.all([
    readVersion(channel.id, version),
    readVersion(channel.id, channel.version),
  ])
  if (content?.for !== 'organisations' || inForce?.for !== 'organisations') throw new Problem('not-found')
  if (channel.state === 'closed') throw new Problem('channel-closed')
  const audience = await checkMeant(seated, content.audience, actor, now)
  const shown = await showService(
    { channel, version, content, inForce, home: seated.place.id, audience },
    await prefilledOf(content.form, seated.id, actor, now),
    now,
  )
  const running = await runningOf(accountOfOrganisation(seated.id), channel.id)
  return {
    ...shown,
    ...(running.length === 0 ? {} : { running }),
    for: { id: seated.id, name: seated.name, place: seated.tail },
  }
})

export const submitForOrganisation = endpoint(routes.submitForOrganisation, async ({ params, body, actor, now }) => {
  const organisation = checkDelegate(actor, params.organisation)
  const isSame = ({ resident, channelId, ofOrganisation }: Decided['request']): boolean =>
    resident === accountOfOrganisation(organisation) &&
    channelId === params.channelId &&
    ofOrganisation?.by.account === actor.id
  return saveNew(params.requestId, () => decide(organisation, params, body, actor, now), isSame, actor)
})

async function decide(
  organisation: EntityId,
  { channelId, requestId }: { readonly channelId: string; readonly requestId: string },
  body: { version: number; answers: Parameters<typeof newRequest>[0]['answers']; slot?: string; notify: boolean },
  actor: Resident,
  now: Instant,
): Promise<Decided> {
  const seated = await seatOf(organisation)
  if (seated.place === undefined) throw new Problem('not-found')
  const { home, channel, inForce, content } = await openFor(channelId, body.version, seated.place.id, 'organisations')
  checkOpen(channel, inForce, now)
  if (content === undefined) throw new Problem('form-outdated')
  await checkMeant(seated, content.audience, actor, now)
  const opened = await prefilledOf(content.form, organisation, actor, now)
  const decided = await newRequest({
    ...body,
    id: requestId,
    ...{ channel, inForce, content, home },
    author: {
      account: accountOfOrganisation(organisation),
      person: organisation,
      name: seated.name,
      charges: actor.charges,
      delegate: { account: actor.id, person: entityId(actor.person), name: actor.name },
    },
    by: actor.id,
    at: now,
    opened,
  })
  // Counted last, and against who sends it: what is refused is no request.
  await countToday(actor.id, 'request', { id: requestId, about: channelId }, now)
  return decided
}

export const organisationRequests = endpoint(routes.organisationRequests, async ({ params, actor, query, now }) => {
  const account = accountOfOrganisation(checkDelegate(actor, params.organisation))
  const { items, ...more } = await requestsOfResident(account, query.cursor)
  return { items: await withTimes(items, now), ...more }
})
