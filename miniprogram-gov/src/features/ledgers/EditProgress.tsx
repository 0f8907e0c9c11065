import {
  Box,
  Button,
  ConfirmSheet,
  ProblemNotice,
  ProgressBar,
  Row,
  SkeletonList,
  Stack,
  Tag,
  Text,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { useSheetImport } from '../ledger-sheets/useSheetImport'
import { editStateWords, isEditGoing } from './edit-states'

/** How far an edit of many is; stopped while it goes on, taken back when it is over. */
export function EditProgress({ ledgerId, importId }: { readonly ledgerId: string; readonly importId: string }) {
  const one = useSheetImport(ledgerId, importId)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>()
  const { value } = one
  if (value === undefined)
    return one.error === undefined ? <SkeletonList count={1} /> : <ProblemNotice error={one.error} />
  const params = { ledgerId, importId }
  const { job, state, message, imported } = value
  const going = isEditGoing(value)
  const stop = async () => {
    setError(undefined)
    try {
      await one.act(() => api.ledgers.cancelImport({ params }))
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Stack gap={3}>
      <Box role="status" live="polite">
        <Stack gap={2}>
          <Row>
            <Tag tone={editStateWords[state].tone}>{editStateWords[state].name}</Tag>
          </Row>
          {going && job !== undefined && job.total > 0 ? (
            <ProgressBar label={job.message} done={Math.min(job.done, job.total)} total={job.total} />
          ) : (
            <Text>{message}</Text>
          )}
        </Stack>
      </Box>
      {error === undefined && one.error === undefined ? null : <ProblemNotice error={error ?? one.error} />}
      {state === 'running' ? (
        <Row>
          <Button variant="text-danger" onPress={() => void stop()}>
            停止
          </Button>
        </Row>
      ) : null}
      {!going && (state === 'done' || state === 'cancelled') && imported > 0 ? (
        <Row>
          <Button variant="text-danger" icon="undo" onPress={() => setAsking(true)}>
            撤销这次修改
          </Button>
        </Row>
      ) : null}
      <ConfirmSheet
        open={asking}
        title="撤销这次修改？"
        consequence={`这次改的 ${imported} 个会恢复成原来的说法。别人另外登记、更正的不受影响。`}
        confirm="撤销修改"
        variant="danger"
        onConfirm={async () => {
          await one.act(() => api.ledgers.undoImport({ params }))
          setAsking(false)
        }}
        onClose={() => setAsking(false)}
      />
    </Stack>
  )
}
