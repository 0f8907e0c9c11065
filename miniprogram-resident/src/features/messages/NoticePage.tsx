import { useRouter } from '@tarojs/taro'
import type { MessageReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  FilesShown,
  formatMoment,
  formatWhen,
  Heading,
  KeyValue,
  Loaded,
  Notice,
  nowInstant,
  Row,
  Screen,
  Section,
  Stack,
  Tag,
  Text,
  useNow,
  useResource,
  useStore,
} from '@zmht/shared/ui'
import { useMemo, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { Gate } from '../session/Gate'
import { AnswerNotice } from './AnswerNotice'
import { message, messages } from './resources'

export function NoticePage() {
  return <Gate>{() => <OneNotice />}</Gate>
}

/** One notice; that it is shown is its receipt. */
function OneNotice() {
  const { id = '' } = useRouter().params
  const loaded = useResource(message, id)
  return (
    <Screen title="通知" back={pages.messages}>
      <Loaded of={loaded}>
        {(found) => (
          <>
            <Newer shown={found} onLook={() => void loaded.reload()} />
            <Told notice={found} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

/** It was corrected or taken back while it is looked at: shown anew by a tap, for to read it is its receipt. */
function Newer({ shown, onLook }: { readonly shown: MessageReply; readonly onLook: () => void }) {
  const card = useStore(messages.entry('mine')).data?.items.find(({ id }) => id === shown.id)
  if (card === undefined) return null
  const isGone = card.withdrawn !== undefined && shown.withdrawn === undefined
  if (card.revision <= shown.revision && !isGone) return null
  return (
    <Notice
      tone="amber"
      title={isGone ? '这条通知刚刚撤回了' : '这条通知刚刚更正了'}
      action={
        <Button large full onPress={onLook}>
          {isGone ? '看看为什么' : '看更正后的通知'}
        </Button>
      }
    />
  )
}

function Told({ notice }: { readonly notice: MessageReply }) {
  const now = useNow()
  const { id, title, urgency, organisation, where, at, expires, withdrawn, receivers, text, files, revision } = notice
  const store = useMemo(
    () => ({
      open: async (fileId: string) => {
        const { url, name, type } = await api.channels.messageFile({ params: { noticeId: id, fileId } })
        return { url, name, mediaType: type }
      },
    }),
    [id],
  )
  const isOver = expires <= nowInstant()
  if (withdrawn !== undefined)
    return (
      <>
        <Heading level={2} size="title">
          {title}
        </Heading>
        <Notice tone="amber" title="这条通知已撤回，请不要再按它办">
          {`原因：${withdrawn}`}
        </Notice>
        <Card>
          <KeyValue rows={[{ key: '谁发的', value: organisation }]} />
        </Card>
      </>
    )
  return (
    <>
      {urgency === 'emergency' && !isOver ? (
        <Notice tone="danger" title="紧急通知">
          请现在看完，并照通知说的做。
        </Notice>
      ) : null}
      <Stack gap={2}>
        <Heading level={2} size="title">
          {title}
        </Heading>
        <Row gap={2} wrap>
          {urgency === 'important' ? <Tag tone="amber">重要</Tag> : null}
          {revision > 1 ? <Tag tone="amber">更正过</Tag> : null}
          {isOver ? <Tag>已过期</Tag> : null}
          <Text inline size="small" tone="quiet">
            {`${organisation} · ${formatWhen(at, now)}`}
          </Text>
        </Row>
      </Stack>
      <Corrected key={revision} notice={notice} />
      <Card>
        <Stack gap={3}>
          <Text size="large" pre>
            {text}
          </Text>
          {files.length === 0 ? null : <FilesShown label="照片和附件" files={files} store={store} />}
        </Stack>
      </Card>
      <AnswerNotice notice={notice} isOver={isOver} />
      <Card>
        <KeyValue
          rows={[
            { key: '谁发的', value: organisation },
            { key: '发给哪里', value: where },
            { key: '替谁收', value: <Receivers of={receivers} /> },
            { key: '有效到', value: formatMoment(expires, now) },
          ]}
        />
      </Card>
      <Text size="small" tone="quiet">
        {notice.asks
          ? '您打开了通知，发通知的单位就知道您看到了。'
          : '您打开了通知，发通知的单位就知道您看到了，不用再回复。'}
      </Text>
    </>
  )
}

function Receivers({ of }: { readonly of: MessageReply['receivers'] }) {
  return (
    <Stack gap={1}>
      {of.map(({ person, called, place }) => (
        <Text key={person}>{called === '您' ? `您自己（${place}）` : `${called}（${place}）`}</Text>
      ))}
    </Stack>
  )
}

/** What a correction says, and what it replaces. */
function Corrected({ notice: { corrections, before, title } }: { readonly notice: MessageReply }) {
  const now = useNow()
  const [open, setOpen] = useState(false)
  const [latest, ...earlier] = corrections
  if (latest === undefined) return null
  return (
    <Section>
      <Notice tone="amber" title={`更正（${formatWhen(latest.at, now)}）`}>
        <Stack gap={2}>
          <Text size="large">{latest.note}</Text>
          {earlier.map(({ note, at }) => (
            <Text key={at} size="small" tone="quiet">{`${formatWhen(at, now)}也更正过：${note}`}</Text>
          ))}
        </Stack>
      </Notice>
      {before === undefined ? null : (
        <Stack gap={2}>
          <Button variant="text" icon={open ? 'up' : 'down'} expanded={open} onPress={() => setOpen(!open)}>
            {open ? '收起更正前的通知' : '看更正前是怎么说的'}
          </Button>
          {open ? (
            <Card tone="sunken" label="更正前">
              <Stack gap={2}>
                <Text size="small" tone="quiet">
                  更正前的内容，已经作废
                </Text>
                {before.title === title ? null : <Text strong>{before.title}</Text>}
                <Text pre>{before.text}</Text>
              </Stack>
            </Card>
          ) : null}
        </Stack>
      )}
    </Section>
  )
}
