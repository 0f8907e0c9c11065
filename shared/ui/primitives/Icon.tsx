import { cx } from '../classes'
import { Box } from './Box'

export const iconNames = [
  'home',
  'services',
  'message',
  'person',
  'family',
  'back',
  'chevron',
  'down',
  'check',
  'plus',
  'close',
  'search',
  'clock',
  'phone',
  'place',
  'alert',
  'refresh',
  'edit',
  'star',
  'calendar',
  'shield',
  'text-size',
  'leave',
  'ledger',
  'task',
  'channel',
  'chart',
  'drag',
  'trash',
  'copy',
  'publish',
  'undo',
  'redo',
  'eye',
  'settings',
  'up',
  'info',
  'document',
  'star-full',
] as const
export type IconName = (typeof iconNames)[number]

/** A line icon in the colour of the text beside it. Decoration only: the word beside it is what is read. */
export function Icon({ name, className }: { readonly name: IconName; readonly className?: string | undefined }) {
  return <Box hidden className={cx('z-icon', `z-icon--${name}`, className)} />
}
