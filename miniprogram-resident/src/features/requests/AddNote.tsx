import { mintStepKey, type OwnStep, type RequestReply } from '@zmht/shared/contract'
import { requestTransitions } from '@zmht/shared/rules'
import { Button, PhotosField, ProblemNotice, Sheet, Stack, Text, TextArea } from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api, files as store } from '@/lib/api'

const words = {
  add: {
    title: '补充说明',
    field: '补充的内容',
    hint: '办理人会看到您写的话。',
    send: '发给办理单位',
    lacking: '请写下要补充的内容',
  },
  reopen: {
    title: '没有解决，请再办',
    field: '哪里还没有解决',
    hint: '写得具体一些，办起来更快。',
    send: '请再办一次',
    lacking: '请写下哪里还没有解决',
  },
} as const

/** Words and photos of the resident that go with a request, or that have a closed one taken up again. */
export function AddNote({
  request,
  action,
  onClose,
  onAdded,
}: {
  readonly request: RequestReply
  readonly action: Extract<OwnStep['action'], 'add' | 'reopen'>
  readonly onClose: () => void
  readonly onAdded: (next: RequestReply) => void
}) {
  const [note, setNote] = useState('')
  const [files, setFiles] = useState<readonly string[]>([])
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const unsent = store.useUnsent()
  /** One key for this note: pressed twice, or again after no answer came, it is one note. */
  const key = useRef(mintStepKey())
  const asked = request.state === 'returned' ? request.steps.at(-1)?.note : undefined
  const said = words[action]
  const send = async () => {
    if (note.trim() === '') {
      setWrong(said.lacking)
      return
    }
    setWrong(undefined)
    setError(undefined)
    setBusy(true)
    try {
      onAdded(
        await api.channels.ownStep({
          params: { requestId: request.id },
          body: { action, key: key.current, note: note.trim(), ...(files.length === 0 ? {} : { files: [...files] }) },
        }),
      )
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      title={said.title}
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full large loading={busy} disabled={unsent > 0} onPress={() => void send()}>
            {unsent > 0 ? '照片还在上传' : said.send}
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        {asked ? <Text>{`办理单位问：${asked}`}</Text> : null}
        {action === 'reopen' ? <Text>{requestTransitions.reopen.consequence}</Text> : null}
        <TextArea label={said.field} hint={said.hint} maxLength={500} value={note} error={wrong} onChange={setNote} />
        <PhotosField label="照片" hint="有照片更清楚，没有也可以" value={files} store={store} onChange={setFiles} />
      </Stack>
    </Sheet>
  )
}
