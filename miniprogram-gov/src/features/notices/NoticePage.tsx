import { useRouter } from '@tarojs/taro'
import type { NoticeReply } from '@zmht/shared/contract'
import { approvalReasons } from '@zmht/shared/rules'
import {
  Button,
  Card,
  FilesShown,
  formatExact,
  goTo,
  Heading,
  KeyValue,
  Loaded,
  Notice,
  Section,
  Stack,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { useMemo } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { NoticeActions } from './NoticeActions'
import { NoticeNumbers } from './NoticeNumbers'
import { writePage } from './pages'
import { Reach } from './Reach'
import { noticeOf } from './resources'
import { NoticeTags } from './tags'
import { Unread } from './Unread'

export function NoticePage() {
  return <Gate>{(me) => <OneNotice me={me} />}</Gate>
}

function OneNotice({ me }: { readonly me: Official }) {
  const { id = '' } = useRouter().params
  const loaded = useResource(noticeOf, id)
  return (
    <OfficialScreen me={me} title="通知" current={pages.channels} back={pages.notices}>
      <Loaded of={loaded}>
        {(notice) => (
          <Stack gap={6} className="g-column">
            <Standing notice={notice} />
            {notice.publishedAt === undefined ? <Said notice={notice} /> : null}
            {notice.state === 'draft' || notice.state === 'awaiting-approval' ? (
              may(me, 'notice.write') ? (
                <Reach notice={notice} />
              ) : null
            ) : null}
            {notice.publishedAt === undefined ? null : <NoticeNumbers me={me} notice={notice} />}
            {notice.state === 'published' && may(me, 'notice.write') ? <Unread me={me} notice={notice} /> : null}
            {notice.publishedAt === undefined ? null : <Said notice={notice} />}
            <NoticeActions notice={notice} />
          </Stack>
        )}
      </Loaded>
    </OfficialScreen>
  )
}

/** What is to be known of it before anything else. */
function Standing({ notice }: { readonly notice: NoticeReply }) {
  const { state, sentBack, withdrawn, approval, corrections, id } = notice
  const [latest] = corrections
  return (
    <>
      {state === 'draft' && sentBack !== undefined ? (
        <Notice
          tone="amber"
          title={`${sentBack.by}退回了`}
          action={
            <Button variant="quiet" icon="edit" onPress={() => goTo(writePage, { id })}>
              去修改
            </Button>
          }
        >
          {sentBack.reason}
        </Notice>
      ) : null}
      {state === 'awaiting-approval' && approval !== undefined ? (
        <Notice tone="amber" title="等待审批">{`${approvalReasons[approval]}，同意以后自动发出。`}</Notice>
      ) : null}
      {withdrawn === undefined ? null : (
        <Notice tone="danger" title={`${withdrawn.by}已撤回`}>
          {`${withdrawn.reason}。读过的居民看得到这个原因。`}
        </Notice>
      )}
      {latest === undefined ? null : <Notice title={`已更正：${latest.note}`}>居民会看到更正，并要重新读一遍。</Notice>}
    </>
  )
}

function Said({ notice }: { readonly notice: NoticeReply }) {
  const { id, content, organisation, where, by, publishedAt, at, condition, except, approved } = notice
  const store = useMemo(
    () => ({
      open: async (fileId: string) => {
        const { url, name, type } = await api.channels.noticeFile({ params: { noticeId: id, fileId } })
        return { url, name, mediaType: type }
      },
    }),
    [id],
  )
  return (
    <Section title="通知内容">
      <Card>
        <Stack gap={3}>
          <Heading level={2} size="title">
            {content.title}
          </Heading>
          <NoticeTags {...notice} />
          <Text pre>{content.text}</Text>
          {content.files.length === 0 ? null : <FilesShown label="照片和附件" files={content.files} store={store} />}
          {content.questions.map(({ key, label, options }) => (
            <Text key={key} tone="quiet">
              {options === undefined ? label : `${label}　${options.map((one) => one.label).join(' / ')}`}
            </Text>
          ))}
          <KeyValue
            rows={[
              { key: '发给', value: [where, condition].filter(Boolean).join('，') },
              ...(except.length === 0 ? [] : [{ key: '不发', value: except.map(({ tail }) => tail).join('、') }]),
              { key: '单位', value: `${organisation.name} ${by}` },
              ...(approved === undefined ? [] : [{ key: '审批', value: approved.by }]),
              {
                key: publishedAt === undefined ? '保存' : '发布',
                value: formatExact(publishedAt ?? at),
              },
              ...(content.publishAt === undefined || publishedAt !== undefined
                ? []
                : [{ key: '定时', value: formatExact(content.publishAt) }]),
              { key: '保留到', value: formatExact(content.expires) },
            ]}
          />
        </Stack>
      </Card>
    </Section>
  )
}
