import { type Booking, mostSlots, type SettingProblem, type Slot, saySlot } from '@zmht/shared/rules'
import {
  Box,
  Button,
  Card,
  DatePicker,
  Icon,
  nowInstant,
  Pressable,
  Row,
  Stack,
  Switch,
  Text,
  TextInput,
  TimePicker,
} from '@zmht/shared/ui'
import { useState } from 'react'
import {
  blankBooking,
  changedSlot,
  type SlotChange,
  type Stretch,
  stretchProblem,
  withNext,
  withStretch,
} from './slots'

/** `step` names what was changed: typing on in it is one step back. */
type Change = (booking: Booking | undefined, step: string) => void

/** Times that can be booked, how many places each has and how many may wait. */
export function BookingEditor({
  booking,
  problems,
  onChange,
}: {
  readonly booking: Booking | undefined
  readonly problems: readonly SettingProblem[]
  readonly onChange: Change
}) {
  return (
    <Stack gap={3}>
      <Switch
        label="要预约时间或限名额"
        detail="居民先选时间再填写，满了按顺序候补"
        on={booking !== undefined}
        onChange={(on) => onChange(on ? blankBooking() : undefined, on ? 'on' : 'off')}
      />
      {booking === undefined ? null : <Slots booking={booking} onChange={onChange} />}
      {problems.map(({ message }) => (
        <Text key={message} size="small" tone="danger">
          {message}
        </Text>
      ))}
    </Stack>
  )
}

function Slots({ booking, onChange }: { readonly booking: Booking; readonly onChange: Change }) {
  const [open, setOpen] = useState(booking.slots.length === 1 ? booking.slots[0]?.id : undefined)
  const [cutting, setCutting] = useState(false)
  const total = booking.slots.reduce((sum, { capacity }) => sum + (capacity || 0), 0)
  return (
    <>
      <Text size="small" tone="quiet">{`${booking.slots.length} 个时间，一共 ${total} 个名额`}</Text>
      <Box as="ol" role="list" label="可以约的时间" className="g-slots">
        {booking.slots.map((slot) => (
          <Box as="li" key={slot.id}>
            <SlotCard
              slot={slot}
              open={open === slot.id}
              alone={booking.slots.length === 1}
              onOpen={() => setOpen(open === slot.id ? undefined : slot.id)}
              onChange={(change) =>
                onChange(changedSlot(booking, slot.id, change), `${slot.id}.${Object.keys(change).join()}`)
              }
              onRemove={() =>
                onChange({ ...booking, slots: booking.slots.filter(({ id }) => id !== slot.id) }, `${slot.id}.remove`)
              }
            />
          </Box>
        ))}
      </Box>
      {cutting ? (
        <Cut
          slots={booking.slots}
          onCut={(stretch) => {
            setCutting(false)
            setOpen(undefined)
            onChange(withStretch(booking, stretch), `cut.${stretch.day}.${booking.slots.length}`)
          }}
          onClose={() => setCutting(false)}
        />
      ) : (
        <Row gap={2} wrap>
          <Button variant="quiet" icon="plus" onPress={() => setCutting(true)}>
            按天一次加多个
          </Button>
          {booking.slots.length < mostSlots ? (
            <Button
              variant="text"
              onPress={() => {
                const next = withNext(booking)
                setOpen(next.slots.at(-1)?.id)
                onChange(next, `add.${next.slots.length}`)
              }}
            >
              加一个
            </Button>
          ) : null}
        </Row>
      )}
      <TextInput
        label="每个时间可以候补几人"
        hint="有人不来时按顺序补上，并通知本人；0 表示不设候补"
        kind="number"
        maxLength={3}
        value={Number.isNaN(booking.waiting) ? '' : String(booking.waiting)}
        onChange={(text) => onChange({ ...booking, waiting: text === '' ? Number.NaN : Number(text) }, 'waiting')}
      />
      <Switch
        label="一个人同时只能约一个"
        on={booking.perPerson === 1}
        onChange={(on) => {
          const { perPerson: _former, ...rest } = booking
          onChange(on ? { ...rest, perPerson: 1 } : rest, `perPerson.${on}`)
        }}
      />
    </>
  )
}

