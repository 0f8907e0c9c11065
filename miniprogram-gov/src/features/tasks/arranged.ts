import type { TaskContent } from '@zmht/shared/contract'
import type { Duty } from '@zmht/shared/permission'
import type { Recipient, UnitTier } from '@zmht/shared/rules'

/** What is arranged beyond the everyday. */
export interface Arranged {
  readonly passes: readonly UnitTier[]
  readonly automatic: boolean
  /** Each item is given to somebody at once. */
  readonly balanced: boolean
  /** Somebody else finds right what was filled in, before it counts. */
  readonly checked: boolean
  readonly to: Recipient
  /** By which duty, where it goes by duty. */
  readonly duty: Duty
  /** Those of a place see the numbers of those beside. */
  readonly siblings: boolean
  /** So many days before the last one; undefined: nobody is reminded. */
  readonly before?: number | undefined
}

/** Everywhere at once, reported by hand, and who is late is reminded two days before. */
export const everyday: Arranged = {
  passes: [],
  automatic: false,
  balanced: false,
  checked: false,
  to: 'territory',
  duty: 'fire',
  siblings: false,
  before: 2,
}

/** @returns what of a task’s content says so; the everyday is left out */
export function arrangedContent({
  passes,
  automatic,
  balanced,
  checked,
  to,
  duty,
  siblings,
  before,
}: Arranged): Pick<TaskContent, 'assign' | 'done' | 'passes' | 'report' | 'siblings' | 'to' | 'urge'> {
  return {
    ...(passes.length === 0 ? {} : { passes: [...passes] }),
    ...(to === 'territory' ? {} : { to: to === 'duty' ? { by: to, duty } : { by: to } }),
    ...(siblings ? { siblings: 'numbers' } : {}),
    ...(automatic ? { report: 'automatic' } : {}),
    ...(balanced ? { assign: 'balanced' } : {}),
    ...(checked ? { done: 'checked' } : {}),
    ...(before === undefined ? {} : { urge: { before } }),
  }
}

/** @returns how a task was arranged */
export const arrangedOf = ({ assign, done, passes, report, siblings, to, urge }: TaskContent): Arranged => ({
  passes: passes ?? [],
  automatic: report === 'automatic',
  balanced: assign === 'balanced',
  checked: done === 'checked',
  to: to?.by ?? 'territory',
  duty: to?.by === 'duty' ? to.duty : everyday.duty,
  siblings: siblings === 'numbers',
  before: urge?.before,
})
