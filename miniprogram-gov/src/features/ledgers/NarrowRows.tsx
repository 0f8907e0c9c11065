import type { LedgerReply } from '@zmht/shared/contract'
import { Box, Button, goTo, SearchInput, Sheet, Stack, useWide } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { ColumnsSheet } from './ColumnsSheet'
import { RowFilters } from './RowFilters'
import { narrowedBy, type RowsView, rowsQuery } from './rows-view'
import type { ColumnChoice } from './useColumnChoice'
import { ledgerKindWords } from './words'

/** What the list is narrowed by: a bar on a PC, a sheet on a phone; and which columns are shown. */
export function NarrowRows({
  me,
  ledger,
  view,
  onView,
  choice,
  typed,
  onType,
}: {
  readonly me: Official
  readonly ledger: LedgerReply
  readonly view: RowsView
  readonly onView: (view: RowsView) => void
  readonly choice: ColumnChoice
  /** What is typed into the search box: it finds anybody of the kind, whatever the list is narrowed by. */
  readonly typed: string
  readonly onType: (typed: string) => void
}) {
  const wide = useWide()
  const [open, setOpen] = useState<'filters' | 'columns'>()
  const close = () => setOpen(undefined)
  const count = narrowedBy(view)
  const fields = <RowFilters me={me} ledger={ledger} view={view} onView={onView} />
  const clear = (
    <Button variant="text" icon="close" onPress={() => onView({ filters: {} })}>
      去掉筛选
    </Button>
  )
  const { name } = ledgerKindWords[ledger.content.kind]
  const searching = typed.trim() !== ''
  return (
    <Stack gap={3}>
      <Box className="g-find">
        <Box className="z-grow">
          <SearchInput label={`找${name}：名称、号码后四位、3-501`} value={typed} onChange={onType} />
        </Box>
        {searching ? null : (
          <Box className="g-toolbar">
            {wide ? null : (
              <Button variant="quiet" icon="settings" onPress={() => setOpen('filters')}>
                {count === 0 ? '筛选' : `筛选（${count}）`}
              </Button>
            )}
            <Button variant="quiet" icon="eye" onPress={() => setOpen('columns')}>
              {`显示 ${choice.shown.length} / ${choice.options.length} 列`}
            </Button>
            <Button
              variant="quiet"
              icon="document"
              onPress={() => goTo(pages.exportRows, { id: ledger.id, ...rowsQuery(view, undefined) })}
            >
              导出
            </Button>
            {count === 0 ? null : clear}
          </Box>
        )}
      </Box>
      {wide && !searching ? (
        <Box className="g-narrow g-narrow--rows" role="group" label="筛选">
          {fields}
        </Box>
      ) : null}
      {open === 'columns' ? <ColumnsSheet choice={choice} onClose={close} /> : null}
      {open === 'filters' ? (
        <Sheet
          open
          title="筛选"
          onClose={close}
          footer={
            <Button full onPress={close}>
              看结果
            </Button>
          }
        >
          <Stack gap={4}>
            {fields}
            {count === 0 ? null : clear}
          </Stack>
        </Sheet>
      ) : null}
    </Stack>
  )
}
