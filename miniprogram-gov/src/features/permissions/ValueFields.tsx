import { sensitivities } from '@zmht/shared/knowledge'
import { Box, Card, Section, Select, Stack, Text } from '@zmht/shared/ui'
import type { Editing } from './DraftEditor'
import { accessOptions, sensitivityNames } from './words'

/** How much of the values is shown, by sensitivity. */
export function ValueFields({ draft, onChange }: Editing) {
  const spoken = draft.sensitivities.length === 0 ? sensitivities : draft.sensitivities
  return (
    <Section title="看到多少">
      <Card>
        <Stack gap={3}>
          <Box className="g-groups">
            {sensitivities
              .filter((one) => spoken.includes(one))
              .map((one) => (
                <Select
                  key={one}
                  label={sensitivityNames[one]}
                  options={accessOptions}
                  value={draft.fields[one]}
                  onChange={(chosen) => {
                    if (chosen !== undefined) onChange({ fields: { ...draft.fields, [one]: chosen } })
                  }}
                />
              ))}
          </Box>
          <Text size="small" tone="quiet">
            敏感个人信息选了“看原文”，每次看还要写明用途，并留下记录。
          </Text>
        </Stack>
      </Card>
    </Section>
  )
}
