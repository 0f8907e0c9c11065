import type { JobReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  ErrorState,
  Heading,
  Notice,
  ProblemNotice,
  ProgressBar,
  Row,
  SkeletonList,
  Stack,
  Text,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { useProgress } from '../frame/useProgress'
import { download } from './download'

/** How far an export is, and the sheet when it is there. The address leads back to it. */
export function ExportProgress({
  ledgerId,
  exportId,
  started,
  onAgain,
}: {
  readonly ledgerId: string
  readonly exportId: string
  /** As it was when it was begun. */
  readonly started: JobReply | undefined
  readonly onAgain: () => void
}) {
  const params = { ledgerId, exportId }
  const progress = useProgress(
    exportId,
    () => api.ledgers.exportProgress({ params }),
    ({ state }) => state === 'done' || state === 'failed',
  )
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const job = progress.value ?? started
  const fetchIt = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await download(await api.ledgers.exportFile({ params }))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  if (job === undefined)
    return progress.error === undefined ? (
      <SkeletonList count={1} />
    ) : (
      <ErrorState error={progress.error} onRetry={onAgain} />
    )
  const { state, message, done, total } = job
  return (
    <Stack gap={4}>
      <Card>
        <Box live="polite">
          <Stack gap={3}>
            {state === 'done' ? (
              <>
                <Heading level={2}>导出好了</Heading>
                <Text>{message}</Text>
                <Row>
                  <Button large icon="document" loading={busy} onPress={() => void fetchIt()}>
                    下载表格
                  </Button>
                </Row>
              </>
            ) : state === 'failed' ? (
              <Notice tone="danger" title="没有导出成">
                {message || '中途出了错，请再导出一次。'}
              </Notice>
            ) : (
              <>
                {total === 0 ? (
                  <Text>{message || '正在准备导出'}</Text>
                ) : (
                  <ProgressBar label={message || '正在写表格'} done={Math.min(done, total)} total={total} />
                )}
                <Text size="small" tone="quiet">
                  离开这一页也会继续；用这个网址可以回来下载。
                </Text>
              </>
            )}
            {error === undefined ? null : <ProblemNotice error={error} />}
          </Stack>
        </Box>
      </Card>
      {state === 'done' || state === 'failed' ? (
        <Row>
          <Button variant="quiet" onPress={onAgain}>
            再导出一次
          </Button>
        </Row>
      ) : null}
    </Stack>
  )
}
