import { expect, test } from 'vitest'
import { taskFigures } from './task-figures'

const task = (due: string, counts: Record<string, number>, more: { late?: boolean; state?: 'suspended' } = {}) => ({
  due,
  counts,
  late: more.late === true,
  state: more.state ?? ('running' as const),
})

test('what is late and what will be is told by its items; what is done or suspended is not', () => {
  expect(
    taskFigures(
      [
        task('2026-11-20', { open: 3, done: 7 }, { late: true }),
        task('2026-12-01', { claimed: 1, answered: 1 }),
        task('2026-12-02', { open: 9 }),
        task('2026-11-30', { done: 4, void: 1 }),
        task('2026-11-30', { open: 5 }, { state: 'suspended' }),
      ],
      '2026-11-29',
    ),
  ).toEqual({ running: 3, late: 3, soon: 2 })
  expect(taskFigures([], '2026-11-29')).toEqual({ running: 0, late: 0, soon: 0 })
})
