import { useRouter } from '@tarojs/taro'
import type { EntityReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  createResource,
  EmptyState,
  formatAge,
  formatExact,
  goTo,
  Heading,
  type IconName,
  List,
  ListRow,
  Loaded,
  Notice,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { PurposeSheet } from './PurposeSheet'

const entity = createResource<EntityReply>((entityId) => api.ledgers.entity({ params: { entityId }, query: {} }))

export function EntityPage() {
  return <Gate>{(me) => <Entity me={me} />}</Gate>
}

const kindWords: Readonly<Record<EntityReply['kind'], { readonly name: string; readonly icon: IconName }>> = {
  person: { name: '人', icon: 'person' },
  place: { name: '地', icon: 'place' },
  event: { name: '事', icon: 'document' },
  thing: { name: '物', icon: 'services' },
  organisation: { name: '组织', icon: 'family' },
}

function Entity({ me }: { readonly me: Official }) {
  const { id = '' } = useRouter().params
  const loaded = useResource(entity, id)
  const [asking, setAsking] = useState(false)
  /** Seen with a purpose: kept by this page only, gone when it is left. */
  const [whole, setWhole] = useState<{ readonly entity: EntityReply; readonly purpose: string }>()
  return (
    <OfficialScreen me={me} title={loaded.data?.name ?? '资料'} current={pages.people} back={pages.people}>
      <Loaded of={loaded}>
        {(data) => {
          const shown = whole?.entity.id === data.id ? whole.entity : data
          const masked = shown.facts.some((fact) => fact.masked)
          return (
            <Box className="g-split">
              <Stack gap={4} className="g-split__main">
                <Row gap={3}>
                  <Heading level={2} size="title">
                    {shown.name}
                  </Heading>
                  <Tag>{kindWords[shown.kind].name}</Tag>
                </Row>
                {whole ? (
                  <Notice title={masked ? '您的岗位只能看到这些内容' : '正在显示完整内容'}>
                    {`查看理由「${whole.purpose}」已经留下记录，离开本页后恢复隐藏。`}
                  </Notice>
                ) : null}
                <Facts entity={shown} />
                {masked && !whole ? (
                  <Button variant="quiet" icon="eye" onPress={() => setAsking(true)}>
                    查看完整内容
                  </Button>
                ) : null}
              </Stack>
              <Stack gap={4} className="g-split__side">
                <Links entity={shown} />
              </Stack>
            </Box>
          )
        }}
      </Loaded>
      {asking ? (
        <PurposeSheet
          entityId={id}
          onClose={() => setAsking(false)}
          onSeen={(seen, purpose) => {
            setWhole({ entity: seen, purpose })
            setAsking(false)
          }}
        />
      ) : null}
    </OfficialScreen>
  )
}

function Facts({ entity: shown }: { readonly entity: EntityReply }) {
  const now = useNow()
  if (shown.facts.length === 0) {
    return (
      <Card>
        <EmptyState icon="ledger" title="还没有可看的资料" detail="办理服务时填写的内容会自动记在这里。" />
      </Card>
    )
  }
  return (
    <Section title="资料">
      <Card flush>
        <List label="资料">
          {shown.facts.map((fact, index) => (
            <Box key={fact.attribute} className={index > 0 ? 'g-fact g-fact--line' : 'g-fact'}>
              <Text size="small" tone="quiet" className="g-fact__label">
                {fact.label}
              </Text>
              <Box className="g-fact__value">
                <Row gap={2} wrap>
                  <Text inline size="large" numeric>
                    {fact.text}
                  </Text>
                  {fact.masked ? <Tag>已隐藏部分</Tag> : null}
                  {fact.stale ? <Tag tone="amber">时间较久，请核实</Tag> : null}
                </Row>
                <Text size="small" tone="quiet" numeric>
                  {`来自${fact.source} · ${formatAge(fact.at, now)}（${formatExact(fact.at)}）`}
                </Text>
              </Box>
            </Box>
          ))}
        </List>
      </Card>
    </Section>
  )
}

function Links({ entity: shown }: { readonly entity: EntityReply }) {
  const now = useNow()
  if (shown.links.length === 0) return null
  return (
    <Section title="有关联的人、地、事">
      <Card flush>
        <List label="有关联的人、地、事">
          {shown.links.map((link, index) => (
            <ListRow
              key={`${link.type}-${link.other.id}-${link.name}`}
              icon={kindWords[link.other.kind].icon}
              line={index > 0}
              title={`${link.name}：${link.other.name}`}
              detail={`来自${link.source} · ${formatAge(link.since, now)}`}
              onPress={() => goTo(pages.entity, { id: link.other.id })}
            />
          ))}
        </List>
      </Card>
    </Section>
  )
}
