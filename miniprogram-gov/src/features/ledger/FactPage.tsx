import { useRouter } from '@tarojs/taro'
import type { FactHistoryReply } from '@zmht/shared/contract'
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
import { may, type Official } from '../session/official'
import { PurposeSheet } from './PurposeSheet'
import { authorityWords, outcomeWords } from './words'

const read = (key: string, purpose?: string) => {
  const [entityId = '', attribute = ''] = key.split(' ')
  return api.ledgers.history({ params: { entityId, attribute }, query: purpose === undefined ? {} : { purpose } })
}
const history = createResource<FactHistoryReply>((key) => read(key))

/** Where one fact comes from: each time it was said, by whom, when, under which version, and who asks for it. */
export function FactPage() {
  return <Gate>{(me) => <Fact me={me} />}</Gate>
}

function Fact({ me }: { readonly me: Official }) {
  const { id = '', attribute = '' } = useRouter().params
  const key = `${id} ${attribute}`
  const loaded = useResource(history, key)
  const [asking, setAsking] = useState(false)
  const [whole, setWhole] = useState<FactHistoryReply>()
  const look = async (purpose: string) => {
    setWhole(await read(key, purpose))
    setAsking(false)
  }
  return (
    <OfficialScreen me={me} title="一条资料的来历" current={pages.people} back={pages.people}>
      <Loaded of={loaded}>
        {(data) => {
          const shown = whole ?? data
          return (
            <Stack gap={4}>
              <Heading level={2} size="title">
                {shown.label}
              </Heading>
              {whole ? <Notice title="正在显示完整内容">查看理由已经留下记录，离开本页后恢复隐藏。</Notice> : null}
              <Sayings sayings={shown.sayings} />
              {shown.sayings.some(({ masked }) => masked) && !whole ? (
                <Button variant="quiet" icon="eye" onPress={() => setAsking(true)}>
                  查看完整内容
                </Button>
              ) : null}
              <UsedBy me={me} shown={shown} />
            </Stack>
          )
        }}
      </Loaded>
      {asking ? <PurposeSheet look={look} onClose={() => setAsking(false)} /> : null}
    </OfficialScreen>
  )
}

function Sayings({ sayings }: { readonly sayings: FactHistoryReply['sayings'] }) {
  const now = useNow()
  if (sayings.length === 0) {
    return (
      <Card>
        <EmptyState
          icon="ledger"
          title="没有可看的记录"
          detail="这条资料由其他资料推算得出，或超出您岗位的查看范围。"
        />
      </Card>
    )
  }
  return (
    <Section title="谁在什么时候说的">
      <Card flush>
        <List label="谁在什么时候说的">
          {sayings.map((one, index) => (
            <Box key={`${one.sourceId}-${one.at}`} className={index > 0 ? 'g-fact g-fact--line' : 'g-fact'}>
              <Box className="g-fact__value">
                <Row gap={2} wrap>
                  <Text inline size="large" numeric>
                    {one.text}
                  </Text>
                  <Tag {...toneOf(one.outcome)}>{outcomeWords[one.outcome].name}</Tag>
                  {one.masked ? <Tag>已隐藏部分</Tag> : null}
                </Row>
                <Text size="small" tone="quiet" numeric>
                  {`${one.who}（${authorityWords[one.authority]}）· 来自${one.source} · ${formatAge(one.at, now)}（${formatExact(one.at)}）· 知识体系 ${one.version}`}
                </Text>
                {one.sourceId.startsWith('r') ? (
                  <Row>
                    <Button variant="text" onPress={() => goTo(pages.request, { id: one.sourceId })}>
                      看这次申请
                    </Button>
                  </Row>
                ) : null}
              </Box>
            </Box>
          ))}
        </List>
      </Card>
    </Section>
  )
}

function toneOf(outcome: keyof typeof outcomeWords) {
  const { tone } = outcomeWords[outcome]
  return tone === undefined ? {} : { tone }
}

function UsedBy({ me, shown }: { readonly me: Official; readonly shown: FactHistoryReply }) {
  return (
    <Section title="哪些应用在用">
      <Card flush>
        {shown.uses.map((use, index) => (
          <ListRow
            key={use.application}
            line={index > 0}
            icon="channel"
            title={use.title}
            detail={use.organisation}
            onPress={
              may(me, 'channel.read')
                ? () => goTo(pages.channel, { id: use.application.replace('channel/', '') })
                : undefined
            }
          />
        ))}
        <ListRow
          line={shown.uses.length > 0}
          icon="document"
          title="这项资料的定义、存放和全部用处"
          detail="城市知识体系"
          onPress={() => goTo(pages.attribute, { code: shown.attribute })}
        />
      </Card>
    </Section>
  )
}
