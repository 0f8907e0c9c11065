import type { Api, LedgerReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import type { OwnMeasure } from '@zmht/shared/measures'
import { Box, Button, EmptyState, Notice, nowInstant, ProblemNotice, Row, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { MeasurePicture } from './MeasurePicture'

type Preview = Awaited<ReturnType<Api['ledgers']['previewMeasure']>>

interface Seen {
  readonly of: string
  readonly preview: Preview
  readonly at: string
}

/** What a measure that is being defined would say today; whatever is changed after is looked at again when asked. */
export function MeasurePreview({
  ledger,
  place,
  measure,
  onTry,
}: {
  readonly ledger: LedgerReply
  readonly place: string
  readonly measure: OwnMeasure
  /** @returns whether it can be counted as it is; what keeps it from that is shown where it is */
  readonly onTry: () => boolean
}) {
  const [seen, setSeen] = useState<Seen>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const of = JSON.stringify(measure)
  const look = async () => {
    if (!onTry() || !isPlaceId(place) || busy) return
    setBusy(true)
    setError(undefined)
    try {
      const preview = await api.ledgers.previewMeasure({ params: { ledgerId: ledger.id }, body: { measure, place } })
      setSeen({ of, preview, at: nowInstant() })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const isOld = seen !== undefined && seen.of !== of
  return (
    <Stack gap={3}>
      <Row gap={2} wrap>
        <Button variant="quiet" icon="chart" loading={busy} onPress={() => void look()}>
          {seen === undefined ? '用今天的数据看看' : '再看一次'}
        </Button>
      </Row>
      {error === undefined ? null : <ProblemNotice error={error} />}
      {seen === undefined ? null : (
        <Box live="polite">
          <Stack gap={3}>
            {isOld ? <Notice tone="amber">指标改过了，下面还是改之前的数。</Notice> : null}
            <MeasurePicture
              // Another measure is another picture.
              key={seen.of}
              ledgerName={ledger.content.name}
              measured={seen.preview}
              at={seen.at}
              note={
                <Text size="small" tone="quiet" numeric>
                  {sampleWords(seen.preview)}
                </Text>
              }
              empty={<EmptyState icon="chart" title="没有符合的" detail="换一个条件再看看。" />}
            />
          </Stack>
        </Box>
      )}
    </Stack>
  )
}

function sampleWords({ looked, all, place }: Preview): string {
  return looked < all
    ? `只是样子：从${place.name}的 ${all} 份登记里，分散抽看了 ${looked} 份；保存以后按全部的算`
    : `按${place.name}今天的 ${all} 份登记算，还没有保存`
}
