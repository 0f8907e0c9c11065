import type { ReactNode } from 'react'
import { cx } from '../classes'
import { Box } from './Box'
import { Text } from './Text'

export interface TimelineStep {
  readonly key: string
  readonly title: string
  readonly when?: string | undefined
  readonly detail?: ReactNode
  /** Below the words: pictures that go with them. */
  readonly below?: ReactNode
  /** `stopped`: ended without being done (withdrawn, refused). */
  readonly state: 'done' | 'now' | 'ahead' | 'stopped'
}

const stateWords = { done: '已完成', now: '进行中', ahead: '还没到', stopped: '已终止' } as const

/** What happened, what is happening, what comes next. */
export function Timeline({ steps, label }: { readonly steps: readonly TimelineStep[]; readonly label: string }) {
  return (
    <Box as="ol" role="list" label={label} className="z-timeline">
      {steps.map((step, index) => {
        const last = index === steps.length - 1
        return (
          <Box as="li" key={step.key} className={cx('z-timeline__step', last && 'z-timeline__step--last')}>
            <Box hidden className="z-timeline__rail">
              <Box className={cx('z-timeline__dot', step.state !== 'ahead' && `z-timeline__dot--${step.state}`)} />
              {last ? null : (
                <Box className={cx('z-timeline__line', step.state === 'done' && 'z-timeline__line--done')} />
              )}
            </Box>
            <Box className="z-timeline__body">
              <Text strong={step.state === 'now'} tone={step.state === 'ahead' ? 'quiet' : 'ink'}>
                {step.title}
                {process.env.TARO_ENV === 'h5' ? (
                  <Text inline className="z-visually-hidden">
                    {`（${stateWords[step.state]}）`}
                  </Text>
                ) : null}
              </Text>
              {step.when ? (
                <Text size="small" tone="quiet" numeric>
                  {step.when}
                </Text>
              ) : null}
              {typeof step.detail === 'string' ? <Text pre>{step.detail}</Text> : step.detail}
              {step.below}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
