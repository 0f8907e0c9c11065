import { dayAfterDue, remindDay } from '@zmht/shared/rules'
import { beginningOf, now } from '../platform/clock'
import { dueAt } from '../platform/due.store'
import type { TransactionPart } from '../platform/table/write'
import { nextDayOf } from './domain/repeat'
import { readTask, type Task } from './task.store'

/** What the due items of a task are called: it comes again, its units are reminded, the tier above those that are late is told, what nobody reported is reported. */
export const taskDues = ['repeat', 'remind', 'escalate', 'report'] as const
export type TaskDue = (typeof taskDues)[number]

/** @returns the day on which something falls due of a task as it is now; undefined where it does not */
export function dayOfDue({ start, content }: Pick<Task, 'start' | 'content'>, kind: TaskDue): string | undefined {
  const { due, repeat, report, urge } = content
  switch (kind) {
    case 'repeat':
      return start === undefined || repeat === undefined ? undefined : nextDayOf({ start, content })
    case 'remind':
      return urge === undefined || start === undefined ? undefined : remindDay(start, due, urge.before)
    case 'escalate':
      return urge === undefined ? undefined : dayAfterDue(due)
    case 'report':
      return report === 'automatic' ? dayAfterDue(due) : undefined
  }
}

/** What is written with a task that is dispatched, or whose last day was moved, so that what its rules ask for happens in its time. */
export const scheduled = (task: Task): readonly TransactionPart[] =>
  taskDues.flatMap((kind) => {
    const day = dayOfDue(task, kind)
    return day === undefined ? [] : [{ put: dueAt(beginningOf(day), { slice: 'tasks', kind, subject: task.id }) }]
  })

/** Whether something fell due of a task as it is now: its last day may have been moved since it was planned. */
export async function isDueNow(id: string, kind: TaskDue): Promise<boolean> {
  const task = await readTask(id)
  const day = task === undefined ? undefined : dayOfDue(task, kind)
  return day !== undefined && beginningOf(day) <= now()
}
