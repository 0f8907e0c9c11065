import { Card } from '../primitives/Card'
import { Checkbox } from '../primitives/Choice'
import { Stack } from '../primitives/Stack'
import { Heading, Text } from '../primitives/Text'
import type { ControlProps } from './control'

/** Words to read; nothing to answer. */
export function ExplanationControl({ control }: ControlProps) {
  return (
    <Card tone="sunken">
      <Stack gap={1}>
        {control.label ? <Heading level={3}>{control.label}</Heading> : null}
        {control.text ? <Text pre>{control.text}</Text> : null}
      </Stack>
    </Card>
  )
}

/** Something to agree to, in full sight. */
export function ConsentControl({ control, value, onChange, error }: ControlProps) {
  return (
    <Card>
      <Stack gap={2}>
        {control.text ? <Text pre>{control.text}</Text> : null}
        <Checkbox
          label={control.label}
          checked={value === true}
          onChange={(agreed) => onChange(agreed ? true : undefined)}
          error={error}
        />
      </Stack>
    </Card>
  )
}
