import type { RequestReply } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import { ended } from '@zmht/shared/rules'
import { formatWhen, type TimelineStep } from '@zmht/shared/ui'
import { byResident, stateWords, stepWords } from './words'

/** What happened to a request so far and what it waits for now. */
export function timelineOf(request: RequestReply, now: Instant): readonly TimelineStep[] {
  const past = request.steps.map((step, index): TimelineStep => {
    const who = byResident.includes(step.action) ? request.who : step.by
    const stopped = index === request.steps.length - 1 && (step.state === 'withdrawn' || step.state === 'withheld')
    return {
      key: step.key,
      title: stepWords[step.action],
      when: [formatWhen(step.at, now), who].filter(Boolean).join(' · '),
      ...(step.note === undefined ? {} : { detail: step.note }),
      state: stopped ? 'stopped' : 'done',
    }
  })
  if (ended.includes(request.state)) return past
  return [
    ...past,
    {
      key: 'now',
      title: stateWords[request.state],
      ...(request.state === 'returned' ? {} : { when: `答应居民：${formatWhen(request.due, now)} 前办结` }),
      state: 'now',
    },
  ]
}
