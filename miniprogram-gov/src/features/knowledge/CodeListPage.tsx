import { useRouter } from '@tarojs/taro'
import type { CodeList, Knowledge } from '@zmht/shared/knowledge'
import { Box, Button, Card, EmptyState, goTo, Heading, KeyValue, Loaded, Section, Stack, Text } from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { AttributeLinks } from './AttributeLinks'
import { aboutRows } from './about-rows'
import { CodeItems } from './CodeItems'
import type { ProseEntry } from './prose'
import { useStandard } from './useStandard'

export function CodeListPage() {
  return <Gate>{(me) => <OneList me={me} />}</Gate>
}

function OneList({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.code)
  const { knowledge, standard } = useStandard()
  const list = knowledge.codeList(id)
  return (
    <OfficialScreen me={me} title="代码表" current={pages.home} back={pages.knowledge}>
      <Loaded of={standard}>
        {({ prose }) =>
          list === undefined ? (
            <EmptyState icon="search" title="没有这张代码表" detail="链接可能不完整。请到知识体系里查找。" />
          ) : (
            <Box className="g-split">
              <Stack gap={6} className="g-split__main">
                <ListHead list={list} about={prose.lists.get(id)} />
                <Section title={`选项（${list.items.length}）`}>
                  <CodeItems name={list.name} items={list.items} />
                </Section>
              </Stack>
              <Stack gap={6} className="g-split__side">
                {may(me, 'knowledge.propose') ? <ListActs id={id} /> : null}
                <AskedFrom knowledge={knowledge} list={list} />
              </Stack>
            </Box>
          )
        }
      </Loaded>
    </OfficialScreen>
  )
}

function ListHead({ list, about }: { readonly list: CodeList; readonly about: ProseEntry | undefined }) {
  return (
    <Card>
      <Stack gap={3}>
        <Heading level={2} size="title">
          {list.name}
        </Heading>
        {about?.definition ? <Text>{about.definition}</Text> : null}
        <KeyValue rows={[{ key: '编号', value: list.id }, ...aboutRows(about)]} />
      </Stack>
    </Card>
  )
}

function ListActs({ id }: { readonly id: string }) {
  return (
    <Card>
      <Stack gap={2}>
        <Button full icon="plus" onPress={() => goTo(pages.propose, { codes: id })}>
          提议增加选项
        </Button>
        <Button full variant="quiet" icon="edit" onPress={() => goTo(pages.propose, { rename: id })}>
          提议改选项名称
        </Button>
      </Stack>
    </Card>
  )
}

function AskedFrom({ knowledge, list }: { readonly knowledge: Knowledge; readonly list: CodeList }) {
  const attributes = knowledge.attributes.filter(({ value }) => value.type === 'code' && value.list === list.id)
  return (
    <Section title="哪些属性用它">
      {attributes.length === 0 ? (
        <Card>
          <Text tone="quiet">还没有属性用这张代码表。</Text>
        </Card>
      ) : (
        <AttributeLinks label="用这张代码表的属性" attributes={attributes} />
      )}
    </Section>
  )
}
