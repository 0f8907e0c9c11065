import { nextStart } from '@zmht/shared/rules'
import type { Task } from '../task.store'

/** @returns the day on which a task comes again; undefined where it comes once, or is not dispatched */
export const nextDayOf = ({ content: { repeat }, start }: Pick<Task, 'content' | 'start'>): string | undefined =>
  repeat === undefined || start === undefined ? undefined : nextStart(start, repeat)
