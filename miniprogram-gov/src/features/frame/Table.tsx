import { Icon, Pressable } from '@zmht/shared/ui'
import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly key: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand at the right edge, under one another. */
  readonly numeric?: boolean
  /** Does not break; takes only the room it needs. */
  readonly narrow?: boolean
  /** Holds buttons of its own: pressing there does not open the row. */
  readonly acts?: boolean
  /** Pressing the heading puts the rows in the order of the column. */
  readonly sort?: { readonly order: 'ascending' | 'descending' | undefined; readonly onPress: () => void }
}

/** A dense table for wide screens (h5). The first column is what opens the row, for the keyboard; the mouse may press anywhere. */
export function Table<Row>({
  label,
  columns,
  rows,
  keyOf,
  onOpen,
}: {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly onOpen?: ((row: Row) => void) | undefined
}) {
  if (process.env.TARO_ENV !== 'h5') return null
  return (
    // Wide rows are moved sideways: by the keyboard too where no row can be opened.
    <div className="g-table" tabIndex={onOpen ? undefined : 0}>
      <table className="g-table__table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classOf('g-table__head', column)}
                aria-sort={column.sort === undefined ? undefined : (column.sort.order ?? 'none')}
              >
                {column.sort === undefined ? (
                  column.head
                ) : (
                  <Pressable className="g-table__sort" onPress={column.sort.onPress}>
                    {column.head}
                    <Icon name="chevron" className={`g-table__order g-table__order--${column.sort.order ?? 'none'}`} />
                  </Pressable>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              className={onOpen ? 'g-table__row g-table__row--opens' : 'g-table__row'}
              onClick={onOpen ? ({ target }) => (isAct(target) ? undefined : onOpen(row)) : undefined}
            >
              {columns.map((column, index) => (
                <td key={column.key} className={classOf('g-table__cell', column)}>
                  {index === 0 && onOpen ? (
                    <Pressable className="g-table__open" onPress={() => undefined}>
                      {column.cell(row)}
                    </Pressable>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function classOf<Row>(base: string, column: Column<Row>): string {
  return [
    base,
    column.numeric && 'g-table--numeric',
    column.narrow && 'g-table--narrow',
    column.acts && 'g-table__acts',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Whether a button of its own was pressed. */
const isAct = (target: EventTarget): boolean => target instanceof Element && target.closest('.g-table__acts') !== null
