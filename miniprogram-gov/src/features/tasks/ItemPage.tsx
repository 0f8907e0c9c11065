import { useRouter } from '@tarojs/taro'
import type { ItemReply } from '@zmht/shared/contract'
import { type ItemAction, itemStateNames, itemTransitions, nameAndPlace } from '@zmht/shared/rules'
import {
  Button,
  Card,
  formatWhen,
  goTo,
  Loaded,
  Notice,
  PlaceLine,
  ProblemNotice,
  Row,
  Section,
  SkeletonList,
  Stack,
  Tag,
  Text,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { servicesForPage } from '../behalf/pages'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { Answered } from './Answered'
import { FillIn } from './FillIn'
import { HandOver } from './HandOver'
import { NoteSheet } from './NoteSheet'
import { isUnreached, type Offline, useKeptItem, useOffline } from './offline'
import { RequestBehind } from './RequestBehind'
import { itemOf } from './resources'
import { UnsentNotice } from './UnsentNotice'
import { useItemMove } from './useItemMove'
import { dayWords, stateTones } from './words'

/** One item at the door: what is known is there already, what is new is filled in with one hand. */
export function ItemPage() {
  return <Gate>{(me) => <OneItem me={me} />}</Gate>
}

function OneItem({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  const loaded = useResource(itemOf, id)
  const offline = useOffline(me)
  const kept = useKeptItem(offline, id)
  const unreached = isUnreached(loaded.error)
  const data = loaded.data ?? (loaded.error === undefined || unreached ? kept : undefined)
  // What is at hand is as good without a network: only where nothing is there it is said that the network is missing.
  const shown = data === undefined || !unreached ? { ...loaded, data } : { ...loaded, data, error: undefined }
  return (
    <OfficialScreen
      me={me}
      title={data === undefined ? '填报' : data.origin === undefined ? data.name : data.task.title}
      current={pages.work}
      back={pages.work}
    >
      <Loaded of={shown}>
        {(item) => (
          <Shown key={`${item.id} ${item.revision}`} me={me} item={item} offline={offline} unreached={unreached} />
        )}
      </Loaded>
    </OfficialScreen>
  )
}

function Shown({
  me,
  item,
  offline,
  unreached,
}: {
  readonly me: Official
  readonly item: ItemReply
  readonly offline: Offline | undefined
  readonly unreached: boolean
}) {
  const now = useNow()
  const [correcting, setCorrecting] = useState(false)
  return (
    <Stack gap={6} className="g-column">
      <Card>
        <Stack gap={2}>
          <Row between top gap={3}>
            <Text size="large" strong>
              {item.origin === undefined ? item.name : item.task.basis}
            </Text>
            <Tag tone={stateTones[item.state]}>{itemStateNames[item.state]}</Tag>
          </Row>
          <PlaceLine tail={item.origin === undefined ? item.place : nameAndPlace(item)} />
          {item.origin === undefined ? (
            <Text size="small" tone="quiet">{`${item.task.title} · ${dayWords(item.task.due)}前`}</Text>
          ) : (
            <Text>{`${dayWords(item.task.due)}前办完`}</Text>
          )}
          {item.note === undefined ? null : <Notice tone="amber">{item.note}</Notice>}
          {item.state === 'answered' && correcting ? (
            <Notice>
              {item.task.done === 'checked'
                ? '您改好提交后，由别人核实才算完成。'
                : '您在更正对方填的，提交后就算完成。'}
            </Notice>
          ) : null}
          {item.organisation === undefined ? null : (
            <Text size="small" tone="quiet">{`交给${item.organisation.name}办`}</Text>
          )}
          {item.claimedBy === undefined ? null : (
            <Text size="small">{item.claimedBy.id === me.id ? '您正在办' : `${item.claimedBy.name}正在办`}</Text>
          )}
        </Stack>
      </Card>
      {item.origin === undefined || unreached ? null : <RequestBehind of={item.origin} />}
      <UnsentNotice offline={offline} itemId={item.id} />
      {unreached ? <Notice>现在没有网络，看到的是带走时的内容，照样可以填。</Notice> : null}
      {item.state === 'answered' && item.latest !== undefined && !correcting ? (
        <Stack gap={3}>
          <Answered item={item} latest={item.latest} offline={offline} onCorrect={() => setCorrecting(true)} />
          <Others item={item} />
        </Stack>
      ) : item.actions.includes('answer') ? (
        <Stack gap={4}>
          {offline === undefined ? <SkeletonList count={1} /> : <FillIn item={item} offline={offline} />}
          {unreached ? null : <Others item={item} />}
        </Stack>
      ) : (
        <Notice>{shutWords(item)}</Notice>
      )}
      {item.steps.length === 0 ? null : (
        <Section title="经过">
          <Card>
            <Stack gap={2}>
              {[...item.steps].reverse().map((step) => (
                <Stack key={step.key} gap={1}>
                  <Text>{`${step.by} ${step.says}`}</Text>
                  {step.note === undefined ? null : <Text size="small">{step.note}</Text>}
                  <Text size="small" tone="quiet" numeric>
                    {formatWhen(step.at, now)}
                  </Text>
                </Stack>
              ))}
            </Stack>
          </Card>
        </Section>
      )}
    </Stack>
  )
}

/** What is found with a person may be more than was asked for: it is entered for them. */
const isPerson = ({ form }: ItemReply): boolean =>
  form.subjects.some(({ kind, is }) => kind === 'person' && is.by === 'target')

/** Why it cannot be filled in here. */
function shutWords({ task, organisation, state }: ItemReply): string {
  if (task.state !== 'running') return '任务没有在进行，现在不能填报。'
  if (organisation === undefined || state === 'done' || state === 'void') return '这一项不用再填。'
  return `由${organisation.name}自己填，填好后请您核实。`
}

type Other = Extract<ItemAction, 'claim' | 'release' | 'give-back'>
const isOther = (action: ItemAction): action is Other =>
  action === 'claim' || action === 'release' || action === 'give-back'

/** Taking it in hand, putting it back, handing it over, giving it back with a reason. */
function Others({ item }: { readonly item: ItemReply }) {
  const [giving, setGiving] = useState(false)
  const { move, busy, error } = useItemMove(item.id)
  const take = async (action: Other) => {
    if (await move(action)) toast(itemTransitions[action].consequence)
  }
  return (
    <Stack gap={3}>
      {error === undefined || giving ? null : <ProblemNotice error={error} />}
      <Row gap={2} wrap>
        {item.actions.filter(isOther).map((action) => (
          <Button
            key={action}
            variant="quiet"
            loading={busy === action}
            onPress={() => (action === 'give-back' ? setGiving(true) : void take(action))}
          >
            {itemTransitions[action].label}
          </Button>
        ))}
        {item.actions.includes('transfer') ? <HandOver item={item} /> : null}
        {isPerson(item) ? (
          <Button variant="quiet" onPress={() => goTo(servicesForPage, { person: item.subject, name: item.name })}>
            替 TA 办事、上报
          </Button>
        ) : null}
      </Row>
      <NoteSheet
        open={giving}
        title="办不了，退回"
        consequence={itemTransitions['give-back'].consequence}
        hint="例如：已拆除、找不到、不在本社区"
        missing="请写明为什么办不了，下派单位会看到"
        confirm="退回"
        busy={busy === 'give-back'}
        error={error}
        onClose={() => setGiving(false)}
        onSend={async (note) => {
          if (!(await move('give-back', note))) return
          setGiving(false)
          toast(itemTransitions['give-back'].consequence)
        }}
      />
    </Stack>
  )
}
