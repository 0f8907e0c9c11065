import { Box, Button, Row, Text } from '@zmht/shared/ui'

/** A rule that was brought in and says more than can be changed here: read out, and taken away only when asked to. */
export function FixedRule({
  label,
  says,
  removes,
  onRemove,
}: {
  readonly label: string
  readonly says: string
  readonly removes: string
  readonly onRemove: () => void
}) {
  return (
    <Box as="section" label={label} className="g-rule">
      <Text strong>{label}</Text>
      <Text>{says}</Text>
      <Text size="small" tone="quiet">
        这条规则较复杂，照样有效；想改的话，可以移除后重设。
      </Text>
      <Row>
        <Button variant="text-danger" icon="trash" onPress={onRemove}>
          {removes}
        </Button>
      </Row>
    </Box>
  )
}
