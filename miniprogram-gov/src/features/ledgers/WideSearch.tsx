import { useRouter } from '@tarojs/taro'
import { type FoundRowsReply, type LedgerReply, mintJobId, type RowReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  EmptyState,
  ErrorState,
  goTo,
  Notice,
  ProblemNotice,
  ProgressBar,
  Row,
  SkeletonList,
  Stack,
  Text,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { useProgress } from '../frame/useProgress'
import type { ColumnOption } from './column-choice'
import { FoundLine } from './FoundLine'
import { RowsTable } from './RowsTable'
import { filledIn, type RowsView, searchBody, sortedNext, wholeView } from './rows-view'

interface Shown {
  readonly ledger: LedgerReply
  readonly view: RowsView
  readonly onView: (view: RowsView) => void
  readonly columns: readonly ColumnOption[]
}

/**
 * What a list is narrowed to by its columns above a community: looked for by a job, whose number stands in the address, so that one can go and come back.
 * Anything else that is asked for is another search.
 */
export function WideSearch(shown: Shown) {
  const { content } = shown.ledger
  const knowledge = useKnowledge()
  const asked = JSON.stringify(searchBody(filledIn(shown.view, content.kind, knowledge)))
  const before = fromAddress(useRouter().params.search)
  const [search, setSearch] = useState<{ readonly id: string; readonly asked: string } | undefined>(
    before === '' ? undefined : { id: before, asked },
  )
  const begun = (id: string) => {
    setSearch({ id, asked })
    rememberInAddress('search', id)
  }
  if (search === undefined || search.asked !== asked) return <Begin key={asked} {...shown} onBegun={begun} />
  return <Looking key={search.id} {...shown} id={search.id} onAgain={() => setSearch(undefined)} />
}

function Begin({ ledger, view, onView, onBegun }: Shown & { readonly onBegun: (id: string) => void }) {
  const knowledge = useKnowledge()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  /** Pressed again after no answer came it is the same search. */
  const [id] = useState(mintJobId)
  const begin = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const params = { ledgerId: ledger.id, searchId: id }
      await api.ledgers.startSearch({ params, body: searchBody(filledIn(view, ledger.content.kind, knowledge)) })
      onBegun(id)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Stack gap={3}>
      <EmptyState
        icon="search"
        title="要找的范围跨多个社区"
        detail="按列筛选和排序要逐条查看，名单长时要等一会儿，可以离开这一页再回来。只看一个社区的，在“地点”里选好，马上就有。"
        action={
          <Row gap={2} wrap>
            <Button icon="search" loading={busy} onPress={() => void begin()}>
              在全部范围里查找
            </Button>
            <Button variant="quiet" onPress={() => onView(wholeView)}>
              去掉筛选和排序
            </Button>
          </Row>
        }
      />
      {error === undefined ? null : <ProblemNotice error={error} />}
    </Stack>
  )
}

function Looking({ ledger, id, onAgain, ...shown }: Shown & { readonly id: string; readonly onAgain: () => void }) {
  const params = { ledgerId: ledger.id, searchId: id }
  const { value, error } = useProgress(
    id,
    () => api.ledgers.foundRows({ params, query: {} }),
    ({ job: { state } }) => state === 'done' || state === 'failed',
  )
  if (value === undefined)
    return error === undefined ? <SkeletonList /> : <ErrorState error={error} onRetry={onAgain} />
  const { job, listed } = value
  if (listed) return <FoundRows ledger={ledger} id={id} found={value} {...shown} />
  if (job.state === 'done' || job.state === 'failed')
    return (
      <Stack gap={3}>
        <Notice tone={job.state === 'done' ? 'amber' : 'danger'} title="没有列出来">
          {job.message || '查找中途出了错，请再找一次。'}
        </Notice>
        <Row>
          <Button variant="quiet" icon="search" onPress={onAgain}>
            再找一次
          </Button>
        </Row>
      </Stack>
    )
  return (
    <Card>
      <Box live="polite">
        <Stack gap={2}>
          {job.total === 0 ? (
            <Text>{job.message}</Text>
          ) : (
            <ProgressBar label={job.message} done={Math.min(job.done, job.total)} total={job.total} />
          )}
          <Text size="small" tone="quiet">
            可以离开这一页，用同一个网址回来看结果。
          </Text>
        </Stack>
      </Box>
    </Card>
  )
}

function FoundRows({
  ledger,
  id,
  found,
  view,
  onView,
  columns,
}: Shown & { readonly id: string; readonly found: FoundRowsReply }) {
  const ledgerId = ledger.id
  const paged = usePaged<RowReply>(
    useCallback(
      async (from: string | undefined) => {
        const params = { ledgerId, searchId: id }
        const { items, next } = await api.ledgers.foundRows({ params, query: from === undefined ? {} : { from } })
        return { items, ...(next === undefined ? {} : { next: String(next) }) }
      },
      [ledgerId, id],
    ),
  )
  return (
    <Stack gap={4}>
      <FoundLine found={found} />
      <RowsTable
        ledger={ledger}
        paged={paged}
        columns={columns}
        onOpen={(row) => goTo(pages.entity, { id: row.id })}
        picked={undefined}
        sort={view.sort}
        onSort={(column) => onView(sortedNext(view, column))}
        empty={<EmptyState icon="search" title="没有符合的" detail={found.job.message} />}
      />
    </Stack>
  )
}
