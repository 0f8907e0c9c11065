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
  onPress,
}: {
  readonly title: string
  readonly summary: string
  readonly end?: ReactNode
  readonly onPress: () => void
}) {
  return (
    <Card onPress={onPress}>
      <Row between>
        <Stack gap={1} grow>
          <Text size="large" strong>
            {title}
          </Text>
          <Text tone="quiet">{summary}</Text>
          {end}
        </Stack>
        <Icon name="chevron" className="z-text--quiet" />
      </Row>
    </Card>
  )
}
