import type { FreshnessReply } from '@zmht/shared/contract'
import { Button, Card, Row, Section, Stack, Text } from '@zmht/shared/ui'

type Column = FreshnessReply['here']['columns'][number]

/** Which of the columns most is missing of, and which are oldest. */
export function ColumnRates({
  here,
  onStale,
}: {
  readonly here: FreshnessReply['here']
  readonly onStale: (() => void) | undefined
}) {
  const weightOf = ({ missing = 0, stale = 0 }: Column): number => missing + stale
  const columns = [...here.columns].sort((one, other) => weightOf(other) - weightOf(one))
  return (
    <Section title="哪些内容最要补">
      <Card>
        <Stack gap={3}>
          {columns.map((column) => (
            <Row key={column.key} between gap={3}>
              <Text>{column.label}</Text>
              <Text size="small" tone={weightOf(column) > 0 ? 'amber' : 'quiet'} numeric>
                {words(column)}
              </Text>
            </Row>
          ))}
          {onStale === undefined ? null : (
            <Row>
              <Button variant="quiet" icon="clock" onPress={onStale}>
                看该更新的名单
              </Button>
            </Row>
          )}
        </Stack>
      </Card>
    </Section>
  )
}

function words({ missing, soon, stale }: Column): string {
  if (missing === undefined && stale === undefined) return '太少，不显示'
  const told = [missing ? `缺 ${missing}` : '', stale ? `过期 ${stale}` : '', soon ? `快过期 ${soon}` : ''].filter(
    (one) => one !== '',
  )
  return told.length === 0 ? '都有，都新鲜' : told.join(' · ')
}
