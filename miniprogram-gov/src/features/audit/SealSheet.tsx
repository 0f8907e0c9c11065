import { mintJobId } from '@zmht/shared/contract'
import { Box, Button, formatExact, KeyValue, Notice, ProblemNotice, Sheet, Stack, Text } from '@zmht/shared/ui'
import { useEffect } from 'react'
import { api } from '@/lib/api'
import { dayWords } from '@/lib/dates'
import { CopyRow } from '../frame/CopyRow'
import { useProgress } from '../frame/useProgress'
import { isOver, type Seal, verdictOf } from './verification'
import { type Begun, noteVerification, useVerifications } from './verifications'

/** A sealed day: what was sealed, and whether it still is what it was. */
export function SealSheet({
  seal,
  officialId,
  onClose,
}: {
  readonly seal: Seal
  readonly officialId: string
  readonly onClose: () => void
}) {
  const { day, count, digest, chain, sealedAt } = seal
  const known = useVerifications(officialId)(day)
  // What is over is not asked for again.
  const asking = known === undefined || (known.last !== undefined && isOver(known.last)) ? undefined : known.job
  const { value, error } = useProgress(
    asking,
    () => api.permissions.verifyAudit({ params: { day, jobId: asking ?? '' } }),
    isOver,
  )
  useEffect(() => {
    if (value !== undefined && value.id === asking) noteVerification(officialId, day, { job: value.id, last: value })
  }, [value, asking, officialId, day])
  return (
    <Sheet
      open
      wide
      title={dayWords(day)}
      onClose={onClose}
      footer={
        <Button
          full
          icon="refresh"
          loading={asking !== undefined && error === undefined}
          onPress={() => noteVerification(officialId, day, { job: mintJobId() })}
        >
          重新核对
        </Button>
      }
    >
      <Stack gap={4}>
        <Box live="polite">
          {known === undefined ? (
            <Text tone="quiet">按“重新核对”，把这一天的记录从头读一遍，看和封存时是不是一样。</Text>
          ) : (
            <Stack gap={3}>
              <VerdictNotice begun={known} day={day} />
              {error === undefined || asking === undefined ? null : <ProblemNotice error={error} />}
            </Stack>
          )}
        </Box>
        <KeyValue
          rows={[
            { key: '记录', value: `${count} 条` },
            { key: '封存时间', value: formatExact(sealedAt) },
          ]}
        />
        {count === 0 ? null : <CopyRow label="当天摘要" value={digest} />}
        <CopyRow label="接上前一天以后的摘要" value={chain} />
        <Text size="small" tone="quiet">
          摘要由当天全部记录算出，又接在前一天之后：改动任何一天的任何一条，都会对不上。摘要看不出任何人的信息，可以抄在别处留作对照。
        </Text>
      </Stack>
    </Sheet>
  )
}

function VerdictNotice({ begun, day }: { readonly begun: Begun; readonly day: string }) {
  const { tone, title, detail, steps } = verdictOf(
    begun.last ?? { id: '', state: 'waiting', message: '' },
    dayWords(day),
  )
  return (
    <Notice title={title} tone={tone === 'danger' || tone === 'amber' ? tone : 'accent'}>
      <Stack gap={2}>
        <Text>{detail}</Text>
        {steps.length === 0 ? null : (
          <Box as="ol" label="现在怎么办" className="g-steps-to-take">
            {steps.map((step, index) => (
              <Box as="li" key={step}>
                <Text>{`${index + 1}. ${step}`}</Text>
              </Box>
            ))}
          </Box>
        )}
      </Stack>
    </Notice>
  )
}
