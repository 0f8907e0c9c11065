import type { Instant } from '@zmht/shared/knowledge'
import { dayAfterDue, remindDay } from '@zmht/shared/rules'
import { beginningOf } from '../platform/clock'
import { dueAt } from '../platform/due.store'
import type { TransactionPart } from '../platform/table/write'
import { nextDayOf } from './domain/repeat'
import type { Task } from './task.store'

/** What the due items of a task are called: it comes again, its units are reminded, the tier above those that are late is told, what nobody reported is reported. */
export const taskDues = ['repeat', 'remind', 'escalate', 'report'] as const
export type TaskDue = (typeof taskDues)[number]

/** What is written with a task that is dispatched, so that what its rules ask for happens in its time. */
export function scheduled(task: Task): readonly TransactionPart[] {
  const {
    id,
    start,
    content: { due, report, urge },
  } = task
  const on = (kind: TaskDue, day: string | undefined): TransactionPart[] => {
    const at: Instant | undefined = day === undefined ? undefined : beginningOf(day)
    return at === undefined ? [] : [{ put: dueAt(at, { slice: 'tasks', kind, subject: id }) }]
  }
  return [
    ...on('repeat', nextDayOf(task)),
    ...on('remind', urge === undefined || start === undefined ? undefined : remindDay(start, due, urge.before)),
    ...on('escalate', urge === undefined ? undefined : dayAfterDue(due)),
    ...on('report', report === 'automatic' ? dayAfterDue(due) : undefined),
  ]
}
