import { Box, Icon, type IconName, Pressable, Row, Text } from '@zmht/shared/ui'
import type { ReactNode } from 'react'

/** One thing that can be put into the form. */
export function PaletteButton({
  name,
  detail,
  icon = 'plus',
  end,
  bare,
  onPress,
}: {
  readonly name: string
  readonly detail?: string
  readonly icon?: IconName
  readonly end?: ReactNode
  /** It is no item of a list by itself. */
  readonly bare?: boolean
  readonly onPress: () => void
}) {
  const button = (
    <Pressable className="g-palette__item" onPress={onPress}>
      <Icon name={icon} className="g-palette__plus" />
      <Box className="z-grow">
        <Row gap={2} wrap>
          <Text inline>{name}</Text>
          {end}
        </Row>
        {detail ? (
          <Text size="small" tone="quiet">
            {detail}
          </Text>
        ) : null}
      </Box>
    </Pressable>
  )
  return bare ? button : <Box as="li">{button}</Box>
}
