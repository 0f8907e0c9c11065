import { Box, goTo, Icon, Pressable, Text, useWide } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'

/** 找一找 at the top of the home page on a phone: opens the page that searches. On a PC the box stands in the header. */
export function FindLink() {
  if (useWide()) return null
  return (
    <Pressable className="g-find-link" onPress={() => goTo(pages.find)}>
      <Icon name="search" />
      <Box className="z-grow">
        <Text inline tone="quiet">
          找一找：人、地点、单位、车牌、编号
        </Text>
      </Box>
    </Pressable>
  )
}
