import { useRouter } from '@tarojs/taro'
import type { Knowledge, RelationType } from '@zmht/shared/knowledge'
import { Button, Card, EmptyState, goTo, Heading, KeyValue, Loaded, Row, Section, Stack, Text } from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { AttributeLinks } from './AttributeLinks'
import { aboutRows } from './about-rows'
import { cardinalityWords, kindNames, sensitivityMeanings, sensitivityNames } from './names'
import type { ProseEntry } from './prose'
import { SensitivityTag } from './SensitivityTag'
import { Uses } from './Uses'
import { useStandard } from './useStandard'

export function RelationPage() {
  return <Gate>{(me) => <OneRelation me={me} />}</Gate>
}

function OneRelation({ me }: { readonly me: Official }) {
  const code = fromAddress(useRouter().params.code)
  const { knowledge, standard } = useStandard()
  const relation = knowledge.relationType(code)
  return (
    <OfficialScreen me={me} title="关系" current={pages.home} back={pages.knowledge}>
      <Loaded of={standard}>
        {({ prose }) =>
          relation === undefined ? (
            <EmptyState icon="search" title="没有这种关系" detail="链接可能不完整。请到知识体系里查找。" />
          ) : (
            <Stack gap={6} className="g-column">
              <RelationHead relation={relation} about={prose.relations.get(code)} />
              <SaidOfIt me={me} knowledge={knowledge} relation={relation} />
              <Uses code={code} />
            </Stack>
          )
        }
      </Loaded>
    </OfficialScreen>
  )
}

function RelationHead({
  relation,
  about,
}: {
  readonly relation: RelationType
  readonly about: ProseEntry | undefined
}) {
  const { code, name, from, to, inverseName, symmetric, sensitivity } = relation
  return (
    <Card>
      <Stack gap={3}>
        <Row between top gap={3}>
          <Heading level={2} size="title">
            {name}
          </Heading>
          <SensitivityTag level={sensitivity} />
        </Row>
        {about?.definition ? <Text>{about.definition}</Text> : null}
        <KeyValue
          rows={[
            { key: '从哪到哪', value: `${kindNames[from]} → ${kindNames[to]}` },
            { key: '反过来叫', value: symmetric ? '一样，双方互为' : inverseName },
            { key: '个数', value: cardinalityWords(relation).join('；') },
            { key: '编号', value: code },
            { key: '敏感级别', value: `${sensitivityNames[sensitivity]}：${sensitivityMeanings[sensitivity]}` },
            ...aboutRows(about),
          ]}
        />
      </Stack>
    </Card>
  )
}

/** The post held, the monthly rent: what is said of the relation itself. */
function SaidOfIt({
  me,
  knowledge,
  relation: { code, name },
}: {
  readonly me: Official
  readonly knowledge: Knowledge
  readonly relation: RelationType
}) {
  const attributes = knowledge.attributesOf({ relation: code })
  return (
    <Section
      title="关系本身的属性"
      action={
        may(me, 'knowledge.propose') ? (
          <Button variant="text" icon="plus" onPress={() => goTo(pages.propose, { of: code })}>
            提议增加
          </Button>
        ) : undefined
      }
    >
      {attributes.length === 0 ? (
        <Card>
          <Text tone="quiet">只记有没有这种关系，没有别的要填。</Text>
        </Card>
      ) : (
        <AttributeLinks label={`${name}的属性`} attributes={attributes} />
      )}
    </Section>
  )
}
