import type { ReactNode } from 'react'
import { Card } from '../primitives/Card'
import { Icon } from '../primitives/Icon'
import { Row, Stack } from '../primitives/Stack'
import { Text } from '../primitives/Text'

/** A service offered here: its name and one line. `end`: a tag where something is waiting (a draft). */
export function ServiceCard({
  title,
  summary,
  end,
  shut,
  onPress,
}: {
  readonly title: string
  readonly summary: string
  readonly end?: ReactNode
  /** It takes nothing now: shown more quietly, and still opens. */
  readonly shut?: boolean
  readonly onPress: () => void
}) {
  return (
    <Card onPress={onPress}>
      <Row between>
        <Stack gap={1} grow>
          <Text size="large" strong tone={shut ? 'quiet' : 'ink'}>
            {title}
          </Text>
          <Text tone="quiet">{summary}</Text>
          {end === undefined ? null : <Row wrap>{end}</Row>}
        </Stack>
        <Icon name="chevron" className="z-text--quiet" />
      </Row>
    </Card>
  )
}
