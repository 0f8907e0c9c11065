import type { SlotLeftReply } from '@zmht/shared/contract'
import { sayHours } from '@zmht/shared/rules'
import { Box, Field, Heading, Pressable, Stack, Text, useNow, useResource } from '@zmht/shared/ui'
import { byDay, wordsInDay } from './by-day'
import { slotsLeft, useLiveSlots } from './resources'

/** Times to choose from, by day, each with what is left of it, live while somebody chooses. */
export function SlotPicker({
  channelId,
  slots,
  value,
  error,
  onChange,
}: {
  readonly channelId: string
  /** What was left when the page opened. */
  readonly slots: readonly SlotLeftReply[]
  readonly value: string | undefined
  readonly error?: string | undefined
  readonly onChange: (slot: string) => void
}) {
  const now = useNow()
  const live = useResource(slotsLeft, channelId)
  useLiveSlots(channelId)
  const days = byDay(live.data?.items ?? slots, now)
  if (days.length === 0) return <Text tone="quiet">现在没有可以约的时间。</Text>
  return (
    <Field label="选一个时间" group error={error}>
      {() => (
        <Stack gap={4}>
          {days.map((day) => (
            <Stack key={day.key} gap={2}>
              {day.title === '' ? null : <Heading level={3}>{day.title}</Heading>}
              <Box className="z-slots">
                {day.slots.map((slot) => (
                  <OneSlot key={slot.id} slot={slot} on={slot.id === value} onPress={() => onChange(slot.id)} />
                ))}
              </Box>
            </Stack>
          ))}
        </Stack>
      )}
    </Field>
  )
}

function OneSlot({
  slot,
  on,
  onPress,
}: {
  readonly slot: SlotLeftReply
  readonly on: boolean
  readonly onPress: () => void
}) {
  const hours = sayHours(slot.from, slot.until)
  const isShut = slot.offers === 'nothing' && !on
  return (
    <Pressable
      className={`z-slots__one${on ? ' z-slots__one--on' : ''}`}
      role="radio"
      pressed={on}
      disabled={isShut}
      onPress={onPress}
    >
      <Text strong>{hours || wordsInDay(slot)}</Text>
      <Text size="small" tone={slot.offers === 'place' ? 'accent' : 'quiet'}>
        {[hours === '' ? undefined : slot.label, slot.saysLeft].filter(Boolean).join(' · ')}
      </Text>
    </Pressable>
  )
}
