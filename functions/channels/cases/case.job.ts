import { Problem } from '@zmht/shared/problems'
import { ended } from '@zmht/shared/rules'
import { now } from '../../platform/clock'
import type { JobStep } from '../../platform/jobs'
import type { Move, Mover } from '../domain/request'
import { wordedFor } from '../domain/wording'
import { evidenceToKeep } from '../evidence'
import { moveRequest } from '../move'
import { type Request, readRequest, readSteps, type Step } from '../request.store'
import { memberPage, readCase } from './case.store'

/** So many in one step. */
const inOneStep = 20

/** One step: some of those with a lead are given what was done with it. Each under a key of its own: done again, it is done once. */
export const caseStep: JobStep = async ({ cursor, input }) => {
  const lead = input.lead === undefined ? undefined : await readRequest(input.lead)
  const step = lead && (await readSteps(lead.id)).find(({ key }) => key === input.key)
  const found = lead?.case === undefined ? undefined : await readCase(lead.case.id)
  const stand: { readonly from?: string; readonly done: number } =
    cursor === undefined ? { done: 0 } : JSON.parse(cursor)
  if (lead === undefined || step === undefined || found === undefined)
    return { done: stand.done, total: stand.done, message: '没有要告诉的', finished: true }
  const only = input.only ?? ''
  const page = only === '' ? await memberPage(found.id, stand.from, inOneStep) : { items: [{ requestId: only }] }
  for (const { requestId } of page.items) if (requestId !== lead.id) await give(requestId, lead, step)
  const done = stand.done + page.items.length
  const next = 'next' in page ? page.next : undefined
  return {
    done,
    total: Math.max(done, found.requests),
    message: next === undefined ? `已告诉 ${done} 件` : `正在告诉，已 ${done} 件`,
    finished: next === undefined,
    ...(next === undefined ? {} : { cursor: JSON.stringify({ from: next, done }) }),
  }
}

/** What was done with the lead, done with one of the others as whoever did it. What it cannot be done with any more is left as it is. */
async function give(requestId: string, lead: Request, step: Step): Promise<void> {
  const request = await readRequest(requestId)
  if (request === undefined || request.case?.id !== lead.case?.id || ended.includes(request.state)) return
  const by: Mover = {
    kind: request.desk === undefined ? 'worker' : 'desk',
    id: step.by,
    name: step.byName,
    ...(request.desk === undefined ? {} : { organisation: request.desk.id }),
  }
  const at = now()
  const key = `${step.key}-case`
  const { files, parts } = await evidenceToKeep(
    requestId,
    step.files?.map(({ id }) => id),
    step.by,
    at,
  )
  const { action } = step
  const to = lead.desk === undefined ? undefined : { id: lead.desk.id, name: lead.desk.name }
  const move: Move = {
    action,
    key,
    ...(step.note === undefined ? {} : { note: wordedFor(step.wording ?? step.note, request) }),
    ...(files.length === 0 ? {} : { files }),
    ...(to === undefined ? {} : { to }),
  }
  try {
    // An answer is somebody's who took it up.
    const taken =
      action === 'close' && request.state !== 'claimed' && request.state !== 'confirmed'
        ? await moveRequest(request, { action: 'claim', key: `${key}-claim` }, by, at)
        : request
    await moveRequest(taken, move, by, at, parts)
  } catch (refusal) {
    if (refusal instanceof Problem && refusal.kind === 'conflict') return
    throw refusal
  }
}
