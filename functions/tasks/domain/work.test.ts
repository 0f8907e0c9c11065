import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merged } from './work'

const work = fc.record({
  due: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'),
  id: fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 }),
})
const keyOf = ({ due, id }: { due: string; id: string }): string => `${due}#${id}`
const inOrder = (one: { due: string; id: string }, other: { due: string; id: string }): number =>
  keyOf(one) < keyOf(other) ? -1 : 1

test('several lists read page by page are one list in order, each piece once, and the last page says so', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(work, { selector: ({ id }) => id, maxLength: 24 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 5 }),
      (all, grids, size) => {
        const lists = Array.from({ length: grids }, (_, grid) =>
          all.filter((_one, index) => index % grids === grid || index % 5 === 0).sort(inOrder),
        )
        const seen: string[] = []
        let after: { due: string; id: string } | undefined
        for (let page = 0; page < 30; page++) {
          const from = after
          const pages = lists.map((list) => {
            const rest = list.filter((one) => from === undefined || keyOf(one) > keyOf(from))
            return { items: rest.slice(0, size), more: rest.length > size }
          })
          const next = merged(pages, size)
          seen.push(...next.items.map(keyOf))
          after = next.after
          if (after === undefined) break
        }
        expect(after).toBeUndefined()
        expect(seen).toEqual(all.map(keyOf).sort())
      },
    ),
  )
})
