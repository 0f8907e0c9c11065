import { mintTaskId, type RequestReply } from '@zmht/shared/contract'
import { requestTransitions } from '@zmht/shared/rules'
import {
  Button,
  createResource,
  DatePicker,
  ProblemNotice,
  Select,
  Sheet,
  Stack,
  Text,
  TextArea,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'
import { dayOf } from '@/lib/dates'
import { useIntentOf } from './intent'

const takersOf = createResource((requestId) => api.channels.errandTakers({ params: { requestId }, query: {} }))

/** Stands for whoever works at the place. */
const anybody = 'anybody'

interface Asked {
  readonly what: string
  readonly due: string
  readonly official?: string
  readonly about?: string
}

/** 交办成任务: what is to be done on the spot, by whom and until when. Sent again it is one task. */
export function HandOutSheet({
  request: { id, title },
  onClose,
  onDone,
}: {
  readonly request: RequestReply
  readonly onClose: () => void
  readonly onDone: (next: RequestReply) => void
}) {
  const today = dayOf(useNow())
  const { data, error: unread } = useResource(takersOf, id)
  const [what, setWhat] = useState('')
  const [due, setDue] = useState<string | undefined>(today)
  const [to, setTo] = useState(anybody)
  const [about, setAbout] = useState<string>()
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const tasks = useRef<Record<string, string>>({})
  const send = useIntentOf((asked: Asked, key) => {
    tasks.current[key] ??= mintTaskId()
    return api.channels.handOut({ params: { requestId: id }, body: { ...asked, key, task: tasks.current[key] } })
  })
  const wrongDay = due === undefined ? '请选一天' : due < today ? '这一天已经过了，请选今天或以后' : undefined
  const go = async () => {
    setTried(true)
    if (what.trim() === '' || due === undefined || wrongDay !== undefined) return
    setBusy(true)
    setError(undefined)
    try {
      onDone(
        await send({
          ...{ what: what.trim(), due },
          ...(to === anybody ? {} : { official: to }),
          ...(about === undefined ? {} : { about }),
        }),
      )
      toast('已交办，对方在任务里看到')
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  const places = data?.about ?? []
  return (
    <Sheet
      open
      title={requestTransitions['hand-out'].label}
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full large loading={busy} onPress={() => void go()}>
            交办
          </Button>
          <Button full variant="text" onPress={onClose}>
            先不
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <Text>{requestTransitions['hand-out'].consequence}</Text>
        <TextArea
          label="要做什么"
          placeholder={`例如：去现场看看“${title}”说的情况，拍张照片`}
          hint="只有工作人员看得到"
          maxLength={300}
          value={what}
          error={tried && what.trim() === '' ? '请写明要做什么' : undefined}
          onChange={setWhat}
        />
        {places.length > 1 ? (
          <Select
            label="去哪里、看什么"
            options={places.map((one) => ({ value: one.id, label: one.name }))}
            value={about ?? places[0]?.id}
            onChange={setAbout}
          />
        ) : null}
        {unread === undefined ? null : <ProblemNotice error={unread} />}
        <Select
          label="交给谁"
          options={[
            { value: anybody, label: '当地工作人员，谁先接谁办' },
            ...(data?.items ?? []).map(({ id: official, name, grid }) => ({
              value: official,
              label: grid === undefined ? name : `${name}（${grid}）`,
            })),
          ]}
          value={to}
          onChange={(next) => setTo(next ?? anybody)}
        />
        <DatePicker label="哪天以前回话" value={due} error={tried ? wrongDay : undefined} onChange={setDue} />
      </Stack>
    </Sheet>
  )
}
