import { type BehalfBody, channelRoutes as routes } from '@zmht/shared/contract'
import { type Audience, type Form, meantBy, prefill, sayAudience } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { decide, type FieldDecision } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { placeFacts, regionsWithin, tailOf } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { aroundPerson, type KnownPerson, personSeenBy, sightOfOfficial } from '../../ledgers/index'
import { organisationFacts } from '../../permissions/index'
import { now as clockNow } from '../../platform/clock'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { present } from '../../platform/table/item'
import { showLeft, withPlaceNow } from '../booking'
import { readOffers, readOpenChannel } from '../channel.store'
import { partitionsOf } from '../domain/reach'
import { evidenceToKeep } from '../evidence'
import { checkOpen, newRequest, openFor } from '../new-request'
import { type Behalf, createRequest, type Request, readRequest } from '../request.store'
import { placedResource } from '../request-access'
import { showRequest } from '../show'
import { accountAmong, type For, forWhom } from './author'
import { waitingPart } from './waiting.store'

interface Where {
  readonly place?: PlaceId | undefined
  readonly person?: string | undefined
}

/** Where somebody is met: the place that is named, else where they are registered. @throws Problem `not-found`, `invalid` */
async function whereMet({ place, person }: Where, actor: Official, at: Instant) {
  const known = person === undefined ? undefined : await personSeenBy(actor, person, at)
  if (person !== undefined && known === undefined) throw new Problem('not-found')
  const home = place ?? known?.place
  if (home === undefined)
    throw new Problem('invalid', { fields: [{ path: 'query.place', message: '请选择居民住在哪里' }] })
  return { home, known }
}

/** A service at a place, for whoever handles its requests there. */
async function located(channelId: string, requestId: string, home: PlaceId) {
  const channel = await readOpenChannel(channelId)
  if (channel === undefined) throw new Problem('not-found')
  const { organisationId } = channel
  const { lineage } = await placeFacts(home)
  return placedResource({ id: requestId, channelId, organisationId }, lineage)
}

export const behalfServices = endpoint(routes.behalfServices, async ({ query, actor, now }) => {
  const { home } = await whereMet(query, actor, now)
  const { lineage } = await placeFacts(home)
  // Also where the offers of a place that is being moved still lie.
  const partitions = new Set((await regionsWithin(home)).flatMap(({ tiers }) => partitionsOf(tiers)))
  const offers = (await Promise.all([...partitions].map(readOffers))).flat()
  const reaching = new Map(
    offers.filter((one) => one.for === undefined && lineage.includes(one.place)).map((one) => [one.id, one]),
  )
  const knowledge = await knowledgeNow()
  const items = await Promise.all(
    [...reaching.values()].map(async ({ id, title, summary, category, audience, paused }) => {
      const channel = await readOpenChannel(id)
      if (channel === undefined) return []
      const resource = await placedResource({ id: '', channelId: id, organisationId: channel.organisationId }, lineage)
      if (!decide(actor.policy, actor, 'request.handle', resource, now).allow) return []
      return [
        {
          id,
          title,
          summary,
          category,
          ...(audience === undefined ? {} : { audience: sayAudience(audience, knowledge) }),
          ...(paused === undefined ? {} : { paused: true as const }),
        },
      ]
    }),
  )
  return { place: home, tail: await tailOf(home), items: items.flat() }
})

export const behalfForm = endpoint(routes.behalfForm, {
  locate: async ({ params, query }, actor) => {
    const met = await whereMet(query, actor, clockNow())
    return { resource: await located(params.channelId, '', met.home), loaded: met }
  },
  handle: async ({ params, actor, now, loaded: { home, known } }) => {
    const head = await readOpenChannel(params.channelId)
    const { channel, inForce: content } = await openFor(params.channelId, head?.version ?? 0, home)
    const audience = await checkMeantFor(known, content.audience, now)
    const organisation = await organisationFacts(channel.organisationId)
    const { title, summary, procedure, promisedDays, form } = content
    return {
      id: channel.id,
      title,
      summary,
      procedure,
      promisedDays,
      organisation: { name: organisation?.name ?? '' },
      version: channel.version ?? 0,
      form,
      prefill: await prefilledOf(form, known, actor, now),
      home,
      tail: await tailOf(home),
      ...(known === undefined
        ? {}
        : {
            person: { id: known.id, name: known.shownAs, account: (await accountAmong(known.ids)) !== undefined },
          }),
      ...present({
        audience,
        slots: content.booking === undefined ? undefined : await showLeft(channel.id, content.booking, now),
        times: content.times,
        documents: content.documents,
        shut: whyShut(() => checkOpen(channel, content, now)),
      }),
    }
  },
})

