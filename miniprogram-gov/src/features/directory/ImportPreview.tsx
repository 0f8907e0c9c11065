import { type Contract, mintJobId, type ReplyOf } from '@zmht/shared/contract'
import {
  Button,
  Card,
  ConfirmSheet,
  ErrorState,
  Heading,
  Row,
  SkeletonList,
  Stack,
  Text,
  useNow,
} from '@zmht/shared/ui'
import { useCallback, useEffect, useState } from 'react'
import { api } from '@/lib/api'
import { dayOf } from '@/lib/dates'
import { ChangeTable } from './ChangeTable'
import { shortDay } from './days'
import type { ToPreview } from './ImportPage'
import { changing, confirmationWords, countWords } from './import-words'
import { withPost } from './roster'

type Preview = ReplyOf<Contract['permissions']['previewDirectoryImport']>

/** What the import would change, before anything is saved. */
export function ImportPreview({
  asking,
  onAsk,
  onBack,
  onStarted,
}: {
  readonly asking: ToPreview
  readonly onAsk: (asking: ToPreview) => void
  readonly onBack: () => void
  readonly onStarted: (job: string) => void
}) {
  const { preview, error, look } = usePreview(asking)
  if (preview === undefined) {
    return error === undefined ? (
      <SkeletonList />
    ) : (
      <Stack gap={3}>
        <ErrorState error={error} onRetry={look} />
        <Row>
          <Button variant="quiet" onPress={onBack}>
            返回修改
          </Button>
        </Row>
      </Stack>
    )
  }
  return (
    <Shown
      asking={asking}
      preview={preview}
      onBack={onBack}
      onStarted={onStarted}
      onPost={(former, title) =>
        onAsk({ ...asking, body: { ...asking.body, rows: [...withPost(asking.body.rows, former, title)] } })
      }
    />
  )
}

function usePreview(asking: ToPreview) {
  const [state, setState] = useState<{ readonly preview?: Preview; readonly error?: unknown }>({})
  const { body } = asking
  const look = useCallback(() => {
    let here = true
    setState({})
    api.permissions
      .previewDirectoryImport({ body })
      .then((preview) => {
        if (here) setState({ preview })
      })
      .catch((error: unknown) => {
        if (here) setState({ error })
      })
    return () => {
      here = false
    }
  }, [body])
  useEffect(look, [look])
  return { preview: state.preview, error: state.error, look: () => void look() }
}

function Shown({
  asking,
  preview,
  onBack,
  onStarted,
  onPost,
}: {
  readonly asking: ToPreview
  readonly preview: Preview
  readonly onBack: () => void
  readonly onStarted: (job: string) => void
  readonly onPost: (former: string, title: string) => void
}) {
  const today = dayOf(useNow())
  const [sure, setSure] = useState(false)
  /** The same for every attempt: pressed twice, it is one import. */
  const [jobId] = useState(mintJobId)
  const { body, organisation, keptBack } = asking
  const changes = [...keptBack, ...preview.changes]
  const counts = { ...preview.counts, problem: preview.counts.problem + keptBack.length }
  const people = changing(counts)
  const since = body.date > today ? `从${shortDay(body.date, today)}起` : '从今天起'
  const start = async () => {
    await api.permissions.importDirectory({ params: { jobId }, body: { ...body, digest: preview.digest } })
    setSure(false)
    onStarted(jobId)
  }
  return (
    <Stack gap={4}>
      <Card>
        <Stack gap={1}>
          <Heading level={2}>{people === 0 ? '没有要改动的' : `${since}${countWords(counts)}`}</Heading>
          <Text tone="quiet" numeric>
            {`${organisation}，不变 ${counts.same} 人${counts.problem > 0 ? `；有问题的 ${counts.problem} 行不导入，可以先改表格` : ''}。`}
          </Text>
        </Stack>
      </Card>
      <ChangeTable changes={changes} counts={counts} onPost={onPost} />
      <Row gap={3} wrap>
        {people === 0 ? null : (
          <Button large onPress={() => setSure(true)}>
            {`导入这 ${people} 人的变动`}
          </Button>
        )}
        <Button variant="quiet" onPress={onBack}>
          返回修改
        </Button>
      </Row>
      <ConfirmSheet
        open={sure}
        title={`导入到${organisation}`}
        consequence={confirmationWords(counts, since, body.complete)}
        confirm="导入"
        onClose={() => setSure(false)}
        onConfirm={start}
      />
    </Stack>
  )
}
