import { mintStepKey, type RequestReply } from '@zmht/shared/contract'
import { behalfWayNames, requestTransitions } from '@zmht/shared/rules'
import {
  Button,
  Card,
  ConfirmSheet,
  goToTop,
  Heading,
  ProblemNotice,
  Stack,
  Text,
  TextArea,
  toast,
} from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { newestRequests } from './resources'

/** What a worker entered for the reader: theirs, or not. Nothing once that is said. */
export function EnteredForMe({
  request: { id, behalf, actions },
  onChanged,
}: {
  readonly request: RequestReply
  readonly onChanged: (next: RequestReply) => void
}) {
  const keys = useRef({ acknowledge: mintStepKey(), disown: mintStepKey() })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [letting, setLetting] = useState(false)
  const [note, setNote] = useState('')
  if (behalf?.author === undefined) return null
  if (!actions.includes('acknowledge'))
    return <Text size="small" tone="quiet">{`${behalf.name}替您提交（${behalfWayNames[behalf.way]}）`}</Text>
  const confirm = async () => {
    setBusy(true)
    setError(undefined)
    try {
      onChanged(
        await api.channels.ownStep({
          params: { requestId: id },
          body: { action: 'acknowledge', key: keys.current.acknowledge },
        }),
      )
      toast('已确认')
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card>
      <Stack gap={3}>
        <Heading level={3}>这是您要办的吗？</Heading>
        <Text>{`${behalf.name}替您提交了这件事（${behalfWayNames[behalf.way]}）。请看看下面填写的内容对不对。`}</Text>
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Button full large loading={busy} onPress={() => void confirm()}>
          {requestTransitions.acknowledge.label}
        </Button>
        <Button full variant="quiet" onPress={() => setLetting(true)}>
          {requestTransitions.disown.label}
        </Button>
      </Stack>
      <ConfirmSheet
        open={letting}
        title={requestTransitions.disown.label}
        consequence={requestTransitions.disown.consequence}
        confirm={requestTransitions.disown.label}
        variant="danger"
        onClose={() => setLetting(false)}
        onConfirm={async () => {
          await api.channels.ownStep({
            params: { requestId: id },
            body: {
              action: 'disown',
              key: keys.current.disown,
              ...(note.trim() === '' ? {} : { note: note.trim() }),
            },
          })
          void newestRequests.refresh('mine')
          toast('已告诉办理单位，不再列在您名下')
          goToTop(pages.messages)
        }}
      >
        <TextArea label="想说的话" optional maxLength={200} value={note} onChange={setNote} />
      </ConfirmSheet>
    </Card>
  )
}
