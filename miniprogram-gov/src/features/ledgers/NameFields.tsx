import { Card, Section, Stack, TextArea, TextInput } from '@zmht/shared/ui'
import type { Editing } from './LedgerEditor'

/** What the ledger is called and what it is for. */
export function NameFields({ draft, wrong, onContent }: Editing) {
  return (
    <Section title="名称和用途">
      <Card>
        <Stack gap={4}>
          <TextInput
            label="名称"
            placeholder="如独居老人"
            maxLength={30}
            value={draft.content.name}
            error={wrong('name')}
            onChange={(name) => onContent({ name })}
          />
          <TextArea
            label="用途"
            optional
            hint="一句话说明登记来做什么，看到台账的人都能读到。"
            maxLength={200}
            value={draft.content.about}
            onChange={(about) => onContent({ about })}
          />
        </Stack>
      </Card>
    </Section>
  )
}
