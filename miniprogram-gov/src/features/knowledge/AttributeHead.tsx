import type { Attribute, Knowledge } from '@zmht/shared/knowledge'
import { subtypes } from '@zmht/shared/knowledge/search'
import { Button, Card, Heading, KeyValue, Notice, Row, Stack, Tag, Text } from '@zmht/shared/ui'
import { aboutRows } from './about-rows'
import { answerWords } from './answer-words'
import { bearerWords, freshWords, sensitivityMeanings, sensitivityNames } from './names'
import { openAttribute } from './open'
import type { ProseEntry } from './prose'
import { SensitivityTag } from './SensitivityTag'

/** All that is laid down about an attribute. */
export function AttributeHead({
  knowledge,
  attribute,
  about,
}: {
  readonly knowledge: Knowledge
  readonly attribute: Attribute
  readonly about: ProseEntry | undefined
}) {
  const { code, name, of, value, many, sensitivity, freshDays, naturalKey, deprecated } = attribute
  const fitting = subtypes.filter((one) => about?.subtypes.includes(one.code)).map((one) => one.name)
  return (
    <Card>
      <Stack gap={3}>
        <Row between top gap={3}>
          <Heading level={2} size="title">
            {name}
          </Heading>
          {deprecated === undefined ? <SensitivityTag level={sensitivity} /> : <Tag>已停用</Tag>}
        </Row>
        {about?.definition ? <Text>{about.definition}</Text> : null}
        {deprecated === undefined ? null : <Deprecated knowledge={knowledge} deprecated={deprecated} />}
        <KeyValue
          rows={[
            { key: '属于', value: bearerWords(knowledge, of) },
            ...(fitting.length === 0 ? [] : [{ key: '适用于', value: fitting.join('、') }]),
            { key: '编号', value: code },
            { key: '填写方式', value: answerWords(value, many) },
            ...(value.type === 'text' && value.pattern !== undefined ? [{ key: '格式', value: value.pattern }] : []),
            { key: '个数', value: many ? '可以有多个' : '只有一个' },
            { key: '敏感级别', value: `${sensitivityNames[sensitivity]}：${sensitivityMeanings[sensitivity]}` },
            {
              key: '有效期',
              value: freshDays === undefined ? '长期' : `${freshWords(freshDays)}，到期提醒再确认`,
            },
            ...(naturalKey ? [{ key: '用来辨认', value: '一个值只对应一个，靠它认出是谁' }] : []),
            ...aboutRows(about),
          ]}
        />
      </Stack>
    </Card>
  )
}

function Deprecated({
  knowledge,
  deprecated: { since, successor },
}: {
  readonly knowledge: Knowledge
  readonly deprecated: NonNullable<Attribute['deprecated']>
}) {
  if (successor === undefined) {
    return (
      <Notice tone="amber" title={`从 ${since} 版起不再收集`}>
        已有的资料照旧能查到。
      </Notice>
    )
  }
  const name = knowledge.attribute(successor)?.name ?? successor
  return (
    <Notice
      tone="amber"
      title={`从 ${since} 版起由“${name}”接替`}
      action={
        <Button variant="text" onPress={() => openAttribute(successor)}>
          {`看“${name}”`}
        </Button>
      }
    >
      已有的资料按新属性读，原来的写法也留着。
    </Notice>
  )
}
