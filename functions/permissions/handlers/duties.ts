import { type AnswerableReply, permissionRoutes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { type Duty, dutyCodes, duties as dutyNames } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace, placeFacts } from '../../hierarchy/index'
import { now as clock, dayInChina } from '../../platform/clock'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { colleague } from '../colleagues'
import { holdersOn, postsOf } from '../directory.store'
import { isDay } from '../domain/days'
import { answerableOn, endHolding, type Handover, handOver, stillOfUse, type Timeline } from '../domain/duty'
import { dutiesOfOrganisation, type PlaceDuties, readDuties, saveDuties } from '../duty.store'
import { organisationChain, readOrganisation } from '../organisation.store'

const routes = permissionRoutes

/** A big organisation has more people than anybody calls. */
const contactsShown = 20

async function contactsOf(organisation: string) {
  const today = dayInChina(clock())
  const holders = (await postsOf(organisation)).flatMap((post) =>
    holdersOn(post, today).map((id) => ({ title: post.title, id })),
  )
  const contacts = await Promise.all(
    holders.slice(0, contactsShown).map(async ({ title, id }) => {
      const known = await colleague(id)
      return known === undefined ? undefined : { title, name: known.name, phone: await known.phone() }
    }),
  )
  return contacts.filter((one) => one !== undefined)
}

type Held = Map<PlaceId, PlaceDuties>

/** Each organisation is looked up once, however many duties it holds. */
function answerer(lineage: readonly PlaceId[], held: Held, today: string) {
  const organisations = new Map<string, Promise<{ name: string; contacts: Awaited<ReturnType<typeof contactsOf>> }>>()
  const organisationNamed = (id: string) => {
    const known =
      organisations.get(id) ??
      Promise.all([readOrganisation(id), contactsOf(id)]).then(([organisation, contacts]) => ({
        name: organisation?.name ?? '',
        contacts,
      }))
    organisations.set(id, known)
    return known
  }
  return async (duty: Duty): Promise<AnswerableReply> => {
    const name = dutyNames[duty]
    const found = answerableOn(lineage, (place) => held.get(place)?.timelines[duty], today)
    const place = found === undefined ? undefined : await findPlace(found.place)
    if (found === undefined || place === undefined) return { duty, name }
    const { organisation, from } = found.holding
    const { name: called, contacts } = await organisationNamed(organisation)
    return {
      duty,
      name,
      holder: {
        organisation: { id: organisation, name: called },
        place: { id: place.id, name: place.name, level: place.level },
        since: from,
        contacts,
      },
    }
  }
}

async function answerFor(placeId: PlaceId, duty: Duty, today: string, consistent = false): Promise<AnswerableReply> {
  const { lineage } = await placeFacts(placeId)
  return answerer(lineage, await readDuties(lineage, consistent), today)(duty)
}

export const duties = endpoint(routes.duties, async ({ params, now }) => {
  const place = await findPlace(params.placeId)
  if (place === undefined) throw new Problem('not-found')
  const answer = answerer(place.lineage, await readDuties(place.lineage), dayInChina(now))
  return { items: await Promise.all(dutyCodes.map(answer)) }
})

export const duty = endpoint(routes.duty, async ({ params, now }) => {
  if ((await findPlace(params.placeId)) === undefined) throw new Problem('not-found')
  return answerFor(params.placeId, params.duty, dayInChina(now))
})

export const organisationDuties = endpoint(routes.organisationDuties, async ({ params, now }) => {
  if ((await readOrganisation(params.organisationId)) === undefined) throw new Problem('not-found')
  const today = dayInChina(now)
  const held = (await dutiesOfOrganisation(params.organisationId, today)).filter(({ from }) => from <= today)
  const items = await Promise.all(
    held.map(async ({ place: id, duty, from }) => {
      const place = await findPlace(id)
      return place === undefined
        ? undefined
        : { duty, name: dutyNames[duty], place: { id, name: place.name, level: place.level }, since: from }
    }),
  )
  return { items: items.filter((one) => one !== undefined) }
})

async function locate({ params }: { params: { placeId: PlaceId } }) {
  const { lineage } = await placeFacts(params.placeId)
  return { resource: { kind: 'duty', id: params.placeId, lineage }, loaded: undefined }
}

/** Reads who holds the duty, changes and saves it; again when it changed meanwhile. */
async function change(
  place: PlaceId,
  duty: Duty,
  decide: (timeline: Timeline) => Handover,
  facts: { readonly reason?: string; readonly at: string; readonly by: string },
): Promise<void> {
  const today = dayInChina(facts.at)
  for (;;) {
    const held = (await readDuties([place], true)).get(place)
    const { timeline, begun, ended } = decide(held?.timelines[duty] ?? [])
    if (begun.length === 0 && ended.length === 0) return
    const timelines = { ...held?.timelines, [duty]: stillOfUse(timeline, today) }
    if (await saveDuties({ place, duty, timelines, seen: held?.version ?? 0, begun, ended, ...facts })) return
  }
}

/** Whether an organisation is there on a day, in the directory of the official's own city: nobody is made answerable by another. */
async function isOneOfOurs(id: string, day: string, { posts }: Official): Promise<boolean> {
  const organisation = await readOrganisation(id)
  if (organisation === undefined || (organisation.ended !== undefined && organisation.ended.date <= day)) return false
  const highest = (await organisationChain(id)).at(-1)
  return posts.some(({ organisations }) => organisations.at(-1) === highest)
}

export const setDuty = endpoint(routes.setDuty, {
  locate,
  handle: async ({ params, body, actor, now }) => {
    const { organisation, from, reason } = body
    if (!isDay(from)) throw new Problem('invalid', { fields: [{ path: 'body.from', message: '日历上没有这一天' }] })
    if (!(await isOneOfOurs(organisation, from, actor)))
      throw new Problem('invalid', { fields: [{ path: 'body.organisation', message: '没有找到这个单位，请重新选择' }] })
    const today = dayInChina(now)
    const decide = (timeline: Timeline): Handover => {
      const handover = handOver(timeline, organisation, from, today)
      if (handover !== undefined) return handover
      const since = timeline.at(-1)?.from ?? today
      throw new Problem('invalid', {
        fields: [{ path: 'body.from', message: `现任单位从 ${since} 起负责，请选择这一天或之后的日期` }],
      })
    }
    await change(params.placeId, params.duty, decide, { reason, at: now, by: actor.id })
    return answerFor(params.placeId, params.duty, today, true)
  },
})

export const endDuty = endpoint(routes.endDuty, {
  locate,
  handle: async ({ params, actor, now }) => {
    const today = dayInChina(now)
    await change(params.placeId, params.duty, (timeline) => endHolding(timeline, today), { at: now, by: actor.id })
    return answerFor(params.placeId, params.duty, today, true)
  },
})
