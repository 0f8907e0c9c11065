import type { Instant } from '@zmht/shared/knowledge'
import type { RequestState } from '@zmht/shared/rules'
import { Text } from '@zmht/shared/ui'
import { clockOf } from './clock'

/** The time left, large enough to act on. */
export function ClockTag({
  request,
  now,
  small,
}: {
  readonly request: { readonly state: RequestState; readonly due: Instant; readonly overdue: boolean }
  readonly now: Instant
  readonly small?: boolean
}) {
  const clock = clockOf(request, now)
  if (!clock) return null
  return (
    <Text inline strong numeric tone={clock.tone} size={small ? 'body' : 'large'} className="g-nowrap">
      {clock.words}
    </Text>
  )
}
