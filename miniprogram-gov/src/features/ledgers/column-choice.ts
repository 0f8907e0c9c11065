import type { LedgerReply } from '@zmht/shared/contract'
import type { Column as LedgerColumn } from '@zmht/shared/ledgers'

/** A column that may be shown beside the name, which always is. */
export interface ColumnOption {
  readonly key: string
  readonly label: string
  /** Not a column of the ledger but something every row has. */
  readonly own?: 'home' | 'freshness' | 'updated'
  /** It says where somebody is or lives, as the place of the row does. */
  readonly placing: boolean
  readonly numeric: boolean
  /** Does not break. */
  readonly narrow: boolean
}

/** `#` begins no key of a ledger's own column. */
const homeColumn: ColumnOption = {
  key: '#home',
  label: '地点',
  own: 'home',
  placing: true,
  numeric: false,
  narrow: true,
}
const freshnessColumn: ColumnOption = {
  key: '#freshness',
  label: '资料状态',
  own: 'freshness',
  placing: false,
  numeric: false,
  narrow: true,
}
const updatedColumn: ColumnOption = {
  key: '#updated',
  label: '资料更新',
  own: 'updated',
  placing: false,
  numeric: true,
  narrow: true,
}

type Shown = Pick<LedgerReply, 'columns' | 'content'>

/** @returns all columns of a ledger in its order without the name; then where it is, how fresh it is, and when it was told last */
export function columnOptions({ columns, content }: Shown): readonly ColumnOption[] {
  const name = `${content.kind}.name`
  const places = new Set(content.columns.filter(saysPlace).map(({ key }) => key))
  return [
    ...columns
      .filter(({ attribute }) => attribute !== name)
      .map(({ key, label, of, layout }) => ({
        key,
        label,
        placing: places.has(key),
        numeric: layout === 'number',
        narrow: of === 'attribute' && layout !== 'text',
      })),
    homeColumn,
    freshnessColumn,
    updatedColumn,
  ]
}

/**
 * What is hidden as long as nobody has chosen: when it was told, and, in ledgers that show by a relation where somebody is or lives, the
 * place beside it.
 */
export function hiddenAtFirst({ columns, content }: Shown): readonly string[] {
  const placed = columns.length > 0 && content.columns.some(saysPlace)
  return [...(placed ? [homeColumn.key] : []), updatedColumn.key]
}

const saysPlace = (column: LedgerColumn): boolean =>
  column.of === 'relation' && column.direction === 'forward' && column.types.some((type) => placing.has(type))

/** The relations by which an entity hangs at its place. */
const placing: ReadonlySet<string> = new Set(['resides-at', 'operates-at', 'seated-at', 'located-at'])

/** @returns the columns to be shown; one that came into the ledger later is shown until somebody hides it */
export const shownColumns = (options: readonly ColumnOption[], hidden: readonly string[]): readonly ColumnOption[] =>
  options.filter(({ key }) => !hidden.includes(key))

/** @returns what was kept on the device, or nothing when it is no list of columns */
export function readHidden(stored: unknown): readonly string[] | undefined {
  return Array.isArray(stored) && stored.every((one) => typeof one === 'string') ? stored : undefined
}
