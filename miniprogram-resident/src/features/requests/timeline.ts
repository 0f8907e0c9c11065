import type { RequestReply } from '@zmht/shared/contract'
import { ended, requestStateNames, sayBooked, sayWait } from '@zmht/shared/rules'
import { formatDue, formatWhen, type TimelineStep } from '@zmht/shared/ui'
import type { ReactNode } from 'react'

const stoppedStates: readonly RequestReply['state'][] = ['withdrawn', 'withheld', 'declined']

type StepFiles = NonNullable<RequestReply['steps'][number]['files']>

/** The steps of a request as its resident reads them, and what it waits for now. */
export function timelineOf(
  request: RequestReply,
  now: string,
  filesAt: (label: string, files: StepFiles) => ReactNode,
): readonly TimelineStep[] {
  const steps = request.steps.map((step, index): TimelineStep => {
    const last = index === request.steps.length - 1
    const stopped = last && stoppedStates.includes(request.state)
    return {
      key: step.key,
      title: step.says,
      when: step.by === '您' ? formatWhen(step.at, now) : `${formatWhen(step.at, now)} · ${step.by}`,
      detail: step.note,
      ...(step.files === undefined ? {} : { below: filesAt(`${step.says}的照片`, step.files) }),
      state: stopped ? 'stopped' : 'done',
    }
  })
  if (ended.includes(request.state)) return steps
  const waits: TimelineStep = {
    key: 'now',
    title: requestStateNames[request.state],
    when: waitingWords(request, now),
    state: 'now',
  }
  return [...steps, waits]
}

/** When there is an answer; of whoever has a time, or waits for one, that. */
function waitingWords(request: RequestReply, now: string): string {
  const { state, booking, overdue, due, wait } = request
  if (state === 'returned') return '您补充以后会接着办'
  const booked = booking === undefined ? undefined : sayBooked(state, booking.has, booking.says)
  if (booked !== undefined) return booked
  if (overdue) return '已超过预计时间，已提醒办理单位'
  return [`预计${formatDue(due, now)}有结果`, wait === undefined ? undefined : sayWait(wait)].filter(Boolean).join('。')
}
