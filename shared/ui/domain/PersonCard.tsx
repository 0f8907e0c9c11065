import type { ReactNode } from 'react'
import { Box } from '../primitives/Box'
import { Card } from '../primitives/Card'
import { Icon } from '../primitives/Icon'
import { Stack } from '../primitives/Stack'
import { Text } from '../primitives/Text'
import { PlaceLine } from './PlaceLine'

/** A person, recognisable everywhere: the first character of the name, the name, what they are here, where. */
export function PersonCard({
  name,
  detail,
  place,
  end,
  onPress,
}: {
  readonly name: string
  readonly detail?: string | undefined
  readonly place?: string | undefined
  readonly end?: ReactNode
  readonly onPress?: (() => void) | undefined
}) {
  return (
    <Card onPress={onPress}>
      <Box className="z-person">
        <Box hidden className="z-person__face">
          {[...name][0] ?? '?'}
        </Box>
        <Stack gap={1} grow>
          <Text size="large" strong>
            {name}
          </Text>
          {detail ? (
            <Text size="small" tone="quiet" numeric>
              {detail}
            </Text>
          ) : null}
          {place ? <PlaceLine tail={place} /> : null}
        </Stack>
        {end}
        {onPress ? <Icon name="chevron" className="z-text--quiet" /> : null}
      </Box>
    </Card>
  )
}
