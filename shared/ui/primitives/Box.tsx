import { View } from '@tarojs/components'
import { createElement, type ReactNode } from 'react'

export type BoxTag =
  | 'div'
  | 'main'
  | 'nav'
  | 'section'
  | 'header'
  | 'footer'
  | 'article'
  | 'aside'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'

export interface BoxProps {
  readonly as?: BoxTag
  readonly className?: string | undefined
  readonly label?: string | undefined
  readonly role?: string | undefined
  readonly hidden?: boolean
  readonly live?: 'polite' | 'assertive'
  readonly id?: string | undefined
  readonly children?: ReactNode
}

/** A block. On h5 the real element (`main`, `nav`, `ul` …), on weapp a view. */
export function Box({ as = 'div', className, label, role, hidden = false, live, id, children }: BoxProps) {
  if (process.env.TARO_ENV === 'h5') {
    return createElement(
      as,
      { className, id, role, 'aria-label': label, 'aria-hidden': hidden || undefined, 'aria-live': live },
      children,
    )
  }
  return (
    <View
      {...(className ? { className } : {})}
      {...(id ? { id } : {})}
      {...(label ? { ariaLabel: label } : {})}
      {...(role ? { ariaRole: role } : {})}
    >
      {children}
    </View>
  )
}
