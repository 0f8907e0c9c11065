import type { TaskCardReply } from '@zmht/shared/contract'
import type { ErrandMark } from './errand.store'

/** A person's name to who may not see names. */
export const hiddenName = (name: string): string => `${[...name][0] ?? ''}**`

/** What an errand is about. */
export const showErrand = (
  { item, origin, kind, name, place }: ErrandMark,
  isNamed: boolean,
): NonNullable<TaskCardReply['errand']> => ({
  item,
  ...origin,
  name: isNamed || kind !== 'person' ? name : hiddenName(name),
  place,
})
