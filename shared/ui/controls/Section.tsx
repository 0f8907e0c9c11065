import { Stack } from '../primitives/Stack'
import { Heading, Text } from '../primitives/Text'
import type { ControlProps } from './control'

/** The heading of what follows. */
export function SectionControl({ control }: ControlProps) {
  return (
    <Stack gap={1} className="z-form-section">
      <Heading level={3} size="large">
        {control.label}
      </Heading>
      {control.hint ? (
        <Text size="small" tone="quiet">
          {control.hint}
        </Text>
      ) : null}
    </Stack>
  )
}