function SlotCard({
  slot,
  open,
  alone,
  onOpen,
  onChange,
  onRemove,
}: {
  readonly slot: Slot
  readonly open: boolean
  /** The only one: without any nothing can be booked. */
  readonly alone: boolean
  readonly onOpen: () => void
  readonly onChange: (change: SlotChange) => void
  readonly onRemove: () => void
}) {
  const words = saySlot(slot, nowInstant())
  return (
    <Card tone="sunken" label={words}>
      <Stack gap={3}>
        <Row between gap={2}>
          <Pressable className="g-slots__head" expanded={open} onPress={onOpen}>
            <Text strong>{words}</Text>
            <Text size="small" tone="quiet">{`${Number.isNaN(slot.capacity) ? '?' : slot.capacity} 个名额`}</Text>
          </Pressable>
          {alone ? null : (
            <Pressable className="g-row__move" label={`删去 ${words}`} onPress={onRemove}>
              <Icon name="close" />
            </Pressable>
          )}
        </Row>
        {open ? (
          <>
            <DatePicker
              label="哪一天"
              hint="只限名额、不分日子时可以不填"
              value={slot.day}
              onChange={(day) => onChange({ day })}
            />
            <Row gap={3} top>
              <TimePicker label="从几点" value={slot.from} onChange={(from) => onChange({ from })} />
              <TimePicker label="到几点" value={slot.until} onChange={(until) => onChange({ until })} />
            </Row>
            <Row gap={3} top>
              <TextInput
                label="名额"
                kind="number"
                maxLength={5}
                value={Number.isNaN(slot.capacity) ? '' : String(slot.capacity)}
                onChange={(text) => onChange({ capacity: text === '' ? Number.NaN : Number(text) })}
              />
              <TextInput
                label="说明（可不填）"
                maxLength={12}
                placeholder="如：二楼"
                value={slot.label ?? ''}
                onChange={(label) => onChange({ label: label === '' ? undefined : label })}
              />
            </Row>
          </>
        ) : null}
      </Stack>
    </Card>
  )
}

/** A day cut into slots of the same length. */
function Cut({
  slots,
  onCut,
  onClose,
}: {
  readonly slots: readonly Slot[]
  readonly onCut: (stretch: Stretch) => void
  readonly onClose: () => void
}) {
  const [day, setDay] = useState<string>()
  const [from, setFrom] = useState<string | undefined>('09:00')
  const [until, setUntil] = useState<string | undefined>('11:00')
  const [each, setEach] = useState('60')
  const [capacity, setCapacity] = useState('10')
  const [tried, setTried] = useState(false)
  const stretch = {
    ...(day === undefined ? {} : { day }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    each: Number(each),
    capacity: Number(capacity),
  }
  const problem = stretchProblem(stretch, slots)
  const cut = () => {
    setTried(true)
    if (problem === undefined && day !== undefined && from !== undefined && until !== undefined)
      onCut({ day, from, until, each: Number(each), capacity: Number(capacity) })
  }
  return (
    <Card tone="sunken" label="按天一次加多个">
      <Stack gap={3}>
        <DatePicker label="哪一天" value={day} onChange={setDay} />
        <Row gap={3} top>
          <TimePicker label="从几点" value={from} onChange={setFrom} />
          <TimePicker label="到几点" value={until} onChange={setUntil} />
        </Row>
        <Row gap={3} top>
          <TextInput label="每个几分钟" kind="number" maxLength={3} value={each} onChange={setEach} />
          <TextInput label="每个几个名额" kind="number" maxLength={5} value={capacity} onChange={setCapacity} />
        </Row>
        {tried && problem !== undefined ? (
          <Text size="small" tone="danger">
            {problem}
          </Text>
        ) : null}
        <Row gap={2}>
          <Button variant="quiet" onPress={cut}>
            加上这些时间
          </Button>
          <Button variant="text" onPress={onClose}>
            先不
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
