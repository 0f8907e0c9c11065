import { formatWhen, goTo, type IconName, ListRow, Row, Stack, Tag, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { setSeen } from './kept'
import type { Line } from './stream'

const iconOf: Readonly<Record<Line['kind'], IconName>> = {
  notice: 'message',
  progress: 'task',
  system: 'shield',
  picture: 'eye',
}

/** One line of the message centre: what it is, whether it waits, from whom, when. */
export function MessageRow({
  line,
  person,
  now,
  below,
}: {
  readonly line: Line
  readonly person: string
  readonly now: string
  /** Not the first of its list. */
  readonly below: boolean
}) {
  const emergency = line.kind === 'notice' && line.notice.urgency === 'emergency'
  return (
    <ListRow
      line={below}
      icon={emergency ? 'alert' : iconOf[line.kind]}
      title={line.title}
      detail={
        <Stack gap={1}>
          <Text size="small" tone="quiet">
            {line.detail}
          </Text>
          <Row gap={2} wrap>
            <Text inline size="small" tone="quiet" numeric>
              {formatWhen(line.at, now)}
            </Text>
            {tagsOf(line)}
          </Row>
        </Stack>
      }
      onPress={() => {
        if (line.kind !== 'notice') setSeen(person, line.key, line.at)
        open(line)
      }}
    />
  )
}

function tagsOf(line: Line) {
  const notice = line.kind === 'notice' && line.notice.withdrawn === undefined ? line.notice : undefined
  return (
    <>
      {notice?.urgency === 'emergency' ? <Tag tone={line.unread ? 'danger' : 'quiet'}>紧急</Tag> : null}
      {notice?.urgency === 'important' ? <Tag tone={line.unread ? 'amber' : 'quiet'}>重要</Tag> : null}
      {notice?.asks ? (
        <Tag tone={notice.answered ? 'quiet' : 'accent'}>{notice.answered ? '已回答' : '等您回答'}</Tag>
      ) : null}
      {line.unread && line.muted ? <Tag>未读，不提醒</Tag> : null}
    </>
  )
}

function open(line: Line): void {
  if (line.kind === 'notice') goTo(pages.notice, { id: line.notice.id })
  else if (line.kind === 'progress') goTo(pages.request, { id: line.request.id })
  else if (line.kind === 'picture') goTo(pages.request, { id: line.request })
  else goTo(line.opens === 'looks' ? pages.looks : pages.charges)
}
