import type { RunReply } from '@zmht/shared/contract'
import { runStateNames } from '@zmht/shared/rules'
import {
  Button,
  Card,
  EmptyState,
  formatWhen,
  List,
  MoreOfList,
  ProblemNotice,
  Row,
  Section,
  SegmentedControl,
  SkeletonList,
  Stack,
  Tag,
  Text,
  toast,
  useNow,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { useAgain } from '@/lib/useAgain'
import { runTones } from './words'

/** What the wiring did by itself: what it could not do stands first, with the reason and a way to try again. */
export function Runs({ id, mayRetry }: { readonly id: string; readonly mayRetry: boolean }) {
  const [view, setView] = useState<'all' | 'failed'>('all')
  const load = (state: 'failed' | undefined) => (cursor: string | undefined) =>
    api.applications.runs({
      params: { applicationId: id },
      query: { ...(state === undefined ? {} : { state }), ...(cursor === undefined ? {} : { cursor }) },
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is made of the id alone
  const failed = usePaged<RunReply>(useCallback(load('failed'), [id]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const all = usePaged<RunReply>(useCallback(load(undefined), [id]))
  const again = useAgain(() => {
    void failed.reload()
    void all.reload()
  })
  const first = new Set(failed.items.map((run) => run.id))
  const shown = view === 'failed' ? failed.items : [...failed.items, ...all.items.filter((run) => !first.has(run.id))]
  const paged = view === 'failed' ? failed : all
  const isEmpty = !all.first && all.items.length === 0 && failed.items.length === 0
  return (
    <Section title="联动做了什么">
      <Stack gap={3}>
        {isEmpty ? null : (
          <SegmentedControl
            label="看哪些"
            segments={[
              { value: 'all', label: '全部' },
              {
                value: 'failed',
                label:
                  failed.items.length === 0
                    ? '没办成的'
                    : `没办成的（${failed.items.length}${failed.more ? '+' : ''}）`,
              },
            ]}
            value={view}
            onChange={setView}
          />
        )}
        {paged.first ? (
          <SkeletonList count={2} />
        ) : paged.error !== undefined && shown.length === 0 ? (
          <ProblemNotice error={paged.error} />
        ) : shown.length === 0 ? (
          <Card>
            {view === 'failed' && !isEmpty ? (
              <EmptyState icon="check" title="都办成了" detail="没有办不成的联动。" />
            ) : (
              <EmptyState
                icon="clock"
                title="还没有联动过"
                detail="有人申请、办结、回答以后，自动做了什么都会记在这里。"
              />
            )}
          </Card>
        ) : (
          <>
            <List gap label="联动做了什么">
              {shown.map((run) => (
                <Run key={run.id} application={id} run={run} mayRetry={mayRetry} onRetried={again} />
              ))}
            </List>
            <MoreOfList paged={paged} />
          </>
        )}
      </Stack>
    </Section>
  )
}

const stepMarks = { done: '✓', failed: '✗', left: '·' } as const
const stepWords = { done: '办好了', failed: '没有办成', left: '还没做' } as const

function Run({
  application,
  run: given,
  mayRetry,
  onRetried,
}: {
  readonly application: string
  readonly run: RunReply
  readonly mayRetry: boolean
  readonly onRetried: () => void
}) {
  const now = useNow()
  const [retried, setRetried] = useState<RunReply>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  // What came of the latest try is newer than what the list holds.
  const run = retried !== undefined && retried.attempts >= given.attempts ? retried : given
  const retry = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const next = await api.applications.retryRun({
        params: { applicationId: application, runId: run.id },
        body: { attempts: run.attempts },
      })
      setRetried(next)
      toast(next.state === 'done' ? '这次办成了' : '正在再试一次')
      onRetried()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card>
      <Stack gap={2}>
        <Row between top gap={3}>
          <Text strong>{run.says}</Text>
          <Tag tone={runTones[run.state]}>{runStateNames[run.state]}</Tag>
        </Row>
        <Text size="small" tone="quiet" numeric>
          {`${run.about.name} · ${formatWhen(run.at, now)}${run.attempts > 1 ? ` · 试了 ${run.attempts} 次` : ''}`}
        </Text>
        <Stack gap={1}>
          {run.steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place, and the same one may stand twice
            <Stack key={index} gap={1}>
              <Text tone={step.state === 'left' ? 'quiet' : 'ink'}>
                {`${stepMarks[step.state]} ${step.says}（${stepWords[step.state]}）`}
              </Text>
              {step.problem === undefined ? null : <Text size="small" tone="amber">{`原因：${step.problem}`}</Text>}
            </Stack>
          ))}
        </Stack>
        {error === undefined ? null : <ProblemNotice error={error} />}
        {mayRetry && (run.state === 'failed' || run.state === 'stopped') ? (
          <Row>
            <Button variant="quiet" icon="refresh" loading={busy} onPress={() => void retry()}>
              再试一次
            </Button>
          </Row>
        ) : null}
      </Stack>
    </Card>
  )
}
