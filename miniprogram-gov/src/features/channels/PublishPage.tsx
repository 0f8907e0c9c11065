import { useRouter } from '@tarojs/taro'
import type { ChannelReply, PlaceWithLineageReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { forNames, isOpened, type Link, leadsTo, type Procedure, procedureNames } from '@zmht/shared/rules'
import {
  Button,
  Card,
  ConfirmSheet,
  ErrorState,
  goOnTo,
  goTo,
  Heading,
  Loaded,
  Notice,
  type PathStep,
  PlacesPicker,
  RadioList,
  Section,
  Skeleton,
  Stack,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api, places } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { placeOf } from '../home/resources'
import { Gate } from '../session/Gate'
import { type Official, territoriesOf } from '../session/official'
import { reachWords } from './reach'
import { channel } from './resources'
import { Simulation } from './Simulation'

export function PublishPage() {
  return <Gate>{(me) => <Publish me={me} />}</Gate>
}

function Publish({ me }: { readonly me: Official }) {
  const { id = '' } = useRouter().params
  const loaded = useResource(channel, id)
  return (
    <OfficialScreen me={me} title="发布服务" current={pages.channels} back={pages.channels}>
      <Loaded of={loaded}>
        {(data) => (data.problems.length > 0 ? <NotReady channel={data} /> : <Choose me={me} channel={data} />)}
      </Loaded>
    </OfficialScreen>
  )
}

function NotReady({ channel: data }: { readonly channel: ChannelReply }) {
  return (
    <Stack gap={4} className="g-column">
      <Notice tone="amber" title={`「${data.title}」还不能发布`}>
        <Stack gap={1}>
          {data.problems.map((problem) => (
            <Text key={problem.message}>{problem.message}</Text>
          ))}
        </Stack>
      </Notice>
      <Button
        full
        icon="edit"
        onPress={() => goOnTo(data.link === undefined ? pages.build : pages.linkService, { id: data.id })}
      >
        去修改
      </Button>
    </Stack>
  )
}

const parts = 'parts'

function Choose({ me, channel: data }: { readonly me: Official; readonly channel: ChannelReply }) {
  const territories = territoriesOf(me)
  const [selected, setSelected] = useState<readonly PathStep[]>(data.reach)
  const whole = territories.find((one) => selected.length === 1 && selected[0]?.id === one.id)
  const [way, setWay] = useState<string>(whole?.id ?? (data.reach.length > 0 ? parts : ''))
  const [root, setRoot] = useState(territories[0])
  const [asking, setAsking] = useState(false)
  const choose = (value: string) => {
    setWay(value)
    const territory = territories.find((one) => one.id === value)
    setSelected(territory ? [territory] : [])
  }
  const words = reachWords(selected)
  return (
    <Stack gap={6} className="g-column">
      <Card>
        <Stack gap={1}>
          <Heading level={2} size="title">
            {data.title}
          </Heading>
          <Text tone="quiet">{data.summary}</Text>
        </Stack>
      </Card>
      {isOpened(data.link) ? null : <Simulation channel={data} />}
      <Section title={`哪里的${whomOf(data)}可以申请`}>
        <RadioList
          label="服务范围"
          hint="只能选您所在单位管理的地方"
          options={[
            ...territories.map((one) => ({ value: one.id as string, label: `整个${shortName(one)}` })), // a place id is a string
            { value: parts, label: '只在其中一些地方' },
          ]}
          value={way}
          onChange={choose}
        />
        {way === parts ? (
          <Stack gap={3}>
            {territories.length > 1 ? (
              <RadioList
                label="在哪里选"
                options={territories.map((one) => ({ value: one.id as string, label: shortName(one) }))} // as above
                value={root?.id}
                onChange={(chosen) => setRoot(territories.find((one) => one.id === chosen))}
              />
            ) : null}
            {root ? (
              <Card>
                <Within key={root.id} territory={root} selected={selected} onChange={setSelected} />
              </Card>
            ) : null}
          </Stack>
        ) : null}
      </Section>
      {selected.length > 0 ? (
        <Notice
          title={
            data.for === undefined ? `${words}的居民会立即看到这项服务` : `${words}各单位的经办人会立即看到这项服务`
          }
        >
          {data.link === undefined
            ? `${whomOf(data)}提交后：${procedureNames[data.procedure]}。您答应 ${data.promisedDays} 个工作日内办结。`
            : `居民点开后去${leadsTo(data.link)}。`}
        </Notice>
      ) : null}
      <Button full large icon="publish" disabled={selected.length === 0} onPress={() => setAsking(true)}>
        {selected.length === 0 ? '请先选择服务范围' : '发布'}
      </Button>
      <ConfirmSheet
        open={asking}
        title="发布服务"
        consequence={consequenceOf(data, words)}
        confirm="立即发布"
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          try {
            const reply = await api.channels.publish({
              params: { channelId: data.id },
              body: { edition: data.edition, reach: selected.map((one) => one.id) },
            })
            channel.put(data.id, reply)
            goOnTo(pages.published, { id: data.id })
          } catch (problem) {
            // Others have to agree first: nothing of it changed, and what was chosen here stays.
            const isWaiting = problem instanceof Problem && problem.code === 'parts-not-agreed'
            if (problem instanceof Problem && problem.kind === 'conflict' && !isWaiting) void channel.refresh(data.id)
            throw problem
          }
        }}
      />
      <Button
        full
        variant="text"
        onPress={() => goTo(data.link === undefined ? pages.build : pages.linkService, { id: data.id })}
      >
        {data.link === undefined ? '再改改表单' : '再改改'}
      </Button>
    </Stack>
  )
}

