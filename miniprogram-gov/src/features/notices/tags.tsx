import type { NoticeCardReply } from '@zmht/shared/contract'
import { type NoticeState, noticeStateNames, type Urgency, urgencies } from '@zmht/shared/rules'
import { Row, Tag, type Tone } from '@zmht/shared/ui'

const stateTones: Readonly<Record<NoticeState, Tone>> = {
  draft: 'amber',
  'awaiting-approval': 'amber',
  scheduled: 'accent',
  published: 'accent',
  expired: 'quiet',
  withdrawn: 'quiet',
}
const urgencyTones: Readonly<Record<Urgency, Tone>> = { routine: 'quiet', important: 'amber', emergency: 'danger' }

/** How urgent it is where that says something, and how far it has come. */
export function NoticeTags({
  urgency,
  state,
  revision,
  wrap = true,
}: Pick<NoticeCardReply, 'urgency' | 'state' | 'revision'> & { readonly wrap?: boolean }) {
  return (
    <Row gap={2} wrap={wrap}>
      {urgency === 'routine' ? null : <Tag tone={urgencyTones[urgency]}>{urgencies[urgency]}</Tag>}
      {revision > 1 ? <Tag tone="amber">更正过</Tag> : null}
      <Tag tone={stateTones[state]}>{noticeStateNames[state]}</Tag>
    </Row>
  )
}
