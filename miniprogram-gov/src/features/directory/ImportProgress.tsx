import {
  Box,
  Button,
  Card,
  ErrorState,
  goOnTo,
  Heading,
  Notice,
  ProgressBar,
  Row,
  Section,
  SkeletonList,
  Stack,
  Text,
} from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { Table } from '../frame/Table'
import { useProgress } from '../frame/useProgress'

/** How far an import is, and its result. It goes on on the server whether or not this page is open; the address leads back to it. */
export function ImportProgress({ job, onAgain }: { readonly job: string; readonly onAgain: () => void }) {
  const { value, error } = useProgress(
    job,
    () => api.permissions.directoryImport({ params: { jobId: job } }),
    ({ state }) => state === 'done' || state === 'failed',
  )
  if (value === undefined) return error === undefined ? <SkeletonList count={1} /> : <ErrorState error={error} />
  const { state, done, total, message, problems } = value
  const ended = state === 'done' || state === 'failed'
  return (
    <Stack gap={4}>
      <Card>
        <Box live="polite">
          <Stack gap={3}>
            <Heading level={2}>
              {state === 'done' ? '导入完成' : state === 'failed' ? '导入没有完成' : '正在导入'}
            </Heading>
            {ended ? <Text>{message}</Text> : <ProgressBar label={message} done={done} total={total} />}
            {ended ? null : <Text tone="quiet">离开这一页也会继续。想回来看，收藏或保留这个网址就行。</Text>}
          </Stack>
        </Box>
      </Card>
      {error !== undefined && !ended ? (
        <Notice tone="amber">暂时读不到最新进度，导入仍在继续，会自动再试。</Notice>
      ) : null}
      {problems.length === 0 ? null : (
        <Section title={`没有导入的 ${problems.length} 行`}>
          <Table
            label="没有导入的行"
            columns={[
              { key: 'row', head: '行', narrow: true, numeric: true, cell: ({ row }) => String(row) },
              { key: 'message', head: '原因', cell: ({ message: words }) => words },
            ]}
            rows={problems}
            keyOf={({ row, message: words }) => `${row}/${words}`}
          />
        </Section>
      )}
      {ended ? (
        <Row gap={3} wrap>
          <Button variant="quiet" onPress={onAgain}>
            再导入一个
          </Button>
          <Button onPress={() => goOnTo(pages.book)}>看通讯录</Button>
        </Row>
      ) : null}
    </Stack>
  )
}
