import type { ReactNode } from 'react'
import { cx } from '../classes'
import { Box, type BoxTag } from './Box'

type Gap = 1 | 2 | 3 | 4 | 6

export interface StackProps {
  readonly as?: BoxTag
  readonly gap?: Gap
  readonly grow?: boolean
  readonly className?: string | undefined
  readonly label?: string | undefined
  readonly children?: ReactNode
}

/** One under the other. */
export function Stack({ as = 'div', gap = 3, grow, className, label, children }: StackProps) {
  return (
    <Box as={as} label={label} className={cx('z-stack', `z-gap-${gap}`, grow && 'z-grow', className)}>
      {children}
    </Box>
  )
}

/** Side by side. */
export function Row({
  as = 'div',
  gap = 3,
  grow,
  className,
  label,
  children,
  between,
  wrap,
  top,
}: StackProps & { readonly between?: boolean; readonly wrap?: boolean; readonly top?: boolean }) {
  return (
    <Box
      as={as}
      label={label}
      className={cx(
        'z-row',
        `z-gap-${gap}`,
        between && 'z-row--between',
        wrap && 'z-row--wrap',
        top && 'z-row--top',
        grow && 'z-grow',
        className,
      )}
    >
      {children}
    </Box>
  )
}
