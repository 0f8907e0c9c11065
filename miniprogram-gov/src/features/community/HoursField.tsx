import { mostSpans, weekdayNames, weekdays } from '@zmht/shared/rules'
import { Button, Card, CheckboxList, Field, Row, Stack, TimePicker } from '@zmht/shared/ui'
import { officeSpan, type SpanDraft } from './entry-draft'

type Spans = readonly SpanDraft[]

/** When something is open: weekdays with a time from and to, as many spans as it takes. */
export function HoursField({
  spans,
  error,
  onChange,
}: {
  readonly spans: Spans
  readonly error: string | undefined
  readonly onChange: (changed: (before: Spans) => Spans) => void
}) {
  const set = (index: number, change: (span: SpanDraft) => SpanDraft) =>
    onChange((before) => before.map((span, at) => (at === index ? change(span) : span)))
  return (
    <Field label="开放时间" hint="填了以后，居民能看到现在开没开门" error={error} group optional>
      {() => (
        <Stack gap={3}>
          {spans.map((span, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have nothing else that tells them apart
            <Card key={index} tone="sunken" label={`第 ${index + 1} 段时间`}>
              <Stack gap={3}>
                <CheckboxList
                  inline
                  label="星期"
                  options={weekdays.map((day) => ({ value: String(day), label: weekdayNames[day] ?? '' }))}
                  values={span.days.map(String)}
                  onChange={(days) => set(index, (before) => ({ ...before, days: days.map(Number).sort() }))}
                />
                <TimePicker
                  label="开门"
                  value={span.from}
                  onChange={(from) =>
                    set(index, ({ from: _former, ...rest }) => (from === undefined ? rest : { ...rest, from }))
                  }
                />
                <TimePicker
                  label="关门"
                  hint="早于开门的，算第二天；开到半夜填 00:00"
                  value={span.to === '24:00' ? '00:00' : span.to}
                  onChange={(to) =>
                    set(index, ({ to: _former, ...rest }) => (to === undefined ? rest : { ...rest, to }))
                  }
                />
                <Row>
                  <Button
                    variant="text-danger"
                    label={`去掉这段：第 ${index + 1} 段时间`}
                    onPress={() => onChange((before) => before.filter((_, at) => at !== index))}
                  >
                    去掉这段
                  </Button>
                </Row>
              </Stack>
            </Card>
          ))}
          {spans.length >= mostSpans ? null : (
            <Row>
              <Button variant="quiet" icon="plus" onPress={() => onChange((before) => [...before, officeSpan])}>
                加一段时间
              </Button>
            </Row>
          )}
        </Stack>
      )}
    </Field>
  )
}
