import { Card, Row, Stack, Tag, Text } from '@zmht/shared/ui'
import type { Entry } from './catalogue'
import { freshWords } from './names'
import { openEntry } from './open'
import { SensitivityTag } from './SensitivityTag'

/** A line of the catalogue on a phone. */
export function EntryCard({ entry }: { readonly entry: Entry }) {
  const fresh = entry.what === 'attribute' ? `有效期 ${freshWords(entry.freshDays)}` : undefined
  return (
    <Card onPress={() => openEntry(entry)}>
      <Stack gap={1}>
        <Row between top gap={2}>
          <Text size="large" strong>
            {entry.name}
          </Text>
          {entry.deprecated ? (
            <Tag>已停用</Tag>
          ) : entry.sensitivity ? (
            <SensitivityTag level={entry.sensitivity} />
          ) : null}
        </Row>
        <Text>{entry.answer}</Text>
        <Text size="small" tone="quiet">
          {[entry.of, fresh].filter(Boolean).join(' · ')}
        </Text>
      </Stack>
    </Card>
  )
}
