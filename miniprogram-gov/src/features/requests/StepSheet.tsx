import type { RequestReply } from '@zmht/shared/contract'
import { type RequestTransition, requestTransitions } from '@zmht/shared/rules'
import { Button, PhotosField, Pressable, ProblemNotice, Row, Sheet, Stack, Text, TextArea } from '@zmht/shared/ui'
import { useState } from 'react'
import { files as store } from '@/lib/api'
import { act, type OfficialAction, type StepWords, withPhotos } from './act'
import { useIntentOf } from './intent'
import { StepOffices } from './StepOffices'
import { cannedAnswers, noteLabels } from './words'

/** One step with what follows from it, and with what goes with it. What was typed is kept by the page until it is sent. */
export function StepSheet({
  action,
  request,
  words,
  onWords,
  onClose,
  onDone,
  onFailed,
}: {
  readonly action: OfficialAction
  readonly request: RequestReply
  readonly words: StepWords
  readonly onWords: (change: (before: StepWords) => StepWords) => void
  readonly onClose: () => void
  readonly onDone: (next: RequestReply) => void
  /** Called with every failure: the request may have changed meanwhile. */
  readonly onFailed: (error: unknown) => void
}) {
  const transition: RequestTransition = requestTransitions[action]
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<{ readonly note?: string; readonly offices?: string }>({})
  const [error, setError] = useState<unknown>()
  const send = useIntentOf((asked: StepWords, key) => act(action, request.id, key, asked))
  const unsent = store.useUnsent()
  const label = noteLabels[action]
  const canned = action in cannedAnswers ? cannedAnswers[action as keyof typeof cannedAnswers] : [] // `in` does not narrow the key
  const needsOffice = action === 'transfer' || action === 'invite'

  const go = async () => {
    const lacking = {
      ...(transition.note === 'needed' && words.note.trim() === ''
        ? { note: `请写明${label ?? '说明'}，居民会看到` }
        : {}),
      ...(needsOffice && words.organisations.length === 0 ? { offices: '请选择单位' } : {}),
    }
    setWrong(lacking)
    if (Object.keys(lacking).length > 0) return
    setBusy(true)
    setError(undefined)
    try {
      onDone(await send(words))
    } catch (problem) {
      setError(problem)
      setBusy(false)
      onFailed(problem)
    }
  }

  return (
    <Sheet
      open
      title={transition.label}
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full large loading={busy} disabled={unsent > 0} onPress={() => void go()}>
            {unsent > 0 ? '照片还在上传' : transition.label}
          </Button>
          <Button full variant="text" onPress={onClose}>
            先不
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <Text>{transition.consequence}</Text>
        {action === 'transfer' || action === 'assign' || action === 'invite' ? (
          <StepOffices
            action={action}
            request={request}
            value={words.organisations}
            error={wrong.offices}
            onChange={(organisations) => onWords((before) => ({ ...before, organisations }))}
          />
        ) : null}
        {label !== undefined && transition.note !== 'none' ? (
          <Stack gap={2}>
            <TextArea
              label={label}
              optional={transition.note === 'welcome'}
              maxLength={500}
              value={words.note}
              error={wrong.note}
              onChange={(note) => onWords((before) => ({ ...before, note }))}
            />
            {canned.length > 0 ? (
              <Row wrap gap={2} label="常用的话">
                {canned.map((line) => (
                  <Pressable
                    key={line}
                    className="g-chip"
                    onPress={() => onWords((before) => ({ ...before, note: `${before.note.trim()}${line}` }))}
                  >
                    {line}
                  </Pressable>
                ))}
              </Row>
            ) : null}
          </Stack>
        ) : null}
        {withPhotos.includes(action) ? (
          <PhotosField
            label="照片"
            hint="办理前后的样子、凭证，居民看得到"
            value={words.files}
            store={store}
            onChange={(files) => onWords((before) => ({ ...before, files }))}
          />
        ) : null}
      </Stack>
    </Sheet>
  )
}
