import type { LedgerReply } from '@zmht/shared/contract'
import { Box, Button, goTo, SearchInput, Sheet, Stack, useWide } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { may, type Official } from '../session/official'
import { ColumnsSheet } from './ColumnsSheet'
import { RowFilters } from './RowFilters'
import { isSifted, narrowedBy, type RowsView, viewWords, wholeView } from './rows-view'
import { SiftFields } from './SiftFields'
import { SiftTags } from './SiftTags'
import type { ColumnChoice } from './useColumnChoice'
import { ViewsSheet } from './ViewsSheet'
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
  const [open, setOpen] = useState<'filters' | 'columns' | 'views'>()
  const close = () => setOpen(undefined)
  const count = narrowedBy(view)
  const siftFields = <SiftFields ledger={ledger} view={view} onView={onView} />
  const fields = <RowFilters me={me} ledger={ledger} view={view} onView={onView} />
  const clear = (
    <Button variant="text" icon="close" onPress={() => onView(wholeView)}>
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
            <Button variant="quiet" icon="settings" onPress={() => setOpen('filters')}>
              {wide ? '按列筛选、排序' : count === 0 ? '筛选、排序' : `筛选、排序（${count}）`}
            </Button>
            <Button variant="quiet" icon="ledger" onPress={() => setOpen('views')}>
              视图
            </Button>
            <Button variant="quiet" icon="eye" onPress={() => setOpen('columns')}>
              {`显示 ${choice.shown.length} / ${choice.options.length} 列`}
            </Button>
            <Button
              variant="quiet"
              icon="document"
              onPress={() => goTo(pages.exportRows, { id: ledger.id, ...viewWords(view) })}
            >
              导出
            </Button>
            {may(me, 'task.write') ? (
              <Button
                variant="quiet"
                icon="task"
                onPress={() => goTo(pages.newTask, { ledger: ledger.id, ...viewWords(view) })}
              >
                派任务
              </Button>
            ) : null}
            {count === 0 && !isSifted(view) ? null : clear}
          </Box>
        )}
      </Box>
      {wide && !searching ? (
        <Box className="g-narrow g-narrow--rows" role="group" label="筛选">
          {fields}
        </Box>
      ) : null}
      {searching ? null : <SiftTags ledger={ledger} view={view} onView={onView} />}
      {open === 'views' ? (
        <ViewsSheet ledger={ledger} view={view} choice={choice} onView={onView} onClose={close} />
      ) : null}
      {open === 'columns' ? <ColumnsSheet choice={choice} onClose={close} /> : null}
      {open === 'filters' ? (
        <Sheet
          open
          wide={wide}
          title={wide ? '按列筛选、排序' : '筛选、排序'}
          onClose={close}
          footer={
            <Button full onPress={close}>
              看结果
            </Button>
          }
        >
          <Stack gap={4}>
            {wide ? null : fields}
            {siftFields}
            {count === 0 && !isSifted(view) ? null : clear}
          </Stack>
        </Sheet>
      ) : null}
    </Stack>
  )
}
