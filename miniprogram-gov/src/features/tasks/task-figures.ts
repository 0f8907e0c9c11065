import type { TaskCardReply } from '@zmht/shared/contract'
import { unfinishedOf } from '@zmht/shared/rules/task-unit'

/** Within so many days a task is about to be late. */
const soon = 2

export interface TaskFigures {
  /** Tasks with something left to do. */
  readonly running: number
  /** Items of those that are late, and of those that will be within two days. */
  readonly late: number
  readonly soon: number
}

/** @param day of China, today */
export function taskFigures(
  tasks: readonly Pick<TaskCardReply, 'state' | 'due' | 'counts' | 'late'>[],
  day: string,
): TaskFigures {
  const until = new Date(Date.parse(`${day}T00:00:00.000Z`) + soon * 86_400_000).toISOString().slice(0, 10)
  const open = tasks.filter(({ state, counts }) => state === 'running' && unfinishedOf(counts) > 0)
  const left = (some: typeof open) => some.reduce((sum, { counts }) => sum + unfinishedOf(counts), 0)
  return {
    running: open.length,
    late: left(open.filter(({ late }) => late)),
    soon: left(open.filter(({ late, due }) => !late && due <= until)),
  }
}
