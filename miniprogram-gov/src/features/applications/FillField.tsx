import { daysFilled, type Fill } from '@zmht/shared/applications'
import { Box, DatePicker, Field, RemovableTag, Stack, TextInput } from '@zmht/shared/ui'
import { dayWords } from '@/lib/dates'
import { withDay, withoutDay } from './set-up'

/** One thing the texts leave open, asked the way it is answered. */
export function FillField({
  fill: { name, kind, where },
  value,
  error,
  onChange,
}: {
  readonly fill: Fill
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}) {
  const hint = `写在${where.join('、')}里`
  switch (kind) {
    case 'days':
      return (
        <DaysField
          name={name}
          hint={`用在${where.join('、')}，可以选几天`}
          value={value}
          error={error}
          onChange={onChange}
        />
      )
    case 'date':
      return (
        <DatePicker
          label={name}
          hint={hint}
          value={/^\d{4}-/.test(value) ? value : undefined}
          error={error}
          onChange={(day) => onChange(day ?? '')}
        />
      )
    case 'phone':
    case 'words':
      return (
        <TextInput
          label={name}
          hint={hint}
          {...(kind === 'phone' ? { kind: 'phone' as const } : {})}
          maxLength={kind === 'phone' ? 20 : 100}
          value={value}
          error={error}
          onChange={onChange}
        />
      )
  }
}

/** Several days: each that is chosen stands as a tag, and the box is for another one. */
function DaysField({
  name,
  hint,
  value,
  error,
  onChange,
}: {
  readonly name: string
  readonly hint: string
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}) {
  const days = daysFilled(value)
  return (
    <Stack gap={2}>
      <DatePicker
        label={days.length === 0 ? name : `再加一个${name}`}
        hint={hint}
        optional={days.length > 0}
        value={undefined}
        error={error}
        onChange={(day) => (day === undefined ? undefined : onChange(withDay(value, day)))}
      />
      {days.length === 0 ? null : (
        <Field label={`选好的${name}`} group>
          {() => (
            <Box className="z-removables">
              {days.map((day) => (
                <RemovableTag key={day} onRemove={() => onChange(withoutDay(value, day))}>
                  {dayWords(day)}
                </RemovableTag>
              ))}
            </Box>
          )}
        </Field>
      )}
    </Stack>
  )
}
