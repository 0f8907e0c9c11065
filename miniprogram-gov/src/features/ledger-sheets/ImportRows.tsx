import type { SheetImportReply, SheetImportRowReply } from '@zmht/shared/contract'
import {
  Box,
  ErrorState,
  MoreOfList,
  Section,
  SegmentedControl,
  SkeletonList,
  Stack,
  Tag,
  Text,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { type Column, Table } from '../frame/Table'
import { outcomeWords } from './words'

type What = 'first' | 'refused'

/** The rows as they will be, or those that are not imported with the reasons. */
export function ImportRows({ value, refused }: { readonly value: SheetImportReply; readonly refused: number }) {
  const [what, setWhat] = useState<What>('first')
  const { id, ledgerId } = value
  const paged = usePaged<SheetImportRowReply>(
    useCallback(
      (cursor: string | undefined) =>
        api.ledgers.importRows({
          params: { ledgerId, importId: id },
          query: { what, ...(cursor === undefined ? {} : { cursor }) },
        }),
      [ledgerId, id, what],
    ),
  )
  const table = (
    <>
      <Box className="g-rows">
        <Table
          label={what === 'first' ? '前面的行' : '不导入的行'}
          columns={columnsOf(value, what)}
          rows={paged.items}
          keyOf={({ row }) => String(row)}
        />
      </Box>
      <MoreOfList paged={paged} />
    </>
  )
  return (
    <Section title="导入后是这样">
      <Stack gap={3}>
        {refused === 0 ? null : (
          <Box className="g-column">
            <SegmentedControl<What>
              label="看哪些行"
              segments={[
                { value: 'first', label: '前面的行' },
                { value: 'refused', label: `不导入的 ${refused} 行` },
              ]}
              value={what}
              onChange={setWhat}
            />
          </Box>
        )}
        {paged.first ? (
          <SkeletonList count={1} />
        ) : paged.error !== undefined && paged.items.length === 0 ? (
          <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
        ) : (
          table
        )}
      </Stack>
    </Section>
  )
}

function columnsOf({ columns }: SheetImportReply, what: What): readonly Column<SheetImportRowReply>[] {
  return [
    { key: 'row', head: '第几行', narrow: true, numeric: true, cell: ({ row }) => String(row) },
    {
      key: 'outcome',
      head: '结果',
      narrow: true,
      cell: ({ outcome }) => <Tag tone={outcomeWords[outcome].tone}>{outcomeWords[outcome].name}</Tag>,
    },
    ...(what === 'first'
      ? []
      : [
          {
            key: 'reasons',
            head: '原因',
            cell: ({ reasons }: SheetImportRowReply) => (
              <Box className="g-import-why">{reasons.map(({ message }) => message).join('；')}</Box>
            ),
          },
        ]),
    { key: 'home', head: '登记在', cell: ({ home }) => home },
    ...columns
      .filter(({ as }) => as.of !== 'nothing')
      .map(
        ({ column, heading }): Column<SheetImportRowReply> => ({
          key: String(column),
          head: heading.trim() || `第 ${column + 1} 列`,
          cell: (row) => <Cell cell={row.cells.find((one) => one.column === column)} />,
        }),
      ),
  ]
}

/** As it will be; where that is another way of writing, as it stands in the sheet as well. */
function Cell({ cell }: { readonly cell: SheetImportRowReply['cells'][number] | undefined }) {
  const { written = '', read } = cell ?? {}
  if (read === undefined || read === written) return <>{written}</>
  return (
    <>
      {read}
      <Text inline size="small" tone="quiet">{`（表里：${written}）`}</Text>
    </>
  )
}
