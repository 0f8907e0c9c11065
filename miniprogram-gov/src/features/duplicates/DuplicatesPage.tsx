import type { DuplicateReply, JobReply } from '@zmht/shared/contract'
import { mintJobId } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  EmptyState,
  ErrorState,
  List,
  MoreOfList,
  ProblemNotice,
  ProgressBar,
  Row,
  SkeletonList,
  Stack,
  Text,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { useProgress } from '../frame/useProgress'
import { Gate } from '../session/Gate'
import { type Official, territoriesOf } from '../session/official'
import { PairCard } from './PairCard'

/** 疑似重复: pairs that may be one, side by side; a search for more of them. */
export function DuplicatesPage() {
  return <Gate>{(me) => <Duplicates me={me} />}</Gate>
}

const isOver = ({ state }: JobReply): boolean => state === 'done' || state === 'failed'

function Duplicates({ me }: { readonly me: Official }) {
  const [told, setTold] = useState<readonly string[]>([])
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => api.ledgers.duplicates({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  const left = paged.items.filter((pair) => !told.includes(nameOf(pair)))
  return (
    <OfficialScreen me={me} title="疑似重复" current={pages.people} back={pages.people}>
      <Stack gap={4}>
        <Text tone="quiet">
          同一个人可能被登记了两次。是同一个就合并，两份的历史都在；不是就告诉系统，以后不再提示。
        </Text>
        <Search me={me} onFound={() => void paged.reload()} />
        {paged.first ? (
          <SkeletonList count={2} />
        ) : left.length > 0 ? (
          <List gap label="疑似重复">
            {left.map((pair) => (
              <PairCard key={nameOf(pair)} pair={pair} onTold={() => setTold((before) => [...before, nameOf(pair)])} />
            ))}
          </List>
        ) : paged.error === undefined ? (
          <EmptyState
            icon="check"
            title="没有要核对的重复资料"
            detail="每晚会自动查找一部分地方，也可以现在就查找。找到的会列在这里。"
          />
        ) : (
          <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
        )}
        <MoreOfList paged={paged} />
      </Stack>
    </OfficialScreen>
  )
}

const nameOf = ({ one, alike }: DuplicateReply): string => `${one.id} ${alike.other.id}`

const kinds = [
  { kind: 'person', words: '查找重复的人' },
  { kind: 'organisation', words: '查找重复的单位' },
] as const

/** Begins a search among all who are registered at the official's first place, and follows it. */
function Search({ me, onFound }: { readonly me: Official; readonly onFound: () => void }) {
  const place = territoriesOf(me)[0]?.id
  const [job, setJob] = useState<string>()
  const [error, setError] = useState<unknown>()
  const { value } = useProgress<JobReply>(
    job,
    () => api.ledgers.duplicateSearch({ params: { jobId: job ?? '' } }),
    (one) => {
      if (isOver(one)) onFound()
      return isOver(one)
    },
  )
  if (place === undefined) return null
  const search = async (kind: 'person' | 'organisation') => {
    const jobId = mintJobId()
    setError(undefined)
    try {
      await api.ledgers.findDuplicates({ params: { jobId }, body: { place, kind } })
      setJob(jobId)
    } catch (problem) {
      setError(problem)
    }
  }
  const isRunning = job !== undefined && (value === undefined || !isOver(value))
  return (
    <Card>
      <Stack gap={3}>
        <Row gap={2} wrap>
          {kinds.map(({ kind, words }) => (
            <Button key={kind} variant="quiet" icon="search" disabled={isRunning} onPress={() => void search(kind)}>
              {words}
            </Button>
          ))}
        </Row>
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Box live="polite">
          {job === undefined ? null : isRunning && (value?.total ?? 0) > 0 ? (
            <ProgressBar label={value?.message ?? ''} done={value?.done ?? 0} total={value?.total ?? 1} />
          ) : (
            <Text size="small" tone="quiet">
              {value?.message ?? '正在准备查找，可以离开这一页，找到的会列在下面'}
            </Text>
          )}
        </Box>
      </Stack>
    </Card>
  )
}
