import type { PlaceId } from '@zmht/shared/geo'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CoveringGrid, coverOf, dueOn, gridsOver, inForce } from './grid'

const place = (name: string): PlaceId => name as PlaceId // stands for an id in these tests
/** A tree three levels deep: `a`, `a0`, `a00` … each name the path to it. */
const lineageOf = (name: string): PlaceId[] => Array.from(name, (_, index) => place(name.slice(0, index + 1)))
const childrenOf = (name: string): string[] => (name.length < 4 ? ['0', '1', '2'].map((digit) => name + digit) : [])
const leavesOf = (name: string): string[] => (name.length === 4 ? [name] : childrenOf(name).flatMap(leavesOf))
const within = (name: string): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom('0', '1', '2'), maxLength: 4 - name.length }).map((rest) => name + rest)

const grids = fc.array(
  fc.record({
    name: fc.constant('网格'),
    within: fc.constantFrom('a', 'a0'),
    count: fc.array(within('a'), { maxLength: 4 }),
  }),
  { maxLength: 5 },
)
const made = grids.map((all) =>
  all.map(({ name, within: home, count }, index) => ({
    id: `g${index}`,
    name,
    within: place(home),
    lineages: count.map(lineageOf),
  })),
)

/** By looking at every leaf, what covers it. */
const byHand = (leaf: string, all: typeof made extends fc.Arbitrary<infer Grids> ? Grids : never): string[] =>
  all
    .filter((grid) => lineageOf(leaf).includes(grid.within))
    .filter((grid) =>
      grid.lineages.some((along) => along.includes(grid.within) && leaf.startsWith(along.at(-1) ?? 'x')),
    )
    .map(({ id }) => id)

describe('the report of a place', () => {
  test('leaves uncovered exactly the leaves no grid covers, named by the highest place', () => {
    fc.assert(
      fc.property(made, fc.constantFrom('a', 'a0', 'a01'), (all, root) => {
        const cover = coverOf(lineageOf(root), all)
        const uncovered = (name: string): string[] =>
          cover.covered.has(place(name))
            ? []
            : cover.partly.has(place(name))
              ? childrenOf(name).flatMap(uncovered)
              : [name]
        const named = uncovered(root)
        const bare = leavesOf(root).filter((leaf) => byHand(leaf, all).length === 0)
        expect(named.flatMap(leavesOf).sort()).toEqual(bare.sort())
        for (const name of named) if (name !== root) expect(named).not.toContain(name.slice(0, -1))
        expect(cover.whole).toBe(cover.covered.has(place(root)))
      }),
      { numRuns: 500 },
    )
  })

  test('names the highest places that two grids cover, and all of them', () => {
    fc.assert(
      fc.property(made, fc.constantFrom('a', 'a0', 'a01'), (all, root) => {
        const { overlapping } = coverOf(lineageOf(root), all)
        const doubled = leavesOf(root).filter((leaf) => byHand(leaf, all).length > 1)
        const named = overlapping.map((one) => String(one.place))
        expect([...new Set(named.flatMap((name) => leavesOf(name)))].sort()).toEqual(doubled.sort())
        for (const name of named) expect(named.filter((other) => other !== name && name.startsWith(other))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

test('the grid of the nearest place comes first, and one that belongs elsewhere now does not count', () => {
  const grid = (id: string, home: string): CoveringGrid => ({ id, name: id, within: place(home) })
  const at: Record<string, CoveringGrid[]> = {
    a0: [grid('g2', 'a0'), grid('g1', 'a0')],
    a01: [grid('g3', 'a0'), grid('g4', 'a2')],
  }
  expect(gridsOver(lineageOf('a012'), (one) => at[one] ?? []).map(({ id }) => id)).toEqual(['g3', 'g1', 'g2'])
})

test('a substitute comes first on their days, each official once', () => {
  const workers = [
    { official: 'a1', from: '2026-01-01', substitute: false },
    { official: 'a2', from: '2026-06-01', to: '2026-06-03', substitute: true },
    { official: 'a1', from: '2026-06-02', to: '2026-06-02', substitute: true },
  ]
  expect(dueOn(workers, '2026-05-31')).toEqual(['a1'])
  expect(dueOn(workers, '2026-06-02')).toEqual(['a2', 'a1'])
  expect(dueOn(workers, '2026-06-04')).toEqual(['a1'])
})

test('the first and the last day belong to it', () => {
  const dates = { from: '2026-06-01', to: '2026-06-03' }
  expect(['2026-05-31', '2026-06-01', '2026-06-03', '2026-06-04'].map((day) => inForce(dates, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
})
