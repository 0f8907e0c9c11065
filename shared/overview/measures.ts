import { type RequestState, requestStates } from '../rules/request'
import { withinOf } from './names'

/** How a number is written: `minutes` of working time. */
export type BoardUnit = 'count' | 'percent' | 'minutes' | 'number'

/** A number a leader sees of every place. */
export interface BoardMeasure {
  readonly id: string
  readonly name: string
  readonly unit: BoardUnit
  /** Which way is well; `none` where a place is not better for having more or fewer. */
  readonly better: 'low' | 'high' | 'none'
  /** What exactly is counted, for whoever asks. */
  readonly says: string
  /** It is of one month; the others are as of now. */
  readonly ofMonth: boolean
}

const own = [
  ['open', '在办诉求', 'count', 'none', false, '居民提出、还没有办结的诉求'],
  ['late', '超时诉求', 'count', 'low', false, '过了承诺的日期还没有办结的诉求'],
  ['timely', '按时办结率', 'percent', 'high', true, '当月办结的诉求里，在承诺日期以前办结的'],
  ['half', '一半用时', 'minutes', 'low', true, '当月办结的诉求，一半在这么长的工作时间以内（一天九小时）'],
  ['most', '九成用时', 'minutes', 'low', true, '当月办结的诉求，九成在这么长的工作时间以内'],
  ['items', '任务完成率', 'percent', 'high', true, '当月完成的任务项，占当月完成和还没完成的'],
  ['lateItems', '逾期任务项', 'count', 'low', false, '过了完成日期还没有完成的任务项'],
  ['known', '免填率', 'percent', 'high', true, '当月问居民的关于人、地、物的问题里，系统已有、不用再填的'],
  ['asked', '每件要答', 'number', 'low', true, '当月提交的诉求，平均每件要居民答多少题'],
  ['closed', '当月办结', 'count', 'none', true, '当月办结的诉求'],
] as const satisfies readonly (readonly [string, string, BoardUnit, BoardMeasure['better'], boolean, string])[]

/** What may stand on every board. Of a ledger there are two more: `rows.` and `stale.` with its id. */
export const boardMeasures: readonly BoardMeasure[] = own.map(([id, name, unit, better, ofMonth, says]) => ({
  ...{ id, name, unit, better, ofMonth, says },
}))

/** What an organisation that chose nothing sees. */
export const usualMeasures: readonly string[] = own.slice(0, 8).map(([id]) => id)
/** As many columns as anybody reads at a glance. */
export const mostColumns = 8

/** @returns the two measures of a ledger */
export const ledgerMeasures = (ledger: { readonly id: string; readonly name: string }): readonly BoardMeasure[] => [
  {
    ...{ id: `rows.${ledger.id}`, name: ledger.name, unit: 'count', better: 'none', ofMonth: false },
    says: `台账“${ledger.name}”里有多少条`,
  },
  {
    ...{ id: `stale.${ledger.id}`, name: `${ledger.name}待核实`, unit: 'percent', better: 'low', ofMonth: false },
    says: `台账“${ledger.name}”里，有资料过了有效期、该核实的`,
  },
]

/** @returns the ledger a measure is of */
export function ledgerOf(measure: string): string | undefined {
  const [what, ledger] = measure.split('.')
  return what === 'rows' || what === 'stale' ? ledger : undefined
}

type Groups = Readonly<Record<string, number>>

/** What is kept of a place, as the counters give it. */
export interface PlaceNumbers {
  readonly requests: Groups
  readonly late: Groups
  readonly taskItems: Groups
  readonly month: Groups
  /** How fresh its rows are, by ledger. */
  readonly ledgers: Readonly<Record<string, Groups>>
}

export const noNumbers: PlaceNumbers = { requests: {}, late: {}, taskItems: {}, month: {}, ledgers: {} }

/** States in which a request still waits for somebody. */
const underWay: ReadonlySet<string> = new Set<RequestState>(
  requestStates.filter((state) => !['closed', 'declined', 'withdrawn', 'withheld'].includes(state)),
)

const sum = (groups: Groups, meets: (group: string) => boolean = () => true): number =>
  Object.entries(groups).reduce((total, [group, count]) => total + (meets(group) ? count : 0), 0)

const share = (part: number, whole: number): number | undefined =>
  whole <= 0 ? undefined : Math.round((part / whole) * 1000) / 10

/** The steps of a duration that a month or the stages of one keep. @param what `took`, `wait`, `work`, `item-wait`, `item-work` */
export const durations = (groups: Groups, what: string): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(groups).flatMap(([group, count]) =>
      group.startsWith(`${what}:`) ? [[group.slice(what.length + 1), count] as const] : [],
    ),
  )

/**
 * @param today in China
 * @returns what a measure comes to at a place; nothing where there is nothing to tell it from. `beyond`: longer than is told
 */
export function measureValue(measure: string, numbers: PlaceNumbers, today: string): number | undefined {
  const { requests, late, taskItems, month } = numbers
  const at = (group: string): number => month[group] ?? 0
  const ledger = ledgerOf(measure)
  if (ledger !== undefined) {
    const rows = numbers.ledgers[ledger] ?? {}
    return measure.startsWith('rows.') ? sum(rows) : share(rows.stale ?? 0, sum(rows))
  }
  switch (measure) {
    case 'open':
      return sum(requests, (state) => underWay.has(state))
    case 'late':
      return sum(late)
    case 'timely':
      return share(at('timely'), at('closed'))
    case 'half':
      return withinOf(durations(month, 'took'), 50)
    case 'most':
      return withinOf(durations(month, 'took'), 90)
    case 'items':
      return share(at('items'), at('items') + sum(taskItems))
    case 'lateItems':
      return sum(taskItems, (due) => due < today)
    case 'known':
      return share(at('kept'), at('facts'))
    case 'asked':
      return at('forms') === 0 ? undefined : Math.round((at('asked') / at('forms')) * 10) / 10
    case 'closed':
      return at('closed')
    default:
      return undefined
  }
}
