import { useRouter } from '@tarojs/taro'
import { type Attribute, bearerName, type Knowledge } from '@zmht/shared/knowledge'
import { Box, Button, EmptyState, goOnTo, Loaded, Section, Stack } from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { AttributeActs } from './AttributeActs'
import { AttributeHead } from './AttributeHead'
import { AttributeLinks } from './AttributeLinks'
import { CodeItems } from './CodeItems'
import { openList, openRelation } from './open'
import type { Prose } from './prose'
import { Uses } from './Uses'
import { useStandard } from './useStandard'

export function AttributePage() {
  return <Gate>{(me) => <OneAttribute me={me} />}</Gate>
}

function OneAttribute({ me }: { readonly me: Official }) {
  const code = fromAddress(useRouter().params.code)
  const { knowledge, standard } = useStandard()
  const attribute = knowledge.attribute(code)
  return (
    <OfficialScreen me={me} title="属性" current={pages.home} back={pages.knowledge}>
      <Loaded of={standard}>
        {({ prose }) =>
          attribute === undefined ? (
            <EmptyState
              icon="search"
              title="没有这项属性"
              detail="链接可能不完整。请到知识体系里查找。"
              action={
                <Button variant="quiet" onPress={() => goOnTo(pages.knowledge)}>
                  去查找
                </Button>
              }
            />
          ) : (
            <Described me={me} knowledge={knowledge} prose={prose} attribute={attribute} />
          )
        }
      </Loaded>
    </OfficialScreen>
  )
}

function Described({
  me,
  knowledge,
  prose,
  attribute,
}: {
  readonly me: Official
  readonly knowledge: Knowledge
  readonly prose: Prose
  readonly attribute: Attribute
}) {
  const { code, value, of, derivedFrom, deprecated } = attribute
  const origin = derivedFrom === undefined ? undefined : knowledge.attribute(derivedFrom)
  const derived = knowledge.derivedFrom(code)
  const former = knowledge.attributes.filter((one) => one.deprecated?.successor === code)
  return (
    <Box className="g-split">
      <Stack gap={6} className="g-split__main">
        <AttributeHead knowledge={knowledge} attribute={attribute} about={prose.attributes.get(code)} />
        {typeof of === 'string' ? null : (
          <Button variant="text" icon="chevron" onPress={() => openRelation(bearerName(of))}>
            看它所属的关系
          </Button>
        )}
        {value.type === 'code' ? (
          <Section
            title={`选项（${value.items.length}）`}
            action={
              <Button variant="text" onPress={() => openList(value.list)}>
                代码表
              </Button>
            }
          >
            <CodeItems name={attribute.name} items={value.items} />
          </Section>
        ) : null}
        {origin === undefined ? null : (
          <Section title="由它得出，不用另外填">
            <AttributeLinks label="由什么得出" attributes={[origin]} />
          </Section>
        )}
        {derived.length === 0 ? null : (
          <Section title="填了它就能得出">
            <AttributeLinks label="能得出的属性" attributes={derived} />
          </Section>
        )}
        {former.length === 0 ? null : (
          <Section title="接替了">
            <AttributeLinks label="接替的属性" attributes={former} />
          </Section>
        )}
      </Stack>
      <Stack gap={6} className="g-split__side">
        {may(me, 'knowledge.propose') && deprecated === undefined ? (
          <AttributeActs knowledge={knowledge} attribute={attribute} />
        ) : null}
        <Uses code={code} />
      </Stack>
    </Box>
  )
}