/** Whom it is for, in a word. */
const whomOf = ({ for: whom }: Pick<ChannelReply, 'for'>): string => forNames[whom ?? 'residents']

function consequenceOf(data: ChannelReply, words: string): string {
  const seen = `${words}的${data.for === undefined ? '居民' : '单位经办人'}会立即看到「${data.title}」，可以马上${isOpened(data.link) ? '打开' : '提交'}。`
  return data.state === 'open'
    ? `${seen}新提交的申请按新内容办理，已经提交的按原来的办完。`
    : `${seen}其他地方的${whomOf(data)}看不到。以后可以随时停止受理。`
}

/** The tree from the territory downwards. */
function Within({
  territory,
  selected,
  onChange,
}: {
  readonly territory: PathStep
  readonly selected: readonly PathStep[]
  readonly onChange: (selected: readonly PathStep[]) => void
}) {
  const where = useResource(placeOf, territory.id)
  if (where.data === undefined) {
    return where.error !== undefined && !where.loading ? (
      <ErrorState error={where.error} onRetry={() => void where.reload()} />
    ) : (
      <Skeleton lines={4} />
    )
  }
  const lineage: PlaceWithLineageReply['lineage'] = where.data.lineage
  return <PlacesPicker places={places} within={lineage} selected={selected} onChange={onChange} />
}

/** What happens to a request, in the order it happens, as an official reads it. */
export function nextSteps(procedure: Procedure, link?: Link, whom: string = forNames.residents): readonly string[] {
  if (link?.kind === 'endpoint')
    return [
      `居民提交后，内容签名发给${link.name}，每一步答复居民都会看到。`,
      '对方不接收或到期没有答复的，会出现在「任务」里，由本单位接着办，并通知您。',
    ]
  if (link !== undefined) return [`居民点开前会看到去哪里、带什么过去，同意后才打开${leadsTo(link)}。`]

  const last = `办结时写下答复，${whom}会看到，并可以评价。`
  switch (procedure) {
    case 'open':
      return [`${whom}提交后立即确认，申请会出现在「任务」里。`, last]
    case 'worker-confirms':
      return [
        `${whom}提交后，申请会出现在「任务」里，先到期的在前。`,
        `您或同事接手、确认，${whom}每一步都会看到。`,
        last,
      ]
    case 'partner-confirms':
      return [
        `${whom}提交后，申请会出现在「任务」里，您核对后列入名单。`,
        `承办单位在名单里成批确认，${whom}会收到消息。`,
        last,
      ]
    case 'routed':
      return [`${whom}提交后，按说的事和地点直接转给负责的单位。`, '拿不准的出现在「任务」里，由您确定转给谁。', last]
  }
}
