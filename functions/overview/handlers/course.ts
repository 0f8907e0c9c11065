import { overviewRoutes as routes } from '@zmht/shared/contract'
import { courseOf, daysUpTo, ledgerOf, measureValue, monthMeasure, type PlaceNumbers } from '@zmht/shared/overview'
import { Problem } from '@zmht/shared/problems'
import { dayInChina } from '@zmht/shared/rules'
import { keeperOf } from '../../hierarchy/index'
import { freshnessAt } from '../../ledgers/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { countedDays } from '../../platform/stream/counter.store'
import { columnsOf } from '../gather'
import { locatePlace } from './board'

/** As many days as a line shows. */
const shown = 30
/** Twice: where what hangs on a place itself is kept apart there are two a day. */
const mostKept = 2 * (shown + 1)

export const course = endpoint(routes.course, {
  locate: locatePlace,
  handle: async ({ query, actor, now: at, loaded: place }) => {
    const today = dayInChina(at)
    const ledger = ledgerOf(query.measure)
    const fresh = ledger === undefined ? undefined : await freshnessAt(ledger, place, actor, at)
    const known = new Map(ledger === undefined || fresh === undefined ? [] : [[ledger, fresh] as const])
    const [measure] = columnsOf([query.measure], known)
    // Of small numbers earlier days would tell of single people, too.
    if (measure === undefined || fresh?.seesPeople === false) throw new Problem('not-found')
    const counters = countersOf(measure.id, today)
    // Of a month there is nothing before its first day.
    const days = daysUpTo(today, measure.ofMonth ? Number(today.slice(8)) : shown)
    const courses = await Promise.all(
      counters.map(async ({ counter, part }) => ({
        part,
        groups: courseOf(await countedDays(counter, keeperOf(place), place.id, mostKept), days),
      })),
    )
    return {
      measure: { ...measure },
      days: days.map((day, index) => {
        if (courses.some(({ groups }) => groups[index] === undefined)) return { day }
        const of = (wanted: keyof PlaceNumbers) => courses.find(({ part }) => part === wanted)?.groups[index] ?? {}
        const numbers: PlaceNumbers = {
          requests: of('requests'),
          late: of('late'),
          taskItems: of('taskItems'),
          month: of('month'),
          ledgers: ledger === undefined ? {} : { [ledger]: of('ledgers') },
        }
        const value = measureValue(measure.id, numbers, day)
        return value === undefined ? { day } : { day, value }
      }),
    }
  },
})

/** What a measure is told from. */
function countersOf(
  measure: string,
  today: string,
): readonly { readonly counter: string; readonly part: keyof PlaceNumbers }[] {
  const ledger = ledgerOf(measure)
  if (ledger !== undefined) return [{ counter: `${ledger}.freshness`, part: 'ledgers' }]
  switch (measure) {
    case 'open':
      return [{ counter: 'requests', part: 'requests' }]
    case 'late':
      return [{ counter: 'late', part: 'late' }]
    case 'lateItems':
      return [{ counter: 'taskItems', part: 'taskItems' }]
    case 'items':
      return [
        { counter: monthMeasure(today), part: 'month' },
        { counter: 'taskItems', part: 'taskItems' },
      ]
    default:
      return [{ counter: monthMeasure(today), part: 'month' }]
  }
}
