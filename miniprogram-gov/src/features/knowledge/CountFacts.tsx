import { mintJobId } from '@zmht/shared/contract'
import {
  Box,
  Button,
  formatWhen,
  Notice,
  ProblemNotice,
  ProgressBar,
  Stack,
  Text,
  toast,
  useNow,
} from '@zmht/shared/ui'
import { useEffect, useRef } from 'react'
import { api } from '@/lib/api'
import { useProgress } from '../frame/useProgress'
import type { Official } from '../session/official'
import { forgetCount, rememberCount, useCountUnderWay } from './fact-count'

/** Counts stored facts anew; it goes on when the page is left. */
export function CountFacts({
  me,
  countedAt,
  onCounted,
}: {
  readonly me: Official
  readonly countedAt: string | undefined
  readonly onCounted: () => void
}) {
  const now = useNow()
  const job = useCountUnderWay()
  // The same id again is the same job: it starts it, and then says how far it is.
  const { value, error } = useProgress(
    job === undefined ? undefined : `${me.id}/${job}`,
    () => api.knowledge.countFacts({ params: { jobId: job ?? '' } }),
    ({ state }) => state === 'done' || state === 'failed',
  )
  const counted = useRef(onCounted)
  counted.current = onCounted
  const state = value?.state
  const message = value?.message
  useEffect(() => {
    if (state !== 'done') return
    forgetCount()
    toast(message ?? '已清点')
    counted.current()
  }, [state, message])
  return (
    <Stack gap={2}>
      <Text size="small" tone="quiet">
        {countedAt === undefined ? '资料条数还没有清点过。' : `资料条数是${formatWhen(countedAt, now)}清点的。`}
      </Text>
      <Box live="polite">
        {job === undefined ? null : state === 'failed' ? (
          <Notice tone="amber" title="这次没有清点完">
            {message ?? '请再清点一次。'}
          </Notice>
        ) : value === undefined || value.total === 0 ? (
          <Text size="small">正在清点…</Text>
        ) : (
          <ProgressBar label={value.message} done={value.done} total={value.total} />
        )}
        {error === undefined || job === undefined ? null : <ProblemNotice error={error} />}
      </Box>
      {job === undefined || state === 'failed' ? (
        <Button variant="quiet" icon="refresh" onPress={() => rememberCount(mintJobId())}>
          重新清点
        </Button>
      ) : null}
    </Stack>
  )
}
