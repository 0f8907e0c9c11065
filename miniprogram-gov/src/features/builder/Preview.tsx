import { emptyAnswers, type Form } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, type FormDraft, FormView, Heading, Stack, Text, useNow } from '@zmht/shared/ui'
import { useState } from 'react'
import { places } from '@/lib/api'
import type { ServiceDraft } from './service-draft'

const around = { places, startIn: undefined }

/** The service as a resident meets it on a phone, live; what is typed here is only to try it out. */
export function Preview({ knowledge, draft }: { readonly knowledge: Knowledge; readonly draft: ServiceDraft }) {
  const now = useNow()
  const [tried, setTried] = useState<FormDraft>({ answers: {}, confirmed: [] })
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
            prefill={{}}
            draft={{ ...tried, answers: fitting(knowledge, draft.form, tried) }}
            onChange={setTried}
            problems={[]}
            around={around}
            now={now}
          />
          <Box hidden className="z-button z-button--primary z-button--full g-phone__submit">
            提交
          </Box>
        </Stack>
      </Box>
    </Box>
  )
}

/** What was tried out stays while the form changes under it, as far as it still fits. */
function fitting(knowledge: Knowledge, form: Form, tried: FormDraft): FormDraft['answers'] {
  return Object.fromEntries(
    Object.entries(emptyAnswers(knowledge, form)).map(([key, blank]) => {
      const answers = tried.answers[key]
      const many = form.subjects.some((subject) => subject.key === key && subject.many)
      return [key, answers && (many || answers.length === blank.length) ? answers : blank]
    }),
  )
}
