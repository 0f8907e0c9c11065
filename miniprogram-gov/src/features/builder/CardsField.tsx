import type { Subject } from '@zmht/shared/controls'
import { RadioList, Row, Select, Stack } from '@zmht/shared/ui'

/** What one form takes. */
const mostCards = 20
const numbers = (from: number) =>
  Array.from({ length: mostCards - from + 1 }, (_, at) => ({ value: String(from + at), label: String(from + at) }))

/** Whether there is one card or several, and how many at least and at most. */
export function CardsField({
  unit,
  many,
  onChange,
}: {
  /** 「位」 of people, 「份」 of everything else. */
  readonly unit: string
  readonly many: Subject['many']
  readonly onChange: (many: NonNullable<Subject['many']> | null) => void
}) {
  return (
    <Stack gap={3}>
      <RadioList<'one' | 'many'>
        label={`可以填几${unit}`}
        options={[
          { value: 'one', label: `只填一${unit}` },
          { value: 'many', label: `可以填多${unit}`, detail: '一张一张地添加' },
        ]}
        value={many ? 'many' : 'one'}
        onChange={(value) => onChange(value === 'many' ? { min: 1, max: 5 } : null)}
      />
      {many ? (
        <Row gap={3} top>
          <Select
            label={`最少几${unit}`}
            options={numbers(0)}
            value={String(many.min)}
            onChange={(text) => {
              const min = Number(text ?? many.min)
              onChange({ min, max: Math.max(min, many.max, 1) })
            }}
          />
          <Select
            label={`最多几${unit}`}
            options={numbers(1)}
            value={String(many.max)}
            onChange={(text) => {
              const max = Number(text ?? many.max)
              onChange({ min: Math.min(many.min, max), max })
            }}
          />
        </Row>
      ) : null}
    </Stack>
  )
}
