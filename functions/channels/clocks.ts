import type { Instant } from '@zmht/shared/knowledge'
import { ended, stepNames, stepUnderWay } from '@zmht/shared/rules'
import { later, now } from '../platform/clock'
import { saveDue } from '../platform/due.store'
import { reportedAt } from './domain/step-clock'
import { type Request, readRequest } from './request.store'
import { superiorOf } from './request-access'
import { systemStep } from './system-step'

/** `desk`: what an organisation has, for the list of the place does not watch it. `step`: a step of its own. `report`: to a superior. */
const clocks = ['desk', 'step', 'report'] as const
type ClockKind = (typeof clocks)[number]

export const isClock = (kind: string): boolean => clocks.some((one) => one === kind)

/** Sets what a request, as it is now, is looked at again by. The same again is the same item. */
export async function watchClocks(request: Request): Promise<void> {
  const { id, desk, state, due, overdue, stepDue, stepLate } = request
  if (ended.includes(state)) return
  const watch = (at: Instant, kind: ClockKind) => saveDue(at, { slice: 'channels', kind: kind, subject: id })
  if (desk !== undefined && !overdue && due > now()) await watch(due, 'desk')
  if (stepDue !== undefined && stepLate !== true && stepDue > now()) await watch(stepDue, 'step')
  const report = overdue ? reportedAt(request) : undefined
  // Something may have come back to the officials after that: it is reported with the next minute.
  if (report !== undefined && state !== 'returned')
    await watch(report > now() ? report : later(now(), 60_000), 'report')
}

/** One of them is over. */
export async function clockStruck(kind: string, id: string): Promise<void> {
  const request = await readRequest(id)
  if (request === undefined || ended.includes(request.state)) return
  if (kind === 'desk') return becomeLate(request)
  if (kind === 'step') return remind(request)
  return report(request)
}

async function becomeLate(request: Request): Promise<void> {
  if (request.desk === undefined || request.overdue || request.due > now()) return
  await systemStep(request, { action: 'overdue', key: `s-overdue-${request.due}` })
}

async function remind(request: Request): Promise<void> {
  const { stepDue, stepLate, state, procedure } = request
  const step = stepUnderWay(state, procedure)
  if (step === undefined || stepDue === undefined || stepLate === true || stepDue > now()) return
  await systemStep(request, { action: 'remind', key: `s-late-${stepDue}`, note: `${stepNames[step]}的期限已过。` })
}

async function report(request: Request): Promise<void> {
  const at = reportedAt(request)
  if (!request.overdue || at === undefined || at > now()) return
  const superior = await superiorOf(request)
  if (superior === undefined) return
  await systemStep(request, {
    action: 'escalate',
    key: `s-report-${request.due}-${superior.id}`,
    reported: superior,
    note: `已报${superior.name}督办。`,
  })
}
