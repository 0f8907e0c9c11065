import { lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import type { Measures } from '../../platform/stream/counter'
import { meeting } from './domain/fence'

/** People with an account and a home, each once at every place they have one in. */
export const readers = 'readers'
/** Who read a notice, and what was answered: `read`, `answered`, `question.option`. */
export const receiptsOf = (noticeId: string): string => `notice.${noticeId}`

const pathOf = (value: unknown): PlacePath | undefined =>
  typeof value === 'string' && value !== '' ? (value as PlacePath) : undefined // as the stores write it

export const measures: Measures = {
  /** With two homes somebody hangs on both, and where their ways part there is one too many. Of two, one inside the other, the inner one is both. */
  reader: ({ first, second }) => {
    const lineages = [pathOf(first), pathOf(second)].flatMap((path) => (path === undefined ? [] : [lineageOf(path)]))
    const [one = [], other = []] = lineages
    const shared = meeting(one, other)
    const count = (lineage: readonly PlaceId[], amount: number) =>
      lineage.length === 0 ? [] : [{ measure: readers, lineage, group: 'all', amount }]
    if (shared.length === other.length) return count(one, 1)
    if (shared.length === one.length) return count(other, 1)
    return [...count(one, 1), ...count(other, 1), ...count(shared, -1)]
  },
  noticeReceipt: ({ noticeId, path, chosen }) => {
    const at = pathOf(path)
    if (typeof noticeId !== 'string' || at === undefined) return []
    const groups = Array.isArray(chosen) ? ['answered', ...chosen.map(String)] : []
    return ['read', ...groups].map((group) => ({
      measure: receiptsOf(noticeId),
      lineage: lineageOf(at),
      group,
      amount: 1,
    }))
  },
}
