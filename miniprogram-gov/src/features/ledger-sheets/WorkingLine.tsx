import type { SheetImportReply } from '@zmht/shared/contract'
import { Box, Card, Notice, ProblemNotice, ProgressBar, Row, Stack, Text } from '@zmht/shared/ui'
import { CancelImport } from './CancelImport'
import type { SheetImport } from './useSheetImport'

/** How far the server is, with counts. */
export function WorkingLine({ one, value }: { readonly one: SheetImport; readonly value: SheetImportReply }) {
  const { job, message, state } = value
  const words = job?.message || message
  return (
    <Stack gap={3} className="g-column">
      <Card>
        <Box live="polite">
          <Stack gap={3}>
            {job === undefined || job.total === 0 ? (
              <Text>{words}</Text>
            ) : (
              <ProgressBar label={words} done={Math.min(job.done, job.total)} total={job.total} />
            )}
            <Row between gap={3} wrap>
              <Text size="small" tone="quiet">
                离开这一页也会继续，回来时在“我导入过的”里接着看。
              </Text>
              {state === 'undoing' || state === 'cancelled' ? null : <CancelImport one={one} value={value} />}
            </Row>
          </Stack>
        </Box>
      </Card>
      {job?.state === 'failed' ? (
        <Notice tone="danger" title="中途出了错，停下了">
          {`${job.message}请停止后重新上传一次；已经导入的不会丢。`}
        </Notice>
      ) : one.error === undefined ? null : (
        <ProblemNotice error={one.error} />
      )}
    </Stack>
  )
}
