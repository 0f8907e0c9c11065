import { type Procedure, type SettingProblem, type StepDays, stepNames } from '@zmht/shared/rules'
import { Row, Stack, Text, TextInput } from '@zmht/shared/ui'

/** The steps each way of dealing with a request has. */
const stepsOf: Readonly<Record<Procedure, readonly (keyof StepDays)[]>> = {
  open: [],
  'worker-confirms': ['claim', 'confirm'],
  'partner-confirms': ['claim', 'partner'],
  routed: ['claim'],
}

/** Working days each step may take, inside what is promised for the whole. */
export function StepDaysField({
  procedure,
  days,
  problems,
  onChange,
}: {
  readonly procedure: Procedure
  readonly days: StepDays | undefined
  readonly problems: readonly SettingProblem[]
  readonly onChange: (days: StepDays | undefined, step: string) => void
}) {
  const steps = stepsOf[procedure]
  if (steps.length === 0) return null
  const change = (key: keyof StepDays, text: string) => {
    const { [key]: _former, ...rest } = days ?? {}
    const next = text === '' ? rest : { ...rest, [key]: Number(text) }
    onChange(Object.keys(next).length === 0 ? undefined : next, key)
  }
  return (
    <Stack gap={2}>
      <Text strong>每一步几个工作日内办（可不填）</Text>
      <Row gap={3} top>
        {steps.map((key) => (
          <TextInput
            key={key}
            label={stepNames[key]}
            kind="number"
            maxLength={2}
            value={days?.[key] === undefined ? '' : String(days[key])}
            onChange={(text) => change(key, text)}
          />
        ))}
      </Row>
      {problems.map(({ message }) => (
        <Text key={message} size="small" tone="danger">
          {message}
        </Text>
      ))}
    </Stack>
  )
}
