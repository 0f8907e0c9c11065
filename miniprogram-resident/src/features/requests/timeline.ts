import type { RequestReply } from '@zmht/shared/contract'
import { ended, requestStateNames } from '@zmht/shared/rules'
import { formatDue, formatWhen, type TimelineStep } from '@zmht/shared/ui'

/** The steps of a request as its resident reads them, and what it waits for now. */
export function timelineOf(request: RequestReply, now: string): readonly TimelineStep[] {
  const steps = request.steps.map((step, index): TimelineStep => {
    const last = index === request.steps.length - 1
    const stopped = last && (request.state === 'withdrawn' || request.state === 'withheld')
    return {
      key: step.key,
      title: step.says,
      when: step.by === '您' ? formatWhen(step.at, now) : `${formatWhen(step.at, now)} · ${step.by}`,
      detail: step.note,
      state: stopped ? 'stopped' : 'done',
    }
  })
  if (ended.includes(request.state)) return steps
  const waits: TimelineStep = {
    key: 'now',
    title: requestStateNames[request.state],
    when:
      request.state === 'returned'
        ? '您补充以后会接着办'
        : request.overdue
          ? '已超过预计时间，已提醒社区'
          : `预计${formatDue(request.due, now)}有结果`,
    state: 'now',
  }
  return [...steps, waits]
}
