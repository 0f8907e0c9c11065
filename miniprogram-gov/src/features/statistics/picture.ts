import { shortName } from '@zmht/shared/geo'
import { unknownGroup } from '@zmht/shared/measures'
import {
  type Amount,
  type ChartKind,
  type Figures,
  type Named,
  ranked,
  restKey,
  together,
} from '@zmht/shared/ui/charts/figures'
import { amountIn, amountOf, groupsShown, isAdditive, type Measured, type Told } from './measured'

/** A measure as people look at it. */
export interface Picture {
  readonly kind: ChartKind
  readonly figures: Figures
  /** What its rows are. */
  readonly rowHead: string
  /** Of the place itself, or of what lies in it. */
  readonly of: 'here' | 'children'
}

/**
 * @returns the picture that fits a measure: places beside each other where nothing is told apart or only codes are, an age pyramid, a line through
 * time, a strip of how fresh the places are; nothing where a single number says it all
 */
export function pictureOf(measured: Measured): Picture | undefined {
  const [first, second] = measured.measure.groups
  const below = measured.children.length > 0
  if (first === undefined) return below ? placesPicture(measured) : undefined
  if (second !== undefined) return twoWays(measured)
  if (first.by === 'freshness' && below && measured.measure.fold === 'count') return freshPicture(measured)
  if (first.by === 'code' && below && isAdditive(measured.measure)) return stackedPicture(measured)
  return groupsPicture(measured)
}

const placesOf = ({ children }: Measured): readonly Named[] =>
  children.map((child) => ({ key: child.id, name: shortName(child) }))
const wholesOf = ({ children }: Measured): readonly Amount[] => children.map(({ whole }) => amountOf(whole))

function placesPicture(measured: Measured): Picture {
  const { name, unit } = measured.measure
  const figures = ranked({
    rows: placesOf(measured),
    series: [{ key: 'all', name }],
    amounts: wholesOf(measured).map((amount) => [amount]),
    unit,
  })
  return { kind: 'bars', figures: withoutEmpty(figures), rowHead: '地点', of: 'children' }
}

function stackedPicture(measured: Measured): Picture {
  const { measure, children } = measured
  const series = shown(measured, 0, children)
  const figures = ranked({
    rows: placesOf(measured),
    series,
    amounts: children.map((child) => series.map(({ key }) => amountIn(child, [key], measure))),
    totals: wholesOf(measured),
    unit: measure.unit,
  })
  return { kind: 'bars', figures: withRest(withoutEmpty(figures)), rowHead: '地点', of: 'children' }
}

/** Of each place, how many in a hundred are fresh. */
function freshPicture(measured: Measured): Picture {
  const figures: Figures = {
    rows: placesOf(measured),
    series: [{ key: 'fresh', name: '新鲜的占' }],
    amounts: measured.children.map((child) => [shareOf(amountIn(child, ['fresh'], measured.measure), child)]),
    unit: '%',
  }
  const there = figures.amounts.map(([share = {}]) => share.value !== undefined || share.withheld === true)
  return { kind: 'heat', figures: onlyRows(figures, there), rowHead: '地点', of: 'children' }
}

/** @returns figures without the places where nobody is: the rows below have them */
const withoutEmpty = (figures: Figures): Figures =>
  onlyRows(
    figures,
    figures.rows.map((_, at) => {
      const { value, withheld } = figures.totals?.[at] ?? figures.amounts[at]?.[0] ?? {}
      return withheld === true || (value ?? 0) !== 0
    }),
  )

function onlyRows(figures: Figures, there: readonly boolean[]): Figures {
  const { rows, amounts, totals } = figures
  return {
    ...figures,
    rows: rows.filter((_, at) => there[at]),
    amounts: amounts.filter((_, at) => there[at]),
    ...(totals === undefined ? {} : { totals: totals.filter((_, at) => there[at]) }),
  }
}

/** @returns figures with what is in the total of a place and not told apart, so that its bar is as long as its number */
function withRest(figures: Figures): Figures {
  const rests = figures.amounts.map((row, at): Amount => {
    const total = figures.totals?.[at]?.value
    if (total === undefined || !row.some(({ withheld }) => withheld)) return { value: 0 }
    return { value: Math.max(0, total - row.reduce((sum, { value }) => sum + (value ?? 0), 0)) }
  })
  if (rests.every(({ value }) => value === 0)) return figures
  return {
    ...figures,
    series: [...figures.series, { key: restKey, name: '不分开写的' }],
    amounts: figures.amounts.map((row, at) => [...row, rests[at] ?? { value: 0 }]),
  }
}

