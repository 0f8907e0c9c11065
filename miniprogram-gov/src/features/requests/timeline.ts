import type { RequestReply } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import { ended, sayBooked } from '@zmht/shared/rules'
import { formatDue, formatWhen, type TimelineStep } from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { byResident, stateWords, stepWords } from './words'

const stoppedStates: readonly RequestReply['state'][] = ['withdrawn', 'withheld', 'declined']

export type StepFiles = NonNullable<RequestReply['steps'][number]['files']>

/** What happened to a request so far and what it waits for now. */
export function timelineOf(
  request: RequestReply,
  now: Instant,
  filesAt: (label: string, files: StepFiles) => ReactNode,
): readonly TimelineStep[] {
  const past = request.steps.map((step, index): TimelineStep => {
    const isEntered = step.action === 'submit' && request.behalf?.author !== undefined
    const isOfOrganisation = request.applicant !== undefined
    const who = byResident.includes(step.action) && !isEntered && !isOfOrganisation ? request.who : step.by
    const stopped = index === request.steps.length - 1 && stoppedStates.includes(step.state)
    return {
      key: step.key,
      title: isEntered
        ? '工作人员替居民提交了申请'
        : isOfOrganisation
          ? stepWords[step.action].replace('居民', '单位')
          : stepWords[step.action],
      when: [formatWhen(step.at, now), who].filter(Boolean).join(' · '),
      ...(step.note === undefined ? {} : { detail: step.note }),
      ...(step.files === undefined ? {} : { below: filesAt(`${stepWords[step.action]}的照片`, step.files) }),
      state: stopped ? 'stopped' : 'done',
    }
  })
  if (ended.includes(request.state)) return past
  return [
    ...past,
    {
      key: 'now',
      title: stateWords[request.state],
      ...(request.state === 'returned'
        ? {}
        : {
            when: promised(request, now),
          }),
      state: 'now',
    },
  ]
}

/** Until when something is promised. Of whoever has a time nothing is to be closed before that; of whoever waits for one nothing is promised. */
function promised({ state, booking, due, applicant }: RequestReply, now: Instant): string {
  const by = `答应${applicant === undefined ? '居民' : '单位'}：${formatDue(due, now)}`
  if (booking === undefined) return `${by}办结`
  const booked = sayBooked(state, booking.has, booking.says)
  if (booked === undefined) return `${by}${state === 'confirmed' ? '办结' : '确认'}`
  return booking.has === 'held' ? `${booked}。${by}办结` : booked
}
