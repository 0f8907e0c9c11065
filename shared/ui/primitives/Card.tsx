import type { ReactNode } from 'react'
import { cx } from '../classes'
import { Box } from './Box'
import { Pressable } from './Pressable'
import { Heading } from './Text'

export interface CardProps {
  readonly children: ReactNode
  readonly tone?: 'surface' | 'sunken' | 'accent'
  /** No padding, for rows that reach the edges. */
  readonly flush?: boolean
  readonly className?: string | undefined
  /** Makes the whole card one button. */
  readonly onPress?: (() => void) | undefined
  readonly label?: string | undefined
}

export function Card({ children, tone = 'surface', flush, className, onPress, label }: CardProps) {
  const classes = cx('z-card', tone !== 'surface' && `z-card--${tone}`, flush && 'z-card--flush', className)
  if (onPress) {
    return (
      <Pressable onPress={onPress} label={label} className={cx(classes, 'z-card--press')}>
        {children}
      </Pressable>
    )
  }
  return (
    <Box className={classes} label={label} role={label ? 'group' : undefined}>
      {children}
    </Box>
  )
}

/** A titled part of a page; `action` stands at the end of the title's line. */
export function Section({
  title,
  action,
  children,
}: {
  readonly title?: string
  readonly action?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <Box as="section" className="z-section" label={title}>
      {title || action ? (
        <Box className="z-section__head">
          {title ? <Heading level={2}>{title}</Heading> : null}
          {action}
        </Box>
      ) : null}
      {children}
    </Box>
  )
}
