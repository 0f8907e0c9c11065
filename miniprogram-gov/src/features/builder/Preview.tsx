import type { AnswerProblem, Form } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, FormView, Heading, Stack, Text } from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { places } from '@/lib/api'
import type { Tried } from './useTried'

export interface LiveForm {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly heading: string
  readonly summary: string | undefined
  readonly tried: Tried
}

const around = { places, startIn: undefined }

/** The form as whoever fills it in meets it on a phone, live; what is typed here is only to try it out. */
export function Preview({
  knowledge,
  form,
  heading,
  summary,
  tried,
  problems = [],
  foot,
}: LiveForm & {
  readonly problems?: readonly AnswerProblem[]
  /** Stands in place of the button that does nothing here. */
  readonly foot?: ReactNode
}) {
  return (
    <Box as="section" label="手机预览" className="g-phone">
      <Box className="g-phone__screen">
        <Stack gap={4}>
          <Stack gap={1}>
            <Heading level={2} size="title">
              {heading || '还没有名称'}
            </Heading>
            {summary ? <Text tone="quiet">{summary}</Text> : null}
          </Stack>
          <FormView
            knowledge={knowledge}
            form={form}
            prefill={tried.prefill}
            draft={tried.draft}
            onChange={tried.change}
            problems={problems}
            around={around}
            now={tried.now}
          />
          {foot ?? (
            <Box hidden className="z-button z-button--primary z-button--full g-phone__submit">
              提交
            </Box>
          )}
        </Stack>
      </Box>
    </Box>
  )
}
