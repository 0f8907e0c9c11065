import type { NoticeReply } from '@zmht/shared/contract'
import { approvalReasons } from '@zmht/shared/rules'
import { Button, ConfirmSheet, goTo, ProblemNotice, Sheet, Stack, Text, TextArea, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { NoteSheet } from '../tasks/NoteSheet'
import { writePage } from './pages'
import { noticeOf } from './resources'

type Asking = 'send' | 'approve' | 'send-back' | 'call-off' | 'correct' | 'withdraw'

/** What may be done with a notice as it is: each says what follows first. */
export function NoticeActions({ notice }: { readonly notice: NoticeReply }) {
  const { id, edition, state, actions, approval, where } = notice
  const [asking, setAsking] = useState<Asking>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const params = { noticeId: id }
  const close = () => {
    setAsking(undefined)
    setError(undefined)
  }
  const run = async (call: () => Promise<NoticeReply>) => {
    setBusy(true)
    setError(undefined)
    try {
      noticeOf.put(id, await call())
      setAsking(undefined)
    } catch (problem) {
      setError(problem)
      throw problem
    } finally {
      setBusy(false)
    }
  }
  const quietly = (call: () => Promise<NoticeReply>) => run(call).catch(() => undefined)
  const isDraft = state === 'draft'
  const isPlanned = actions.includes('schedule')
  const sendWords = approval !== undefined ? '提交审批' : isPlanned ? '定时发布' : '发布'
  return (
    <Stack gap={2}>
      {isDraft && actions.some((one) => one === 'publish' || one === 'schedule' || one === 'submit') ? (
        <Button full large icon="publish" onPress={() => setAsking('send')}>
          {sendWords}
        </Button>
      ) : null}
      {isDraft && actions.includes('revise') ? (
        <Button full variant="quiet" icon="edit" onPress={() => goTo(writePage, { id })}>
          再改改
        </Button>
      ) : null}
      {state === 'awaiting-approval' && actions.includes('send-back') ? (
        <>
          <Button full large icon="check" onPress={() => setAsking('approve')}>
            同意发布
          </Button>
          <Button full variant="quiet" icon="undo" onPress={() => setAsking('send-back')}>
            退回修改
          </Button>
        </>
      ) : null}
      {actions.includes('correct') ? (
        <Button full variant="quiet" icon="edit" onPress={() => setAsking('correct')}>
          更正
        </Button>
      ) : null}
      {actions.includes('call-off') ? (
        <Button full variant="quiet" icon="undo" onPress={() => setAsking('call-off')}>
          收回，再改改
        </Button>
      ) : null}
      {actions.includes('withdraw') ? (
        <Button full variant="text" icon="close" onPress={() => setAsking('withdraw')}>
          撤回
        </Button>
      ) : null}
      <ConfirmSheet
        open={asking === 'send'}
        title={sendWords}
        consequence={
          approval !== undefined
            ? `${approvalReasons[approval]}。同意以前居民看不到；同意或退回都会在这里显示。`
            : isPlanned
              ? `到时间自动发给${where}的居民，在那以前可以收回。`
              : `${where}的居民马上会看到。发出后可以更正、撤回，但读过的人已经知道。`
        }
        confirm={sendWords}
        onClose={close}
        onConfirm={() => run(() => api.channels.publishNotice({ params, body: { edition } }))}
      />
      <ConfirmSheet
        open={asking === 'approve'}
        title="同意发布"
        consequence={`${where}的居民${isPlanned ? '到时间' : '马上'}会看到，通知上记着是您同意的。`}
        confirm="同意"
        onClose={close}
        onConfirm={() => run(() => api.channels.judgeNotice({ params, body: { verdict: 'approve', edition } }))}
      />
      <ConfirmSheet
        open={asking === 'call-off'}
        title="收回"
        consequence="变回草稿，不会发出。改好以后可以再发。"
        confirm="收回"
        onClose={close}
        onConfirm={() => run(() => api.channels.callOffNotice({ params, body: { edition } }))}
      />
      <NoteSheet
        open={asking === 'send-back'}
        title="退回修改"
        consequence="通知退回给写的人，他们会看到原因。"
        missing="请写明为什么退回"
        confirm="退回"
        busy={busy}
        error={error}
        onClose={close}
        onSend={async (reason) =>
          void quietly(() => api.channels.judgeNotice({ params, body: { verdict: 'send-back', edition, reason } }))
        }
      />
      <NoteSheet
        open={asking === 'withdraw'}
        title="撤回"
        consequence="没读的人不再看到；读过的人会看到已经撤回，和您写的原因。撤回后不能再发这一条。"
        missing="请写明为什么撤回"
        confirm="撤回"
        busy={busy}
        error={error}
        onClose={close}
        onSend={async (reason) =>
          void quietly(() => api.channels.withdrawNotice({ params, body: { edition, reason } }))
        }
      />
      {asking === 'correct' ? (
        <Correction
          notice={notice}
          busy={busy}
          error={error}
          onClose={close}
          onSend={(body, note) =>
            void quietly(() => api.channels.correctNotice({ params, body: { edition, note, body } }))
          }
        />
      ) : null}
    </Stack>
  )
}

type Body = Parameters<typeof api.channels.correctNotice>[0]['body']['body']

/** What it says from now on, and what changed in a sentence. */
function Correction({
  notice: { content },
  busy,
  error,
  onClose,
  onSend,
}: {
  readonly notice: NoticeReply
  readonly busy: boolean
  readonly error: unknown
  readonly onClose: () => void
  readonly onSend: (body: Body, note: string) => void
}) {
  const [title, setTitle] = useState(content.title)
  const [text, setText] = useState(content.text)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const lacks = (words: string, said: string) => (tried && words.trim() === '' ? said : undefined)
  const send = () => {
    setTried(true)
    if ([title, text, note].some((words) => words.trim() === '')) return
    onSend({ title: title.trim(), text: text.trim(), files: content.files }, note.trim())
  }
  return (
    <Sheet
      open
      wide
      title="更正"
      onClose={onClose}
      footer={
        <Button full loading={busy} onPress={send}>
          发出更正
        </Button>
      }
    >
      <Stack gap={3}>
        <Text>居民看到的是改过的，上面写着更正说明；已经读过的人要重新读一遍。</Text>
        <TextInput label="标题" maxLength={30} value={title} error={lacks(title, '请写标题')} onChange={setTitle} />
        <TextArea label="正文" maxLength={5000} value={text} error={lacks(text, '请写正文')} onChange={setText} />
        <TextInput
          label="更正说明"
          hint="一句话说明改了什么"
          maxLength={100}
          value={note}
          error={lacks(note, '请说明改了什么')}
          onChange={setNote}
        />
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Sheet>
  )
}
