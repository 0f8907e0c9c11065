import type { SheetImportReply } from '@zmht/shared/contract'
import { Button, ConfirmSheet } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import type { SheetImport } from './useSheetImport'

/** Stops an import; says first what stays. */
export function CancelImport({ one, value }: { readonly one: SheetImport; readonly value: SheetImportReply }) {
  const [asking, setAsking] = useState(false)
  const { id, ledgerId, state } = value
  return (
    <>
      <Button variant="text-danger" onPress={() => setAsking(true)}>
        停止
      </Button>
      <ConfirmSheet
        open={asking}
        title="停止这次导入？"
        consequence={
          state === 'running'
            ? '正在登记的一批做完就停。已经导入的行会保留，停下以后可以整个撤销；其余的行不再导入。'
            : '还没有导入任何一行。停止后这次上传作废，要导入请重新上传。'
        }
        confirm="停止导入"
        variant="danger"
        onConfirm={async () => {
          await one.act(() => api.ledgers.cancelImport({ params: { ledgerId, importId: id } }))
          setAsking(false)
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
