import type { TaskContent } from '@zmht/shared/contract'
import type { UnitTier } from '@zmht/shared/rules'

/** What is arranged beyond the everyday. */
export interface Arranged {
  readonly passes: readonly UnitTier[]
  readonly automatic: boolean
  /** Each item is given to somebody at once. */
  readonly balanced: boolean
  /** Somebody else finds right what was filled in, before it counts. */
  readonly checked: boolean
  /** So many days before the last one; undefined: nobody is reminded. */
  readonly before?: number | undefined
}

/** Everywhere at once, reported by hand, and who is late is reminded two days before. */
export const everyday: Arranged = { passes: [], automatic: false, balanced: false, checked: false, before: 2 }

/** @returns what of a task’s content says so; the everyday is left out */
export function arrangedContent({
  passes,
  automatic,
  balanced,
  checked,
  before,
}: Arranged): Pick<TaskContent, 'assign' | 'done' | 'passes' | 'report' | 'urge'> {
  return {
    ...(passes.length === 0 ? {} : { passes: [...passes] }),
    ...(automatic ? { report: 'automatic' } : {}),
    ...(balanced ? { assign: 'balanced' } : {}),
    ...(checked ? { done: 'checked' } : {}),
    ...(before === undefined ? {} : { urge: { before } }),
  }
}

/** @returns how a task was arranged */
export const arrangedOf = ({ assign, done, passes, report, urge }: TaskContent): Arranged => ({
  passes: passes ?? [],
  automatic: report === 'automatic',
  balanced: assign === 'balanced',
  checked: done === 'checked',
  before: urge?.before,
})
