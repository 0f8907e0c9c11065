import type { SheetImportReply } from '@zmht/shared/contract'
import { Button, ProblemNotice, Row, Stack } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { download } from './download'

/** The rows that are not imported, as the same sheet with the reasons: to be put right and imported again. */
export function DownloadWrong({ value }: { readonly value: SheetImportReply }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const fetchIt = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await download(await api.ledgers.wrongSheet({ params: { ledgerId: value.ledgerId, importId: value.id } }))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap={2}>
      <Row>
        <Button variant="quiet" icon="document" loading={busy} onPress={() => void fetchIt()}>
          下载未导入的行（带原因）
        </Button>
      </Row>
      {error === undefined ? null : <ProblemNotice error={error} />}
    </Stack>
  )
}
