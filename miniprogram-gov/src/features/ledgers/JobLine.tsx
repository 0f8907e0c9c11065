import type { JobReply } from '@zmht/shared/contract'
import { Box, Card, Notice, ProgressBar, Stack, Text } from '@zmht/shared/ui'

/** How far the rows of a ledger are arranged; what can be done when that failed. */
export function JobLine({ job, mayWrite }: { readonly job: JobReply; readonly mayWrite: boolean }) {
  if (job.state === 'failed') {
    return (
      <Notice tone="danger" title="还没排完就停下了">
        {`${job.message || '排列时出了错。'}已排好的都能用。${mayWrite ? '到“修改台账”里再保存一次，会从头排列。' : '请联系建这本台账的单位。'}`}
      </Notice>
    )
  }
  const words = job.message || '正在把已登记的资料排进来'
  return (
    <Card>
      <Box live="polite">
        <Stack gap={2}>
          {job.total === 0 ? (
            <Text>{words}</Text>
          ) : (
            <ProgressBar label={words} done={Math.min(job.done, job.total)} total={job.total} />
          )}
          <Text size="small" tone="quiet">
            可以离开这一页，排好的会陆续出现。
          </Text>
        </Stack>
      </Box>
    </Card>
  )
}