/** @returns a count in percent of all; of nobody there is none */
export function shareOf(part: Amount, { whole }: Told): Amount {
  const all = whole.rows
  if (part.withheld || all === undefined) return { withheld: true }
  return part.value === undefined || all === 0 ? {} : { value: Math.round((part.value / all) * 100) }
}

function groupsPicture(measured: Measured): Picture {
  const { measure, here } = measured
  const [group] = measure.groups
  const isTime = group?.by === 'time'
  // A line through time has no place for those whose time nobody knows; they are said beside it.
  const rows = shown(measured, 0, [here]).filter(({ key }) => !isTime || key !== unknownGroup)
  const figures: Figures = {
    rows,
    series: [{ key: 'all', name: measure.name }],
    amounts: rows.map(({ key }) => [amountIn(here, [key], measure)]),
    unit: measure.unit,
  }
  return { kind: isTime ? 'trend' : 'bars', figures, rowHead: group?.label ?? '', of: 'here' }
}

function twoWays(measured: Measured): Picture {
  const { measure, here } = measured
  const [first, second] = measure.groups
  // Time runs along the picture, whichever was named first.
  const turned = second?.by === 'time' && first?.by !== 'time'
  const [down, across] = turned ? ([1, 0] as const) : ([0, 1] as const)
  const along = measure.groups[down]
  const rows = shown(measured, down, [here]).filter(({ key }) => along?.by !== 'time' || key !== unknownGroup)
  const series = shown(measured, across, [here])
  const at = (row: string, one: string) => amountIn(here, turned ? [one, row] : [row, one], measure)
  const figures: Figures = {
    rows,
    series,
    amounts: rows.map((row) => series.map((one) => at(row.key, one.key))),
    unit: measure.unit,
  }
  const rowHead = along?.label ?? ''
  if (along?.by === 'time') return { kind: 'trend', figures, rowHead, of: 'here' }
  if (along?.by === 'band' && measure.fold === 'count') {
    const backToBack = inTwo(figures)
    if (backToBack !== undefined) return { kind: 'pyramid', figures: backToBack, rowHead, of: 'here' }
  }
  return { kind: 'bars', figures: isAdditive(measure) ? figures : oneByOne(figures), rowHead, of: 'here' }
}

/** @returns figures whose two heaviest series stand first, when nearly everybody is in them; a few of whom it is not known do not hide the picture */
function inTwo(figures: Figures): Figures | undefined {
  const weights = figures.series.map((_, at) => together(figures.amounts.map((row) => row[at] ?? {})).value ?? 0)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const heaviest = figures.series
    .map((_, at) => at)
    .filter((at) => figures.series[at]?.key !== unknownGroup)
    .sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0))
    .slice(0, 2)
    .sort((one, other) => one - other)
  const held = heaviest.reduce((sum, at) => sum + (weights[at] ?? 0), 0)
  if (heaviest.length < 2 || held < all * 0.9) return undefined
  const order = [...heaviest, ...figures.series.map((_, at) => at).filter((at) => !heaviest.includes(at))]
  // Whose age nobody knows stand at the foot: on top they would look the oldest.
  const unknown = figures.rows.findIndex(({ key }) => key === unknownGroup)
  const known = figures.rows.map((_, at) => at).filter((at) => at !== unknown)
  const rows = unknown < 0 ? known : [unknown, ...known]
  return {
    ...figures,
    rows: rows.flatMap((at) => figures.rows[at] ?? []),
    series: order.flatMap((at) => figures.series[at] ?? []),
    amounts: rows.map((row) => order.map((at) => figures.amounts[row]?.[at] ?? {})),
  }
}

/** @returns averages and the like, which cannot stand upon one another, each in a row of its own */
function oneByOne({ rows, series, amounts, unit }: Figures): Figures {
  const all = rows.flatMap((row, at) =>
    series.map((one, across) => ({
      named: { key: `${row.key} ${one.key}`, name: `${row.name} ${one.name}` },
      amount: amounts[at]?.[across] ?? {},
    })),
  )
  const known = all.filter(({ amount }) => amount.value !== undefined || amount.withheld)
  return {
    rows: known.map(({ named }) => named),
    series: [{ key: 'all', name: '' }],
    amounts: known.map(({ amount }) => [amount]),
    unit,
  }
}

function shown({ measure }: Measured, at: number, told: readonly Told[]): readonly Named[] {
  const group = measure.groups[at]
  return group === undefined ? [] : groupsShown(group, at, told)
}
