import { Problem } from '@zmht/shared/problems'
import { ended, type RequestAction } from '@zmht/shared/rules'
import { now } from '../../platform/clock'
import { startJob } from '../../platform/jobs'
import type { Message } from '../../platform/stream/message'
import { system } from '../domain/request'
import { type Request, readRequest, readSteps } from '../request.store'
import { joinTo } from './join'
import { comparedBy, isSurelyLike, likeOnes } from './near'

/** Gives a step of a lead to all that are answered with it. */
export const caseJob = 'channels.case'

/** What is done with all of a case; the rest (who looked at it, what somebody wrote beside) is the lead's own. */
export const givenToAll: readonly RequestAction[] = [
  'claim',
  'close',
  'decline',
  'transfer',
  'give-back',
  'assign',
  'confirm',
]

/** A lead moved: so do those with it. A new one whose author wants it answered with the neighbours' is put to them. */
export async function followCase(request: Request, { change, carried }: Message): Promise<void> {
  if (change === 'added' && request.follows === true) await joinNeighbours(request)
  if (request.case === undefined) return
  if (request.case.lead) {
    const step = (await readSteps(request.id)).find(({ sequence }) => sequence === carried.revision)
    if (step !== undefined && givenToAll.includes(step.action)) await giveToAll(request.id, step.key)
    return
  }
  await catchUp(request)
}

/** Who joined in the very moment in which the lead ended is given its end all the same. */
async function catchUp(request: Request): Promise<void> {
  if (request.case === undefined || ended.includes(request.state)) return
  const leadId = `r${request.case.id.slice(1)}`
  const lead = await readRequest(leadId)
  if (lead === undefined || !ended.includes(lead.state)) return
  const end = (await readSteps(leadId)).filter(({ action }) => givenToAll.includes(action)).at(-1)
  if (end !== undefined) await giveToAll(leadId, end.key, request.id)
}

/** @param only one that came late */
async function giveToAll(lead: string, key: string, only = ''): Promise<void> {
  await startJob({
    id: `jcase-${key.slice(1, 21)}${only === '' ? '' : `-${only.slice(1, 13)}`}`,
    kind: caseJob,
    input: { lead, key, only },
    by: 'system',
    message: '正在告诉反映同一件事的居民',
  })
}

/** The author wants it answered with what neighbours told of: with the likeliest, where there is one still. */
async function joinNeighbours(request: Request): Promise<void> {
  const compared = await comparedBy(request)
  if (compared === undefined || request.case !== undefined) return
  const [first] = (await likeOnes(compared.signature, compared.sketch, request.id)).filter(
    isSurelyLike(compared.signature),
  )
  const other = first === undefined ? undefined : await readRequest(first.near.requestId)
  if (other === undefined || ended.includes(other.state)) return
  try {
    await joinTo(request, other, `s-follow-${request.id}`, async () => system, now())
  } catch (refusal) {
    // It ended meanwhile: then this one is worked by itself.
    if (refusal instanceof Problem && refusal.kind !== 'unavailable') return
    throw refusal
  }
}
