import { cx } from '../classes'
import { Box } from './Box'
import { Text } from './Text'

export type Tone = 'quiet' | 'accent' | 'amber' | 'danger'

/** A word or two that classify. Danger is only for what is late or dangerous. */
export function Tag({ children, tone = 'quiet' }: { readonly children: string; readonly tone?: Tone }) {
  return <Box className={cx('z-tag', tone !== 'quiet' && `z-tag--${tone}`)}>{children}</Box>
}

/** A count on something; nothing when zero. */
export function Badge({ count, label }: { readonly count: number; readonly label: string }) {
  if (count <= 0) return null
  return (
    <Box className="z-badge">
      {count > 99 ? '99+' : String(count)}
      {process.env.TARO_ENV === 'h5' ? (
        <Text inline className="z-visually-hidden">
          {label}
        </Text>
      ) : null}
    </Box>
  )
}
