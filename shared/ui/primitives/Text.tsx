import { View, Text as WeappText } from '@tarojs/components'
import { createElement, type ReactNode } from 'react'
import { cx } from '../classes'

export type TextSize = 'display' | 'title' | 'large' | 'body' | 'small'
export type TextTone = 'ink' | 'quiet' | 'accent' | 'amber' | 'danger'

export interface TextProps {
  readonly size?: TextSize
  readonly tone?: TextTone
  readonly strong?: boolean
  /** Figures of equal width, for numbers that stand under one another or change. */
  readonly numeric?: boolean
  /** Keeps line breaks of what a person wrote. */
  readonly pre?: boolean
  /** At most two lines. */
  readonly clamp?: boolean
  readonly inline?: boolean
  readonly className?: string | undefined
  readonly id?: string | undefined
  readonly children: ReactNode
}

function classOf({ size = 'body', tone = 'ink', strong, numeric, pre, clamp, className }: TextProps): string {
  return cx(
    'z-text',
    size !== 'body' && `z-text--${size}`,
    tone !== 'ink' && `z-text--${tone}`,
    strong && 'z-text--strong',
    numeric && 'z-text--numeric',
    pre && 'z-text--pre',
    clamp && 'z-text--clamp',
    className,
  )
}

/** A paragraph, or with `inline` a run of text. */
export function Text(props: TextProps) {
  const className = classOf(props)
  if (process.env.TARO_ENV === 'h5') {
    return createElement(props.inline ? 'span' : 'p', { className, id: props.id }, props.children)
  }
  return props.inline ? (
    <WeappText className={className}>{props.children}</WeappText>
  ) : (
    <View className={className}>{props.children}</View>
  )
}

const sizeOfLevel = { 1: 'title', 2: 'large', 3: 'body' } as const

/** A heading: `h1`–`h3` on h5. Level 1 is the page's title and is given by `Screen`. */
export function Heading({ level, ...rest }: TextProps & { readonly level: 1 | 2 | 3 }) {
  const className = classOf({ size: sizeOfLevel[level], strong: true, ...rest })
  if (process.env.TARO_ENV === 'h5') return createElement(`h${level}`, { className, id: rest.id }, rest.children)
  return (
    <View className={className} ariaRole="heading">
      {rest.children}
    </View>
  )
}
