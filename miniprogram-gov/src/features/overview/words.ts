import type { BoardColumnReply, BoardReply, LateCaseReply } from '@zmht/shared/contract'
import { figureOf, type Standing, stallOf, standingsOf } from '@zmht/shared/overview'
import { requestStateNames } from '@zmht/shared/rules'

type Row = BoardReply['rows'][number]
type Cell = Row['cells'][number]

/** A number as it is read; 「太少，不写明」 where it would tell of single people. */
export const figureIn = ({ unit }: Pick<BoardColumnReply, 'unit'>, cell: Cell | undefined): string =>
  cell?.hidden === true ? '不写明' : figureOf(unit, cell?.value)

/** How each place stands beside the others, by column: rows in the order of the board. */
export const standingsIn = ({ columns, rows }: BoardReply): readonly (readonly Standing[])[] =>
  columns.map((column, at) =>
    standingsOf(
      column,
      rows.map(({ cells }) => cells[at]?.value),
    ),
  )

/** The word beside a colour: more is said of what can be counted. */
export function standingWord({ better, unit }: Pick<BoardColumnReply, 'better' | 'unit'>, standing: Standing): string {
  if (standing === 'usual') return ''
  if (unit === 'minutes') return standing === 'behind' ? '偏慢' : '较快'
  if (unit === 'count' && better === 'low') return standing === 'behind' ? '偏多' : '较少'
  return standing === 'behind' ? (better === 'high' ? '偏低' : '偏高') : better === 'high' ? '较高' : '较低'
}

/** The column rows are put in order by: what is late, else the first that is better one way. */
export const firstColumn = (columns: readonly BoardColumnReply[]): string =>
  (columns.find(({ id }) => id === 'late') ?? columns.find(({ better }) => better !== 'none') ?? columns[0])?.id ?? ''

/** 「12 月」 */
export const monthWords = (month: string): string => `${Number(month.slice(5))} 月`

/** @returns the month before one */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

/** What stalls here, in sentences: the stage that takes longest, where most requests wait, the places that stand out. */
export function stallWords(
  board: BoardReply,
): readonly { readonly key: string; readonly text: string; readonly late: boolean }[] {
  const { stages, states, columns, rows } = board
  const stall = stallOf(stages)
  const waiting = (['submitted', 'claimed', 'confirmed', 'returned', 'listed', 'queued'] as const)
    .map((state) => ({ state, count: states[state] ?? 0 }))
    .sort((one, other) => other.count - one.count)[0]
  const standings = standingsIn(board)
  const behind = columns.flatMap((column, at) => {
    const names = rows.filter((_, row) => standings[at]?.[row] === 'behind').map(({ name }) => name)
    const shown = names.slice(0, 3).join('、')
    const word = standingWord(column, 'behind')
    return names.length === 0
      ? []
      : [
          {
            key: column.id,
            late: column.id === 'late' || column.id === 'lateItems',
            text: `${shown}${names.length > 3 ? `等 ${names.length} 处` : ''}的${column.name}${word}。`,
          },
        ]
  })
  return [
    ...(stall === undefined
      ? []
      : [
          {
            key: 'stage',
            late: false,
            text: `最慢的一步是“${stall.name}”：一半在 ${figureOf('minutes', stall.half)}，十件里有九件在 ${figureOf('minutes', stall.most)}（共 ${stall.count} 件）。`,
          },
        ]),
    ...(waiting === undefined || waiting.count === 0
      ? []
      : [
          {
            key: 'state',
            late: false,
            text: `在办的诉求里，“${requestStateNames[waiting.state]}”的最多，有 ${waiting.count} 件。`,
          },
        ]),
    ...behind,
  ]
}

const dayMillis = 24 * 3600 * 1000

/** 「超 3 天」; less than a day 「超 5 小时」. @param due an instant, or the last day for it in China */
export function lateBy({ due }: Pick<LateCaseReply, 'due'>, now: string): string {
  const end = due.length === 10 ? Date.parse(`${due}T16:00:00.000Z`) : Date.parse(due)
  const late = Math.max(0, Date.parse(now) - end)
  const days = Math.floor(late / dayMillis)
  return days > 0 ? `超 ${days} 天` : `超 ${Math.max(1, Math.floor(late / 3_600_000))} 小时`
}

/** The board as a sheet: a head, here, and a row for each place. */
export function sheetOf({ place, columns, here, rows }: BoardReply): readonly (readonly string[])[] {
  return [
    ['地点', ...columns.map(({ name }) => name)],
    [`${place.name}合计`, ...columns.map((column, at) => figureIn(column, here[at]))],
    ...rows.map(({ name, cells }) => [name, ...columns.map((column, at) => figureIn(column, cells[at]))]),
  ]
}
