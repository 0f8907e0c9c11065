import { withRole } from '@zmht/shared/applications'
import type { ApplicationContent } from '@zmht/shared/contract'
import { Card, Section, Stack, Text, TextInput } from '@zmht/shared/ui'
import type { ChangeContent } from './PartsEditor'

/** What the organisations that take part are called here; which ones they are is asked when it is opened. */
export function RolesEditor({
  content,
  onChange,
}: {
  readonly content: ApplicationContent
  readonly onChange: ChangeContent
}) {
  if (content.roles.length === 0) return null
  return (
    <Section title="参与的单位">
      <Card>
        <Stack gap={4}>
          <Text size="small" tone="quiet">
            这里只写它做什么；是哪个单位，开通时再选，别处可以选别的。
          </Text>
          {content.roles.map((role) => (
            <Stack key={role.key} gap={3}>
              <TextInput
                label="怎么称呼"
                maxLength={20}
                value={role.name}
                onChange={(name) => onChange((before) => withRole(before, { ...role, name }))}
              />
              <TextInput
                label="它做什么"
                maxLength={60}
                value={role.about}
                onChange={(about) => onChange((before) => withRole(before, { ...role, about }))}
              />
            </Stack>
          ))}
        </Stack>
      </Card>
    </Section>
  )
}
