import { Box, Card, DatePicker, Section } from '@zmht/shared/ui'
import type { Editing } from './DraftEditor'

/** From which day until which day a rule is good. */
export function DateFields({ draft, onChange }: Editing) {
  const { from, to } = draft
  const backwards = from !== '' && to !== '' && to < from
  return (
    <Section title="有效期">
      <Card>
        <Box className="g-groups">
          <DatePicker
            label="从哪一天起"
            optional
            value={from === '' ? undefined : from}
            onChange={(day) => onChange({ from: day ?? '' })}
          />
          <DatePicker
            label="到哪一天为止"
            optional
            value={to === '' ? undefined : to}
            onChange={(day) => onChange({ to: day ?? '' })}
            error={backwards ? '结束的日期早于开始的日期' : undefined}
          />
        </Box>
      </Card>
    </Section>
  )
}
