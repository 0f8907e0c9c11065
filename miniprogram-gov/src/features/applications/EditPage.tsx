import { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import type { ApplicationContent, ApplicationReply, ApplicationSettings } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { applicationTransitions, isHalfOpen, serviceCategories } from '@zmht/shared/rules'
import {
  Box,
  Button,
  Card,
  ConfirmSheet,
  EmptyState,
  goOnTo,
  Loaded,
  Notice,
  ProblemNotice,
  Row,
  Section,
  Select,
  Stack,
  Text,
  TextArea,
  TextInput,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useEffect, useRef, useState } from 'react'
import { fromAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { blankContent, changed, type Editing, gapsIn, problemsIn, redone, startEditing, undone } from './editing'
import { applicationDrafts, type SaidAlready } from './local-drafts'
import { PartsEditor } from './PartsEditor'
import { RehearsalSection } from './RehearsalSection'
import { RolesEditor } from './RolesEditor'
import { applicationOf } from './resources'
import { WiringEditor } from './WiringEditor'

export function EditPage() {
  return <Gate>{(me) => <Page me={me} />}</Gate>
}

/** An application being put together: its words, its parts, who takes part, and what goes by itself. */
function Page({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const id = fromAddress(params.id)
  // Saved once, it is read from the server like any other.
  const [fresh] = useState(() => fromAddress(params.fresh) !== '' && applicationOf.entry(id).get().data === undefined)
  return (
    <OfficialScreen me={me} title="调整应用" current={pages.applications} back={pages.applications}>
      {!may(me, 'application.write') ? (
        <EmptyState
          icon="shield"
          title="您的岗位不能调整应用"
          detail="需要调整的话，请联系本单位负责编排服务的同事。"
        />
      ) : fresh ? (
        <Edit me={me} id={id} saved={undefined} />
      ) : (
        <FromServer me={me} id={id} />
      )}
    </OfficialScreen>
  )
}

function FromServer({ me, id }: { readonly me: Official; readonly id: string }) {
  const loaded = useResource(applicationOf, id)
  return <Loaded of={loaded}>{(application) => <Edit key={id} me={me} id={id} saved={application} />}</Loaded>
}

function Edit({
  me,
  id,
  saved,
}: {
  readonly me: Official
  readonly id: string
  readonly saved: ApplicationReply | undefined
}) {
  const [application, setApplication] = useState(saved)
  const edition = application?.edition ?? 0
  const [editing, setEditing] = useState<Editing>(() => {
    const kept = applicationDrafts.kept(id, me.id)
    const stored = saved?.content ?? blankContent
    // What somebody else saved meanwhile is not written over.
    return startEditing(kept !== undefined && kept.edition === edition ? kept.content : stored)
  })
  /** What was begun here before somebody else saved: it is offered, and not lost. */
  const [older, setOlder] = useState(() => {
    const kept = applicationDrafts.kept(id, me.id)
    return kept !== undefined && kept.edition !== edition ? kept.content : undefined
  })
  /** What is known of it with what was put in; what was answered at its set-up comes before. */
  const said = useRef<SaidAlready>()
  said.current ??= applicationDrafts.kept(id, me.id)?.settings ?? noneSaid
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>()
  const content = editing.now
  const isChanged = JSON.stringify(content) !== JSON.stringify(application?.content ?? blankContent)
  const move = (next: (before: Editing) => Editing) =>
    setEditing((before) => {
      const after = next(before)
      if (after.now !== before.now)
        applicationDrafts.keep({ id, by: me.id, edition, content: after.now, settings: said.current ?? noneSaid })
      return after
    })
  const change = (next: (before: ApplicationContent) => ApplicationContent) =>
    move((before) => changed(before, next(before.now)))
  useUndoKeys(move)
  const gaps = gapsIn(content)
  const problems = problemsIn(content)
  const field = (name: 'title' | 'summary') => (tried ? gaps.find((gap) => gap.field === name)?.message : undefined)
  const save = async (): Promise<ApplicationReply> => {
    try {
      const reply = await api.applications.saveApplication({
        params: { applicationId: id },
        body: {
          edition,
          content,
          settings: withSaid(application?.settings, said.current ?? noneSaid),
          ...(application?.from === undefined ? {} : { from: application.from }),
        },
      })
      setApplication(reply)
      setEditing((before) => ({ ...before, now: reply.content }))
      applicationOf.put(id, reply)
      applicationDrafts.forget(id)
      return reply
    } catch (problem) {
      if (problem instanceof Problem && problem.kind === 'conflict') void applicationOf.refresh(id)
      throw problem
    }
  }
  /** Saves, and then goes where it is wanted; what is missing is pointed out first. */
  const after = async (then: (reply: ApplicationReply) => void) => {
    setTried(true)
    if (gaps.length > 0 || busy) return
    setBusy(true)
    setError(undefined)
    try {
      then(application !== undefined && !isChanged ? application : await save())
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const isRunning = application !== undefined && (application.state === 'open' || isHalfOpen(application.state))
  return (
    <Box className="g-split">
      <Stack gap={6} className="g-split__main">
        {older === undefined ? null : (
          <Meanwhile
            onMine={() => {
              move((before) => changed(before, older))
              setOlder(undefined)
            }}
            onTheirs={() => setOlder(undefined)}
          />
        )}
        {saved !== undefined && saved.edition > edition ? (
          <Meanwhile
            onMine={() => {
              setApplication(saved)
              setError(undefined)
            }}
            onTheirs={() => {
              setApplication(saved)
              setError(undefined)
              applicationDrafts.forget(id)
              setEditing(startEditing(saved.content))
            }}
          />
        ) : null}
        <Row gap={2} between wrap>
          <Text size="small" tone="quiet">
            {isChanged ? '有修改还没有保存，先存在这台设备上。' : '没有没保存的修改。'}
          </Text>
          <Row gap={2}>
            <Button variant="quiet" icon="undo" disabled={editing.past.length === 0} onPress={() => move(undone)}>
              撤销
            </Button>
            <Button variant="quiet" icon="redo" disabled={editing.future.length === 0} onPress={() => move(redone)}>
              重做
            </Button>
          </Row>
        </Row>
        <Section title="名称和说明">
          <Card>
            <Stack gap={4}>
              <TextInput
                label="应用名称"
                maxLength={20}
                value={content.title}
                error={field('title')}
                onChange={(title) => change((before) => ({ ...before, title }))}
              />
              <TextArea
                label="一句话说明"
                maxLength={80}
                value={content.summary}
                error={field('summary')}
                onChange={(summary) => change((before) => ({ ...before, summary }))}
              />
              <Select
                label="分类"
                options={Object.entries(serviceCategories).map(([value, label]) => ({
                  value: value as ApplicationContent['category'], // the keys of the very object
                  label,
                }))}
                value={content.category}
                onChange={(category) =>
                  category === undefined ? undefined : change((before) => ({ ...before, category }))
                }
              />
            </Stack>
          </Card>
        </Section>
        <PartsEditor
          me={me}
          content={content}
          made={application?.made ?? {}}
          problems={problems}
          onChange={change}
          onSaid={(more) => {
            said.current = joined(said.current ?? noneSaid, more)
          }}
        />
        <WiringEditor content={content} problems={problems} onChange={change} />
        <RolesEditor content={content} onChange={change} />
      </Stack>
      <Stack gap={4} className="g-split__side">
        <Card>
          <Stack gap={3}>
            {tried && gaps.length > 0 ? (
              <Notice tone="danger" title={`还有 ${gaps.length} 处要填`}>
                <Stack gap={1}>
                  {[...new Set(gaps.map(({ message }) => message))].map((message) => (
                    <Text key={message}>{message}</Text>
                  ))}
                </Stack>
              </Notice>
            ) : null}
            {problems.some(({ part, wire }) => part === undefined && wire === undefined) && gaps.length === 0
              ? problems
                  .filter(({ part, wire }) => part === undefined && wire === undefined)
                  .map(({ message }) => (
                    <Text key={message} size="small" tone="amber">
                      {message}
                    </Text>
                  ))
              : null}
            {error === undefined ? null : <ProblemNotice error={error} />}
            {isRunning ? (
              <Button
                full
                icon="publish"
                loading={busy}
                disabled={!isChanged && application?.state === 'open'}
                onPress={() => {
                  setTried(true)
                  if (gaps.length === 0) setAsking(true)
                }}
              >
                保存并生效
              </Button>
            ) : (
              <Button
                full
                icon="publish"
                loading={busy}
                onPress={() => void after(() => goOnTo(pages.setUpApplication, { id }))}
              >
                下一步：去开通
              </Button>
            )}
            <Button
              full
              variant="quiet"
              icon="check"
              loading={busy}
              onPress={() => void after(() => toast(isRunning ? '已保存，还没有生效' : '已保存为草稿'))}
            >
              {isRunning ? '只保存，先不生效' : '保存草稿'}
            </Button>
          </Stack>
        </Card>
        <RehearsalSection content={content} />
      </Stack>
      <ConfirmSheet
        open={asking}
        title={`「${content.title}」按新内容生效`}
        consequence="新增的部分马上备好，去掉的部分停下，联动按新写的做。已有的申请、任务和台账资料都保留。"
        confirm="保存并生效"
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          const reply = isChanged ? await save() : application
          if (reply === undefined) return
          if (reply.problems.length > 0) {
            setAsking(false)
            setError(undefined)
            toast(reply.problems[0]?.message ?? applicationTransitions.open.consequence)
            return
          }
          applicationOf.put(
            id,
            await api.applications.changeApplication({
              params: { applicationId: id },
              body: { action: 'open', edition: reply.edition },
            }),
          )
          goOnTo(pages.application, { id, opened: '1' })
        }}
      />
    </Box>
  )
}

const noneSaid: SaidAlready = { roles: {}, fills: {} }
const joined = (before: SaidAlready, more: SaidAlready): SaidAlready => ({
  roles: { ...before.roles, ...more.roles },
  fills: { ...before.fills, ...more.fills },
})
const withSaid = (settings: ApplicationSettings | undefined, said: SaidAlready): ApplicationSettings => ({
  reach: [],
  ...settings,
  ...joined(said, settings ?? noneSaid),
})

/** Somebody else saved while this was being written: whoever writes says which of the two goes on. */
function Meanwhile({ onMine, onTheirs }: { readonly onMine: () => void; readonly onTheirs: () => void }) {
  return (
    <Notice tone="amber" title="同事后来保存过这个应用">
      <Stack gap={2}>
        <Text>您写的都还在。可以用您的内容接着改，保存后以您的为准；也可以改看同事保存的。</Text>
        <Row gap={2} wrap>
          <Button variant="quiet" onPress={onMine}>
            用我的内容接着改
          </Button>
          <Button variant="text" onPress={onTheirs}>
            看同事保存的
          </Button>
        </Row>
      </Stack>
    </Notice>
  )
}

/** On h5: Ctrl+Z and Ctrl+Y go back and forth, but not inside a box, where they are the browser's. */
function useUndoKeys(move: (next: (before: Editing) => Editing) => void): void {
  const latest = useRef(move)
  latest.current = move
  // A page that was left stays mounted.
  const shown = useRef(true)
  useDidShow(() => {
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName)
      const letter = event.key.toLowerCase()
      if (!shown.current || typing || !(event.ctrlKey || event.metaKey) || (letter !== 'z' && letter !== 'y')) return
      event.preventDefault()
      latest.current(letter === 'y' || event.shiftKey ? redone : undone)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