function whyShut(check: () => void): string | undefined {
  try {
    check()
    return undefined
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal
    return refusal.document.title
  }
}

/** What a form opens with: of somebody of the ledgers what the official may see, of anybody else nothing. */
async function prefilledOf(form: Form, known: KnownPerson | undefined, actor: Official, at: Instant) {
  if (known === undefined) return {}
  const around = await aroundPerson(known.id, [])
  const may = await sightOfOfficial(actor, around, at)
  return prefill(await knowledgeNow(), form, around, { actor: known.id, at, may })
}

/** @throws Problem `not-meant` for somebody who is known not to be among those a service is for */
async function checkMeantFor(
  known: KnownPerson | undefined,
  audience: Audience | undefined,
  at: Instant,
): Promise<string | undefined> {
  if (audience === undefined) return undefined
  const words = sayAudience(audience, await knowledgeNow())
  const isNot = known !== undefined && meantBy(audience, await aroundPerson(known.id, []), known.id, at) === 'no'
  if (isNot)
    throw new Problem('not-meant', { detail: `这项服务${words}。按已登记的情况这位居民和家人不在其中，没有提交。` })
  return words
}

export const submitOnBehalf = endpoint(routes.submitOnBehalf, {
  locate: async ({ params, body }) => ({
    resource: await located(params.channelId, params.requestId, body.home),
    loaded: undefined,
  }),
  handle: async ({ params, body, actor, now, fields }) => {
    const held = await readRequest(params.requestId)
    if (held !== undefined) return showSame(held, params.channelId, actor, fields)
    const whose = await forWhom(params.requestId, body, actor, now)
    const { request, parts } = await decideFor(params, body, whose, actor, now)
    if (await createRequest(request, parts)) return showRequest(await withPlaceNow(request), actor, fields)
    const same = await readRequest(params.requestId)
    if (same === undefined) throw new Problem('key-reused')
    return showSame(same, params.channelId, actor, fields)
  },
})

/** Sent again, whatever has become of it since. @throws Problem `key-reused` where it is another's */
async function showSame(held: Request, channelId: string, actor: Official, fields: FieldDecision) {
  if (held.behalf?.by !== actor.id || held.channelId !== channelId) throw new Problem('key-reused')
  return showRequest(held, actor, fields)
}

async function decideFor(
  { channelId, requestId }: { readonly channelId: string; readonly requestId: string },
  body: BehalfBody,
  { author, known, authority, signs }: For,
  actor: Official,
  now: Instant,
) {
  const { home, channel, inForce, content } = await openFor(channelId, body.version, body.home)
  checkOpen(channel, inForce, now)
  if (content === undefined) throw new Problem('form-outdated')
  await checkMeantFor(known, content.audience, now)
  const prefilled = await prefilledOf(content.form, known, actor, now)
  const { files, parts } = await evidenceToKeep(requestId, body.files, actor.id, now)
  const behalf: Behalf = {
    by: actor.id,
    name: [actor.posts[0]?.title, actor.name].filter(Boolean).join(' '),
    way: body.way,
    authority,
    ...(signs.length === 0 ? {} : { waits: signs }),
    ...(files.length === 0 ? {} : { files }),
  }
  const decided = await newRequest({
    id: requestId,
    channel,
    inForce,
    content,
    version: body.version,
    home,
    answers: body.answers,
    slot: body.slot,
    notify: true,
    author,
    by: actor.id,
    at: now,
    prefilled,
    behalf,
    ...(body.named === undefined ? {} : { said: factsOf(body.named) }),
  })
  return {
    request: decided.request,
    parts: [...decided.files, ...parts, ...signs.map((sign) => waitingPart(sign, requestId))],
  }
}

const factsOf = ({ name, phone }: NonNullable<BehalfBody['named']>) => [
  { attribute: 'person.name', value: name },
  ...(phone === undefined ? [] : [{ attribute: 'person.mobile', value: phone }]),
]
