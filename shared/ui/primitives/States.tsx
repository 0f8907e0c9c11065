import type { ReactNode } from 'react'
import { Problem } from '../../problems'
import { cx } from '../classes'
import { Box } from './Box'
import { Button } from './Button'
import { Card } from './Card'
import { Icon, type IconName } from './Icon'
import { Stack } from './Stack'
import { Heading, Text } from './Text'

/** Grey bars where content will stand. */
export function Skeleton({ lines = 2 }: { readonly lines?: number }) {
  return (
    <Stack gap={3}>
      <Box className="z-skeleton z-skeleton--title" />
      {Array.from({ length: lines }, (_, index) => (
        <Box key={index} className={cx('z-skeleton', index === lines - 1 ? 'z-skeleton--short' : 'z-skeleton--line')} />
      ))}
    </Stack>
  )
}

/** What a list shows while its first page is under way. */
export function SkeletonList({ count = 3 }: { readonly count?: number }) {
  return (
    <Box label="正在加载" role="status">
      <Stack gap={3}>
        {Array.from({ length: count }, (_, index) => (
          <Card key={index}>
            <Skeleton />
          </Card>
        ))}
      </Stack>
    </Box>
  )
}

/** Nothing here, and what to do about it. */
export function EmptyState({
  icon = 'info',
  title,
  detail,
  action,
}: {
  readonly icon?: IconName
  readonly title: string
  readonly detail?: string
  readonly action?: ReactNode
}) {
  return (
    <Box className="z-state">
      <Box hidden className="z-state__mark">
        <Icon name={icon} />
      </Box>
      <Heading level={2}>{title}</Heading>
      {detail ? <Text tone="quiet">{detail}</Text> : null}
      {action}
    </Box>
  )
}

/** What a person is told of any failure: our problems in their own words, everything else as a connection that failed. */
export function problemWords(error: unknown): { readonly title: string; readonly detail: string } {
  if (error instanceof Problem) return { title: error.document.title, detail: error.document.detail }
  return { title: '网络不通', detail: '没有连上网络，已填写的内容都还在。请检查网络后重试。' }
}

/** What happened, what was kept, what to do. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const words = problemWords(error)
  return (
    <Box className="z-state" role="alert">
      <Box hidden className="z-state__mark z-state__mark--danger">
        <Icon name="alert" />
      </Box>
      <Heading level={2}>{words.title}</Heading>
      <Text tone="quiet">{words.detail}</Text>
      {onRetry ? (
        <Button variant="quiet" icon="refresh" onPress={onRetry}>
          重试
        </Button>
      ) : null}
    </Box>
  )
}

/** A sentence or two that matter here. */
export function Notice({
  tone = 'accent',
  title,
  children,
  action,
}: {
  readonly tone?: 'accent' | 'amber' | 'danger'
  readonly title?: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  const variant = tone === 'accent' ? undefined : tone
  return (
    <Box className={cx('z-notice', variant && `z-notice--${variant}`)} role={tone === 'danger' ? 'alert' : undefined}>
      <Box hidden className={cx('z-notice__icon', variant && `z-notice__icon--${variant}`)}>
        <Icon name={tone === 'accent' ? 'info' : 'alert'} />
      </Box>
      <Stack gap={1} grow>
        {title ? <Text strong>{title}</Text> : null}
        {typeof children === 'string' ? <Text>{children}</Text> : children}
        {action}
      </Stack>
    </Box>
  )
}

/** The problem of an action, shown beside its button. */
export function ProblemNotice({ error }: { readonly error: unknown }) {
  const words = problemWords(error)
  return (
    <Notice tone="danger" title={words.title}>
      {words.detail}
    </Notice>
  )
}
