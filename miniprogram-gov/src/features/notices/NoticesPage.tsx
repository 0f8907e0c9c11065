import { useRouter } from '@tarojs/taro'
import type { NoticeCardReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  EmptyState,
  formatWhen,
  goTo,
  Row,
  SegmentedControl,
  Stack,
  Text,
  useNow,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PagedTable } from '../frame/PagedTable'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { noticePage, writePage } from './pages'
import { NoticeTags } from './tags'

const views = { own: '本单位的', here: '本地收到的', awaiting: '待我审批' } as const
type View = keyof typeof views

const emptyWords: Readonly<Record<View, { title: string; detail: string }>> = {
  own: { title: '还没有通知', detail: '写一条通知，选定地方的居民马上能看到，谁读了、谁没读都看得见。' },
  here: { title: '现在没有通知', detail: '上级和本单位发到这里、还没有过期的通知会出现在这里。' },
  awaiting: { title: '没有等您审批的通知', detail: '紧急的、发往社区以外的通知会先到这里，同意以后才发出。' },
}

export function NoticesPage() {
  return <Gate>{(me) => <Notices me={me} />}</Gate>
}

function Notices({ me }: { readonly me: Official }) {
  const now = useNow()
  const here = territoriesOf(me)[0]?.id
  const shown = (Object.keys(views) as View[]) // keys of a literal
    .filter((view) => view !== 'awaiting' || may(me, 'notice.approve'))
    .filter((view) => view !== 'here' || here !== undefined)
  const asked = fromAddress(useRouter().params.view)
  const [view, setView] = useState<View>(shown.find((one) => one === asked) ?? 'own')
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => {
        const from = cursor === undefined ? {} : { cursor }
        if (view === 'awaiting') return api.channels.awaitingNotices({ query: from })
        return api.channels.notices({ query: view === 'here' && here !== undefined ? { here } : from })
      },
      [view, here],
    ),
  )
  const open = (one: NoticeCardReply) => goTo(noticePage, { id: one.id })
  const write = may(me, 'notice.write') ? (
    <Button icon="plus" onPress={() => goTo(writePage)}>
      写通知
    </Button>
  ) : undefined
  const when = (one: NoticeCardReply) => formatWhen(one.publishedAt ?? one.at, now)
  return (
    <OfficialScreen me={me} title="通知" current={pages.channels} back={pages.channels} actions={write}>
      {shown.length > 1 ? (
        <SegmentedControl
          label="哪些通知"
          segments={shown.map((value) => ({ value, label: views[value] }))}
          value={view}
          onChange={(next) => {
            setView(next)
            rememberInAddress('view', next)
          }}
        />
      ) : null}
      <PagedTable
        key={view}
        paged={paged}
        label={views[view]}
        keyOf={(one) => one.id}
        onOpen={open}
        card={(one) => (
          <Card onPress={() => open(one)}>
            <Stack gap={1}>
              <Row between top gap={3}>
                <Text size="large" strong>
                  {one.title}
                </Text>
                <NoticeTags {...one} />
              </Row>
              <Text tone="quiet">{`发给 ${one.where}`}</Text>
              <Text size="small" tone="quiet" numeric>
                {`${one.organisation.name} · ${when(one)}`}
              </Text>
            </Stack>
          </Card>
        )}
        columns={[
          { key: 'title', head: '通知', cell: (one) => one.title },
          { key: 'where', head: '发给', cell: (one) => one.where },
          { key: 'organisation', head: '单位', cell: (one) => one.organisation.name },
          { key: 'state', head: '状态', narrow: true, cell: (one) => <NoticeTags {...one} wrap={false} /> },
          { key: 'when', head: '时间', numeric: true, narrow: true, cell: when },
        ]}
        empty={
          <EmptyState
            icon="message"
            {...emptyWords[view]}
            {...(view !== 'own' || write === undefined ? {} : { action: write })}
          />
        }
      />
    </OfficialScreen>
  )
}
