import { useRouter } from '@tarojs/taro'
import type { ChannelReply, PlaceWithLineageReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { type Procedure, procedureNames } from '@zmht/shared/rules'
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
      <Button full icon="edit" onPress={() => goOnTo(pages.build, { id: data.id })}>
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
      <Section title="哪里的居民可以申请">
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
        <Notice title={`${words}的居民会立即看到这项服务`}>
          {`居民提交后：${procedureNames[data.procedure]}。您答应 ${data.promisedDays} 个工作日内办结。`}
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
            if (problem instanceof Problem && problem.kind === 'conflict') void channel.refresh(data.id)
            throw problem
          }
        }}
      />
      <Button full variant="text" onPress={() => goTo(pages.build, { id: data.id })}>
        再改改表单
      </Button>
    </Stack>
  )
}

function consequenceOf(data: ChannelReply, words: string): string {
  const seen = `${words}的居民会立即看到「${data.title}」，可以马上提交。`
  return data.state === 'open'
    ? `${seen}新提交的申请按新内容办理，已经提交的按原来的办完。`
    : `${seen}其他地方的居民看不到。以后可以随时停止受理。`
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
export function nextSteps(procedure: Procedure): readonly string[] {
  const last = '办结时写下答复，居民会看到，并可以评价。'
  switch (procedure) {
    case 'open':
      return ['居民提交后立即确认，申请会出现在「任务」里。', last]
    case 'worker-confirms':
      return ['居民提交后，申请会出现在「任务」里，先到期的在前。', '您或同事接手、确认，居民每一步都会看到。', last]
  }
}
