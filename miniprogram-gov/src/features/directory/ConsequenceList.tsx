import { Card, Icon, Row, Section, Stack, Text } from '@zmht/shared/ui'

/** What will follow, sentence by sentence, before it is done. */
export function ConsequenceList({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Section title="办理后会发生什么">
      <Card>
        <Stack gap={3}>
          {lines.map((words) => (
            <Row key={words} gap={2} top>
              <Icon name="check" className="z-text--accent" />
              <Text>{words}</Text>
            </Row>
          ))}
        </Stack>
      </Card>
    </Section>
  )
}
