import { overviewRoutes as routes } from '@zmht/shared/contract'
import { duplicatesOf, monthMeasure } from '@zmht/shared/overview'
import { dayInChina } from '@zmht/shared/rules'
import { keeperOf, type PlaceFacts } from '../../hierarchy/index'
import { askedAt, knowledgeNow } from '../../knowledge/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { readTotals } from '../../platform/stream/counter.store'
import { locatePlace } from './board'

/** As many months as are told, and as many pairs. */
const months = 6
const mostPairs = 10

export const burdenAt = endpoint(routes.burdenAt, {
  locate: locatePlace,
  handle: async ({ now: at, loaded: place }) => {
    const told = monthsUpTo(dayInChina(at).slice(0, 7), months)
    const [asked, groups, knowledge] = await Promise.all([
      askedAt(place.lineage),
      monthsAt(place, told.map(monthMeasure)),
      knowledgeNow(),
    ])
    const nameOf = (code: string): string =>
      knowledge.attribute(code)?.name ?? knowledge.relationType(code)?.name ?? code
    return {
      months: told.flatMap((month, at) => {
        const sum = (group: string): number => groups[at]?.[group] ?? 0
        if (sum('forms') === 0 && at > 0) return []
        return [
          {
            month,
            ...{
              forms: sum('forms'),
              asked: sum('asked'),
              facts: sum('facts'),
              known: sum('kept'),
              typed: sum('typed'),
            },
          },
        ]
      }),
      duplicates: duplicatesOf(asked, mostPairs).map(({ one, other, shared, percent }) => ({
        one: { id: one.application, title: one.title },
        other: { id: other.application, title: other.title },
        shared: [...new Set(shared.map(nameOf))],
        percent,
      })),
    }
  },
})

async function monthsAt(place: PlaceFacts, measures: readonly string[]) {
  const totals = await readTotals(measures, keeperOf(place), place.id)
  return measures.map((measure) => totals.get(measure)?.groups ?? {})
}

/** @returns so many months back from one, the latest first */
function monthsUpTo(month: string, count: number): readonly string[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, number - 1 - back, 1)).toISOString().slice(0, 7),
  )
}
