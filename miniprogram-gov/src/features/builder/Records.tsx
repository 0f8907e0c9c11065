import { type Control, type Form, isAttributeControl } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Button, goTo, KeyValue, Row, Stack, Tag, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { controlWords } from './control-words'
import { ownOf } from './own-kinds'

/** Where the answer goes: into the city's knowledge, or only with this request. */
export function Records({
  knowledge,
  form,
  control,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly control: Control
}) {
  const { binding } = control
  const subject = form.subjects.find((one) => one.key === binding?.subject)
  if (ownOf(control)) {
    return (
      <Stack gap={2}>
        <Row gap={2} wrap>
          <Tag>这张表自己的问题</Tag>
          <Tag>{controlWords[control.kind]}</Tag>
        </Row>
        <Text size="small" tone="quiet">
          回答只留在这次申请里，下次还要再填。很多服务都要问的，建议加入城市知识体系。
        </Text>
        {subject && subject.is.by !== 'own' ? (
          <Row>
            <Button
              variant="text"
              onPress={() => goTo(pages.propose, { name: control.label.slice(0, 12), of: subject.kind })}
            >
              建议加入城市知识体系
            </Button>
          </Row>
        ) : null}
      </Stack>
    )
  }
  const what = isAttributeControl(control) ? knowledge.attribute(control.binding.attribute) : undefined
  const relation = binding && 'relation' in binding ? knowledge.relationType(binding.relation) : undefined
  const sensitivity = what?.sensitivity ?? relation?.sensitivity
  return (
    <Stack gap={2}>
      <KeyValue
        rows={[
          { key: '记到谁名下', value: subject?.name ?? '还没有选' },
          { key: '记作', value: what?.name ?? relation?.name ?? '还没有选' },
        ]}
      />
      <Row gap={2} wrap>
        <Tag>{controlWords[control.kind]}</Tag>
        {sensitivity === 'sensitive' ? (
          <Tag tone="amber">敏感信息，查看要写理由</Tag>
        ) : sensitivity === 'personal' ? (
          <Tag>个人信息</Tag>
        ) : null}
      </Row>
      <Text size="small" tone="quiet">
        以前填过的会自动填好，只需确认。
      </Text>
    </Stack>
  )
}
