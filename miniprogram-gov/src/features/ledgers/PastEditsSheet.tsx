import type { LedgerReply, SheetImportCardReply } from '@zmht/shared/contract'
import { Button, EmptyState, formatAge, ListRow, PagedList, Sheet, Stack, useNow, usePaged } from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { EditProgress } from './EditProgress'

/** What I edited of many at once in this ledger, to be looked at again and taken back. */
export function PastEditsSheet({ ledger, onClose }: { readonly ledger: LedgerReply; readonly onClose: () => void }) {
  const now = useNow()
  const [open, setOpen] = useState<string>()
  const paged = usePaged<SheetImportCardReply>(
    useCallback(
      (cursor: string | undefined) =>
        api.ledgers.edits({ params: { ledgerId: ledger.id }, query: cursor === undefined ? {} : { cursor } }),
      [ledger.id],
    ),
  )
  return (
    <Sheet open wide title="我的批量修改" onClose={onClose}>
      {open === undefined ? (
        <PagedList
          paged={paged}
          label="批量修改过的"
          keyOf={({ id }) => id}
          empty={
            <EmptyState
              icon="edit"
              title="还没有批量修改过"
              detail="选中几个一起改，改过的会列在这里，可以整批撤销。"
            />
          }
          render={({ id, name, at, message }) => (
            <ListRow title={name} detail={`${formatAge(at, now)}，${message}`} onPress={() => setOpen(id)} />
          )}
        />
      ) : (
        <Stack gap={3}>
          <EditProgress ledgerId={ledger.id} importId={open} />
          <Button
            variant="quiet"
            onPress={() => {
              setOpen(undefined)
              void paged.reload()
            }}
          >
            看其他几次
          </Button>
        </Stack>
      )}
    </Sheet>
  )
}
