import { Box } from '../primitives/Box'
import { Icon } from '../primitives/Icon'
import { Text } from '../primitives/Text'

/** Where, as the shortest tail that is unambiguous: 「花家地北里 3号楼 2单元」. */
export function PlaceLine({ tail }: { readonly tail: string }) {
  return (
    <Box className="z-place-line">
      <Icon name="place" className="z-place-line__icon" />
      <Text inline size="small" tone="quiet">
        {tail}
      </Text>
    </Box>
  )
}
