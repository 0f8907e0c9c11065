import { type LedgerReply, mintViewId, mostViews, type SavedView } from '@zmht/shared/contract'
import {
  Box,
  Button,
  EmptyState,
  List,
  ListRow,
  Loaded,
  ProblemNotice,
  Row,
  Sheet,
  Stack,
  Text,
  TextInput,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { viewsOf } from './resources'
import type { RowsView } from './rows-view'
import { savedView, viewSaved } from './saved-views'
import type { ColumnChoice } from './useColumnChoice'

/** The views somebody saved of a ledger: taken up again with a press, thrown away, and what is now in sight saved as another. */
export function ViewsSheet({
  ledger,
  view,
  choice,
  onView,
  onClose,
}: {
  readonly ledger: LedgerReply
  readonly view: RowsView
  readonly choice: ColumnChoice
  readonly onView: (view: RowsView) => void
  readonly onClose: () => void
}) {
  const loaded = useResource(viewsOf, ledger.id)
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const kept = loaded.data?.views ?? []
  const save = async (next: readonly SavedView[]) => {
    if (busy || loaded.data === undefined) return
    setBusy(true)
    setError(undefined)
    try {
      const body = { views: [...next], edition: loaded.data.edition }
      viewsOf.put(ledger.id, await api.ledgers.saveViews({ params: { ledgerId: ledger.id }, body }))
      setName('')
    } catch (problem) {
      setError(problem)
      void viewsOf.refresh(ledger.id)
    } finally {
      setBusy(false)
    }
  }
  const add = () => {
    const shown = new Set(choice.shown.map(({ key }) => key))
    const hidden = choice.options.map(({ key }) => key).filter((key) => !shown.has(key))
    void save([...kept, savedView(mintViewId(), name.trim(), view, hidden)])
  }
  const take = (one: SavedView) => {
    onView(viewSaved(one))
    choice.show(choice.options.map(({ key }) => key).filter((key) => !one.hidden.includes(key)))
    onClose()
  }
  return (
    <Sheet open wide title="我的视图" onClose={onClose}>
      <Loaded of={loaded}>
        {() => (
          <Stack gap={4}>
            {kept.length === 0 ? (
              <EmptyState
                icon="eye"
                title="还没有保存过视图"
                detail="把常用的筛选、排序和显示的列存成视图，下次点一下就回来。只有您自己看得到。"
              />
            ) : (
              <List label="保存的视图">
                {kept.map((one, at) => (
                  <Row key={one.id} gap={2} between>
                    <Box className="z-grow">
                      <ListRow line={at > 0} title={one.name} onPress={() => take(one)} />
                    </Box>
                    <Button
                      variant="text-danger"
                      label={`删去视图：${one.name}`}
                      onPress={() => void save(kept.filter(({ id }) => id !== one.id))}
                    >
                      删去
                    </Button>
                  </Row>
                ))}
              </List>
            )}
            {kept.length < mostViews ? (
              <Stack gap={2}>
                <TextInput
                  label="把现在的筛选、排序和列存为"
                  hint="起个名称，如：三号楼独居老人"
                  maxLength={20}
                  value={name}
                  onChange={setName}
                />
                <Button full loading={busy} disabled={name.trim() === ''} onPress={add}>
                  保存视图
                </Button>
              </Stack>
            ) : (
              <Text size="small" tone="quiet">{`最多保存 ${mostViews} 个，删去不用的再存新的。`}</Text>
            )}
            {error === undefined ? null : <ProblemNotice error={error} />}
          </Stack>
        )}
      </Loaded>
    </Sheet>
  )
}
