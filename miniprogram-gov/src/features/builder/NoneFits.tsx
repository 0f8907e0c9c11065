import type { EntityKind } from '@zmht/shared/knowledge'
import { Box, Button, goTo, Stack, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'

/** What to do when the city knowledge system has no such attribute: ask it in this form only, or propose it for all. */
export function NoneFits({
  words,
  kind,
  onOwn,
}: {
  readonly words: string
  readonly kind: EntityKind | undefined
  readonly onOwn: () => void
}) {
  return (
    <Box as="section" label="没有合适的内容" className="g-rule-box">
      <Stack gap={2}>
        <Text strong>没有合适的？</Text>
        <Button variant="quiet" icon="plus" onPress={onOwn}>
          {`自己写一个问题：“${words.slice(0, 12)}”`}
        </Button>
        <Button
          variant="text"
          onPress={() => goTo(pages.propose, { name: words.slice(0, 12), ...(kind === undefined ? {} : { of: kind }) })}
        >
          建议加入城市知识体系
        </Button>
        <Text size="small" tone="quiet">
          自己的问题只留在这次申请里；加入知识体系后，填一次到处能用。
        </Text>
      </Stack>
    </Box>
  )
}
