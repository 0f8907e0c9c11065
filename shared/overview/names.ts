/** Minutes of working time, a day being nine hours: the steps in which it is told how long things took. */
export const steps: readonly number[] = [
  30, 60, 120, 270, 540, 810, 1080, 1620, 2160, 2700, 3780, 5400, 8100, 10_800, 16_200, 27_000,
]

/** @returns the step within which a duration lies, as a key of a group; the last holds whatever took longer */
export function stepOf(minutes: number): string {
  const at = steps.findIndex((step) => minutes <= step)
  return String(at < 0 ? steps.length : at)
}

/** Stands for longer than the last step. */
export const beyond = 1_000_000

/**
 * @param counts how many lie within each step
 * @returns within how many minutes as many percent of them lie; `beyond` after the last step; nothing where there are none
 */
export function withinOf(counts: ReadonlyMap<string, number>, percent: number): number | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  let left = Math.max(1, Math.ceil((percent / 100) * total))
  for (let at = 0; total > 0 && at <= steps.length; at++) {
    left -= counts.get(String(at)) ?? 0
    if (left <= 0) return steps[at] ?? beyond
  }
  return undefined
}

/** What came and went in a month, over all services and tasks. @param day `2026-11-30` or a month */
export const monthMeasure = (day: string): string => `month.${day.slice(0, 7)}`
/** How long each stage took of what was done in a month. */
export const stagesMeasure = (day: string): string => `stages.${day.slice(0, 7)}`

/** Requests by state, those that are late, and what is still to be done of tasks by its last day. */
export const openMeasures = ['requests', 'late', 'taskItems'] as const
