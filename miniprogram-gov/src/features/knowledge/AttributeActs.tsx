import type { Attribute, Knowledge } from '@zmht/shared/knowledge'
import { Button, Card, goTo, Stack, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'

/** What may be proposed about an attribute. */
export function AttributeActs({
  knowledge,
  attribute,
}: {
  readonly knowledge: Knowledge
  readonly attribute: Attribute
}) {
  const needed = attribute.naturalKey === true || knowledge.derivedFrom(attribute.code).length > 0
  return (
    <Card>
      <Stack gap={2}>
        <Button full icon="edit" onPress={() => goTo(pages.propose, { revise: attribute.code })}>
          提议修改
        </Button>
        {needed ? (
          <Text size="small" tone="quiet">
            {attribute.naturalKey ? '靠它辨认是谁，不能停用。' : '别的资料由它得出，不能停用。'}
          </Text>
        ) : (
          <Button full variant="quiet" onPress={() => goTo(pages.propose, { deprecate: attribute.code })}>
            提议停用
          </Button>
        )}
      </Stack>
    </Card>
  )
}
