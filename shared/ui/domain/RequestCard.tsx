import type { RequestCardReply } from '../../contract'
import { sayBooked } from '../../rules/booking'
import { ended, type RequestState, requestStateNames } from '../../rules/request'
import { formatDue, formatWhen } from '../format/when'
import { Card } from '../primitives/Card'
import { Row, Stack } from '../primitives/Stack'
import { Tag, type Tone } from '../primitives/Tag'
import { Text } from '../primitives/Text'
import { PlaceLine } from './PlaceLine'

const toneOfState: Readonly<Record<RequestState, Tone>> = {
  submitted: 'accent',
  queued: 'amber',
  listed: 'accent',
  claimed: 'accent',
  returned: 'amber',
  confirmed: 'accent',
  closed: 'quiet',
  declined: 'quiet',
  withdrawn: 'quiet',
  withheld: 'amber',
}

/** The state of a request in words, the same everywhere. */
export function RequestStateTag({ state }: { readonly state: RequestState }) {
  return <Tag tone={toneOfState[state]}>{requestStateNames[state]}</Tag>
}

/** How long until the promised time, or that it has passed; of a request with a time, when that is. Nothing once the request has ended. */
export function DueTag({
  state,
  due,
  overdue,
  booked,
  now,
}: {
  readonly state: RequestState
  readonly due: string
  readonly overdue: boolean
  readonly booked?: RequestCardReply['booked']
  readonly now: string
}) {
  if (ended.includes(state) || state === 'returned') return null
  const words = booked?.says === undefined ? undefined : sayBooked(state, booked.has, booked.says)
  if (words !== undefined) return <Text strong>{words}</Text>
  if (overdue) return <Tag tone="danger">已超过预计时间</Tag>
  const soon = Date.parse(due) - Date.parse(now) < 86_400_000
  return <Tag tone={soon ? 'amber' : 'quiet'}>{`预计${formatDue(due, now)}`}</Tag>
}

/** One request, recognisable everywhere. `showWho`: for those who handle requests of many. */
export function RequestCard({
  request,
  now,
  onPress,
  showWho = false,
}: {
  readonly request: RequestCardReply
  readonly now: string
  readonly onPress: () => void
  readonly showWho?: boolean
}) {
  return (
    <Card onPress={onPress}>
      <Stack gap={2}>
        <Row between top>
          <Text size="large" strong>
            {request.title}
          </Text>
          <RequestStateTag state={request.state} />
        </Row>
        {showWho ? <Text>{request.who}</Text> : null}
        <Row between wrap gap={2}>
          <PlaceLine tail={request.place} />
          <DueTag
            state={request.state}
            due={request.due}
            overdue={request.overdue}
            {...(request.booked === undefined ? {} : { booked: request.booked })}
            now={now}
          />
        </Row>
        <Text size="small" tone="quiet" numeric>
          {`${formatWhen(request.updatedAt, now)}有进展 · 编号 ${request.number}`}
        </Text>
      </Stack>
    </Card>
  )
}
