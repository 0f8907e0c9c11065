import type { AnswerProblem } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, FormView, Heading, Stack, Text } from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { places } from '@/lib/api'
import type { ServiceDraft } from './service-draft'
import type { Tried } from './useTried'

const around = { places, startIn: undefined }

/** The service as a resident meets it on a phone, live; what is typed here is only to try it out. */
export function Preview({
  knowledge,
  draft,
  tried,
  problems = [],
  foot,
}: {
  readonly knowledge: Knowledge
  readonly draft: ServiceDraft
  readonly tried: Tried
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
              {draft.title || '还没有名称'}
            </Heading>
            <Text tone="quiet">{draft.summary}</Text>
          </Stack>
          <FormView
            knowledge={knowledge}
            form={draft.form}
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
