import { mintJobId, mintTaskId, type NoticeReply, type UnreadReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { dayInChina } from '@zmht/shared/knowledge'
import { mostVisits } from '@zmht/shared/rules'
import {
  Box,
  Button,
  Card,
  ConfirmSheet,
  EmptyState,
  formatWhen,
  goTo,
  List,
  ListRow,
  nowInstant,
  PagedList,
  ProblemNotice,
  ProgressBar,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  toast,
  useNow,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { call } from '@/lib/phone'
import { useRefreshWhile } from '../provisions/useRefreshWhile'
import { may, type Official, territoriesOf } from '../session/official'
import { noticeOf } from './resources'
import { isUnderWay, runWords } from './run-words'

/** Who has not read it: worked out, reminded, handed to workers. */
export function Unread({ me, notice }: { readonly me: Official; readonly notice: NoticeReply }) {
  const now = useNow()
  const { id, runs } = notice
  const [asking, setAsking] = useState<'resend' | 'visits'>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const isTheirs =
    notice.actions.includes('withdraw') && me.posts.some((one) => one.organisation.id === notice.organisation.id)
  const going = runs.find(isUnderWay)
  useRefreshWhile(going !== undefined, () => noticeOf.refresh(id))
  const list = runs.find(({ kind, job }) => kind === 'unread' && job?.state === 'done')?.job?.id
  const work = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await api.channels.listUnread({ params: { noticeId: id, jobId: mintJobId() } })
      await noticeOf.refresh(id)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  if (!isTheirs) return null
  return (
    <Section
      title="谁还没有读"
      action={
        <Button variant="text" icon="refresh" loading={busy} disabled={going !== undefined} onPress={() => void work()}>
          {list === undefined ? '核对名单' : '重新核对'}
        </Button>
      }
    >
      <Stack gap={4}>
        {error === undefined ? null : <ProblemNotice error={error} />}
        {going?.job === undefined ? null : (
          <ProgressBar label={going.job.message} done={going.job.done} total={going.job.total} />
        )}
        {list === undefined ? (
          going === undefined ? (
            <Text tone="quiet">核对后列出没读的和没有账号的，可以发微信提醒，也可以交给工作人员。</Text>
          ) : null
        ) : (
          <>
            <Row gap={2} wrap>
              <Button icon="message" disabled={going !== undefined} onPress={() => setAsking('resend')}>
                微信提醒没读的
              </Button>
              {may(me, 'task.write') ? (
                <Button variant="quiet" icon="task" onPress={() => setAsking('visits')}>
                  交给工作人员
                </Button>
              ) : null}
            </Row>
            <People key={list} notice={notice} list={list} />
          </>
        )}
        {runs.length === 0 ? null : (
          <Card flush>
            <List label="做过的">
              {runs.map((one, at) => {
                const { title, detail } = runWords(one)
                const { task } = one
                return (
                  <ListRow
                    key={one.job?.id ?? task ?? one.at}
                    line={at > 0}
                    title={title}
                    detail={`${detail}${detail === '' ? '' : ' · '}${one.by}，${formatWhen(one.at, now)}`}
                    {...(task === undefined ? {} : { onPress: () => goTo(pages.task, { id: task }) })}
                  />
                )
              })}
            </List>
          </Card>
        )}
      </Stack>
      <ConfirmSheet
        open={asking === 'resend'}
        title="微信提醒"
        consequence="给名单里有账号、到现在还没读的每个人发一条微信消息，每人一条。没有同意接收的发不到，会告诉您有多少。"
        confirm="发送提醒"
        onClose={() => setAsking(undefined)}
        onConfirm={async () => {
          if (list === undefined) return
          await api.channels.resendNotice({ params: { noticeId: id, jobId: mintJobId() }, body: { unread: list } })
          await noticeOf.refresh(id)
          setAsking(undefined)
        }}
      />
      <ConfirmSheet
        open={asking === 'visits'}
        title="交给工作人员"
        consequence={`给名单里还没读的每个人下派一项任务，由当地工作人员打电话或上门，三天内完成。一次最多 ${mostVisits} 人。`}
        confirm="下派任务"
        onClose={() => setAsking(undefined)}
        onConfirm={async () => {
          const place = territoriesOf(me)[0]?.id
          if (list === undefined || place === undefined || !isPlaceId(place)) return
          const due = dayInChina(new Date(Date.parse(nowInstant()) + 3 * 24 * 3600_000).toISOString())
          const given = await api.channels.visitUnread({
            params: { noticeId: id, taskId: mintTaskId() },
            body: { unread: list, place, due },
          })
          await noticeOf.refresh(id)
          setAsking(undefined)
          if (given.people === 0) toast('名单里没有在台账登记的人，没有下派')
        }}
      />
    </Section>
  )
}

function People({ notice, list }: { readonly notice: NoticeReply; readonly list: string }) {
  const { id } = notice
  const paged = usePaged<UnreadReply['items'][number]>(
    useCallback(
      (cursor: string | undefined) =>
        api.channels.unread({ params: { noticeId: id, jobId: list }, query: cursor === undefined ? {} : { cursor } }),
      [id, list],
    ),
  )
  return (
    <PagedList
      paged={paged}
      label="还没有读的人"
      keyOf={({ person }) => person}
      empty={<EmptyState icon="check" title="都读了" detail="名单里的人都已经读过。" />}
      render={({ name, place, phone, account }) => (
        <Card>
          <Row between gap={3}>
            <Stack gap={1} grow>
              <Row gap={2}>
                <Text inline strong>
                  {name}
                </Text>
                <Tag tone={account ? 'quiet' : 'amber'}>{account ? '没读' : '没有账号'}</Tag>
              </Row>
              <Text size="small" tone="quiet">
                {place}
              </Text>
            </Stack>
            {phone === undefined || phone.includes('*') ? null : (
              <Box>
                <Button variant="quiet" icon="phone" label={`打电话给${name}`} onPress={() => call(phone)}>
                  打电话
                </Button>
              </Box>
            )}
          </Row>
        </Card>
      )}
    />
  )
}
