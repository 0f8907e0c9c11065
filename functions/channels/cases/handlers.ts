import { type CaseReply, channelRoutes as routes } from '@zmht/shared/contract'
import { decide, type FieldDecision } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { subjectCalled } from '@zmht/shared/routing'
import { ended } from '@zmht/shared/rules'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import type { Mover } from '../domain/request'
import { type Request, readRequest } from '../request.store'
import { locateRequest, officialMover, partFor, resourceFor } from '../request-access'
import { propose } from '../routing/index'
import { showCard } from '../show'
import { memberPage, readCase } from './case.store'
import { joinTo, partFrom } from './join'
import { comparedBy, comparedText, isSurelyLike, likeOnes, reasonsOf } from './near'

/** A request as the official may read it. @returns undefined for one that is not theirs */
async function readable(
  id: string,
  actor: Official,
  at: string,
): Promise<{ request: Request; fields: FieldDecision } | undefined> {
  const request = await readRequest(id)
  if (request === undefined) return undefined
  const part = await partFor(request, actor, at)
  const decision = decide(actor.policy, actor, 'request.handle', await resourceFor(request, part), at)
  return decision.allow ? { request, fields: decision.fields } : undefined
}

const shown = ({ id, number, who, tail, state, submittedAt, ...rest }: Request, fields: FieldDecision) => {
  const { channelId, title, updatedAt, due, overdue } = rest
  const card = { id, number, channelId, title, who, place: tail, state, submittedAt, updatedAt, due, overdue }
  return { id, number, who: showCard(card, fields).who, place: tail, state, submittedAt }
}

/** Proposed at once. */
const mostProposed = 20

export const likeRequests = endpoint(routes.likeRequests, {
  locate: locateRequest,
  handle: async ({ loaded, actor, now }) => {
    const compared = await comparedBy(loaded)
    if (compared === undefined || ended.includes(loaded.state)) return { items: [] }
    const found = (await likeOnes(compared.signature, compared.sketch, loaded.id)).slice(0, mostProposed * 2)
    const items = await Promise.all(
      found.map(async (one) => {
        const seen = await readable(one.near.requestId, actor, now)
        if (seen === undefined || ended.includes(seen.request.state)) return []
        const { case: inCase } = seen.request
        if (inCase !== undefined && inCase.id === loaded.case?.id) return []
        const together = inCase === undefined ? undefined : (await readCase(inCase.id))?.requests
        return [
          {
            ...shown(seen.request, seen.fields),
            reasons: reasonsOf(one),
            ...(together === undefined || together < 2 ? {} : { together }),
          },
        ]
      }),
    )
    return { items: items.flat().slice(0, mostProposed) }
  },
})

/** Shown of a case at once. */
const mostShown = 50

async function showCase(request: Request, actor: Official, at: string): Promise<CaseReply> {
  const found = request.case === undefined ? undefined : await readCase(request.case.id)
  if (found === undefined) throw new Problem('not-found')
  const { items } = await memberPage(found.id, undefined, mostShown)
  const seen = await Promise.all(
    items.map(async ({ requestId }) => {
      const one = await readable(requestId, actor, at)
      return one === undefined ? [] : [{ ...shown(one.request, one.fields), lead: requestId === found.lead }]
    }),
  )
  const { requests, people, lead } = found
  return { requests, people, lead, items: seen.flat().sort((one, other) => Number(other.lead) - Number(one.lead)) }
}

export const requestCase = endpoint(routes.requestCase, {
  locate: locateRequest,
  handle: async ({ loaded, actor, now }) => showCase(loaded, actor, now),
})

/** As whom the official acts on each. @throws Problem as a step of it would be refused */
const moverFor =
  (actor: Official, at: string) =>
  async (request: Request): Promise<Mover> => {
    const by = await officialMover(request, actor)
    await allowed(actor, 'request.handle', await resourceFor(request, by), at)
    if (by === undefined) throw new Problem('with-another')
    return by
  }

export const joinCase = endpoint(routes.joinCase, {
  locate: locateRequest,
  handle: async ({ loaded, body, actor, now }) => {
    const moverOf = moverFor(actor, now)
    // All are asked before any is changed: of a list with one that is not theirs nothing is done.
    const others = await Promise.all(
      [...new Set(body.requests)].map(async (id) => {
        const one = await readRequest(id)
        if (one === undefined) throw new Problem('not-found')
        await moverOf(one)
        return one
      }),
    )
    for (const [index, one] of others.entries())
      if (one.id !== loaded.id)
        await joinTo(one, (await readRequest(loaded.id)) ?? loaded, `${body.key}-${index}`, moverOf, now)
    return showCase((await readRequest(loaded.id)) ?? loaded, actor, now)
  },
})

export const leaveCase = endpoint(routes.leaveCase, {
  locate: locateRequest,
  handle: async ({ loaded, body, actor, now }) => {
    await partFrom(loaded.id, body.key, moverFor(actor, now), now)
    return {}
  },
})

/** What a resident is writing: how many told of the same, and nothing else of them. */
export const likeAppeals = endpoint(routes.likeAppeals, async ({ body, actor, now }) => {
  if (!actor.homes.some(({ placeId }) => placeId === body.home)) throw new Problem('not-found')
  const { guesses, sure, place } = await propose({ text: body.text, place: body.place, home: body.home })
  const subject = guesses[0]?.subject
  if (subject === undefined || !sure || place.place === undefined) return {}
  const compared = await comparedText(body.text, subject, place.place, now)
  if (compared === undefined) return {}
  const like = (await likeOnes(compared.signature, compared.sketch)).filter(isSurelyLike(compared.signature))
  const people = new Set(like.map(({ near }) => near.person))
  // Their own they see in their list.
  people.delete(actor.person)
  const first = like.map(({ near }) => near.at).sort()[0]
  if (people.size === 0 || first === undefined) return {}
  return { like: { people: people.size, subject: subjectCalled(subject)?.name ?? '', since: first } }
})
