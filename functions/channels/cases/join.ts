import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { ended } from '@zmht/shared/rules'
import { pause } from '../../platform/table/write'
import { type Mover, take } from '../domain/request'
import { type InCase, type Request, readRequest, readSteps, saveStep } from '../request.store'
import { caseOfLead, membersOf, readCase, withMember, withoutMember } from './case.store'

/** More are not answered together. */
export const mostTogether = 2000

/** So often it is tried where others join in the same moment. */
const attempts = 30

/**
 * Puts a request into a case, with the step of its own and the case's numbers in one transaction. In it already, nothing changes.
 * @param moverOf as whom, of the request as it is now
 */
async function put(
  id: string,
  inCase: InCase,
  leadId: string,
  key: string,
  moverOf: (request: Request) => Promise<Mover>,
  at: Instant,
) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const request = await readRequest(id)
    if (request === undefined) throw new Problem('not-found')
    if (request.case?.id === inCase.id) return
    if (request.case !== undefined)
      throw new Problem('step-not-allowed', { detail: '这一件已经和别的合并在一起，先移出再合并。没有改动。' })
    const [found, members] = [await readCase(inCase.id), await membersOf(inCase.id)]
    if (members.length >= mostTogether)
      throw new Problem('step-not-allowed', { detail: `一件事最多合并 ${mostTogether} 件诉求。没有改动。` })
    const decided = take(request, { action: 'join', key, case: inCase }, await moverOf(request), at)
    const member = { caseId: inCase.id, requestId: id, person: request.person, at }
    const beside = withMember(found, member, leadId, members)
    const outcome = await saveStep(request, decided.request, decided.step, { beside })
    if (outcome === 'saved') return
    // The same key under which it joined before and was taken out since: another intent has another key.
    if (outcome === 'taken-before' && (await readRequest(id))?.case?.id !== inCase.id) throw new Problem('key-reused')
    await pause(5 * 2 ** Math.min(attempt, 5) * Math.random())
  }
  throw new Problem('changed')
}

/**
 * Has a request answered with another, or with the lead of the other's case. The lead is made one first, by the same key.
 * @returns the lead's id
 */
export async function joinTo(
  request: Request,
  other: Request,
  key: string,
  moverOf: (request: Request) => Promise<Mover>,
  at: Instant,
): Promise<string> {
  const leadId = other.case === undefined ? other.id : ((await readCase(other.case.id))?.lead ?? other.id)
  const lead = leadId === other.id ? other : await readRequest(leadId)
  if (lead === undefined || ended.includes(lead.state))
    throw new Problem('step-not-allowed', { detail: '主办的一件已经办结，不能再合并进去。没有改动。' })
  const id = caseOfLead(leadId)
  if (leadId === request.id) return leadId
  await put(leadId, { id, lead: true }, leadId, `${key}-lead`, moverOf, at)
  await put(request.id, { id, lead: false }, leadId, key, moverOf, at)
  return leadId
}

/** Takes a request out of its case. Out already, nothing changes. @throws Problem for the lead while others are in */
export async function partFrom(id: string, key: string, moverOf: (request: Request) => Promise<Mover>, at: Instant) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const request = await readRequest(id)
    if (request === undefined) throw new Problem('not-found')
    const inCase = request.case
    if (inCase === undefined) return
    if ((await readSteps(id)).some((step) => step.key === key)) return
    const [found, members] = [await readCase(inCase.id), await membersOf(inCase.id)]
    const member = members.find(({ requestId }) => requestId === id)
    if (found === undefined || member === undefined) throw new Error(`${id} is no member of its case`)
    if (inCase.lead && found.requests > 1)
      throw new Problem('step-not-allowed', {
        detail: '这一件是主办的，其他的跟着它答复。请先把其他的移出。没有改动。',
      })
    const decided = take(request, { action: 'part', key }, await moverOf(request), at)
    const outcome = await saveStep(request, decided.request, decided.step, {
      beside: withoutMember(found, member, members),
    })
    if (outcome !== 'changed-meanwhile') return
    await pause(5 * 2 ** Math.min(attempt, 5) * Math.random())
  }
  throw new Problem('changed')
}
