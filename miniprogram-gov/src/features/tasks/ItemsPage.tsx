import { useRouter } from '@tarojs/taro'
import type { ItemCardReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { type ItemState, itemStateNames, unfinished } from '@zmht/shared/rules'
import {
  Card,
  Checkbox,
  EmptyState,
  goTo,
  Notice,
  type Paged,
  PlaceLine,
  Row,
  SegmentedControl,
  Stack,
  Tag,
  Text,
  type Tone,
  usePaged,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { byDoor } from '@/lib/offline/packs'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PagedTable } from '../frame/PagedTable'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { isUnreached, useKeptPack, useOffline, useOnline, useUnsent } from './offline'
import { itemPage } from './pages'
import { countsOf, taskOf } from './resources'
import { TakeAlong } from './TakeAlong'
import { UnsentBar } from './UnsentBar'
import { unsentWords } from './unsent-words'
import { stateTones } from './words'

const shownStates: readonly ItemState[] = ['open', 'claimed', 'answered', 'done', 'unable']
/** So many pages are read in one go to find what somebody has in hand. */
const mostPages = 10
const isState = (word: string): word is ItemState => shownStates.some((one) => one === word)

/** @returns how many wait at a place, where the page before has asked; the key is `task/place` */
function unfinishedAt(key: string): number | undefined {
  const counts = countsOf.entry(key).get().data
  return counts && unfinished.reduce((sum, state) => sum + (counts.groups[state] ?? 0), 0)
}

/** The items of a task, from building to building and door to door. */
export function ItemsPage() {
  return <Gate>{(me) => <Items me={me} />}</Gate>
}

function Items({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const id = fromAddress(params.id)
  const place = fromAddress(params.place)
  const asked = fromAddress(params.state)
  const [state, setState] = useState<ItemState>(isState(asked) ? asked : 'open')
  const task = useResource(taskOf, id)
  const [mine, setMine] = useState(fromAddress(params.mine) !== '')
  const holder = state === 'claimed' && mine ? me.id : undefined
  const paged = usePaged<ItemCardReply>(
    useCallback(
      async (cursor: string | undefined) => {
        const page = (from: string | undefined) =>
          api.tasks.items({
            params: { taskId: id },
            query: {
              state,
              ...(isPlaceId(place) ? { place } : {}),
              ...(from === undefined ? {} : { cursor: from }),
            },
          })
        let found = await page(cursor)
        if (holder === undefined) return found
        const own = ({ items }: typeof found) => items.filter(({ claimedBy }) => claimedBy?.id === holder)
        // Among what colleagues have in hand one's own may be pages apart.
        for (let read = 1; own(found).length === 0 && found.next !== undefined && read < mostPages; read++)
          found = await page(found.next)
        return { ...found, items: own(found) }
      },
      [id, place, state, holder],
    ),
  )
  const isChecked = task.data?.content.selfFill === 'checked' || task.data?.content.done === 'checked'
  const segments = shownStates.filter((one) => one !== 'answered' || isChecked || state === 'answered')
  const open = (one: ItemCardReply) => goTo(itemPage, { id: one.id })
  const wide = useWide()
  const offline = useOffline(me)
  const online = useOnline(offline)
  const pack = useKeptPack(offline, id)
  const unsent = useUnsent(offline)
  const atHand = pack !== undefined && (!online || (paged.items.length === 0 && isUnreached(paged.error)))
  const shown: Paged<ItemCardReply> = atHand
    ? {
        ...paged,
        items: byDoor(pack.cards.filter((one) => one.state === state)),
        first: false,
        loading: false,
        error: undefined,
        more: false,
      }
    : paged
  const stateOf = (one: ItemCardReply): { readonly label: string; readonly tone: Tone } => {
    const entry = unsent.entries.filter(({ item }) => item === one.id).at(-1)
    return entry === undefined
      ? { label: itemStateNames[one.state], tone: stateTones[one.state] }
      : unsentWords(unsent, entry)
  }
  return (
    <OfficialScreen
      me={me}
      title={task.data?.content.title ?? pack?.task.title ?? '任务项'}
      current={pages.work}
      back={pages.work}
    >
      <UnsentBar me={me} />
      {offline === undefined || wide || !online ? null : (
        <TakeAlong
          offline={offline}
          taskId={id}
          place={isPlaceId(place) ? place : undefined}
          pack={pack}
          expected={unfinishedAt(`${id}/${place}`)}
        />
      )}
      {atHand ? <Notice>现在没有网络，看到的是带走的各项，照样可以填。</Notice> : null}
      <SegmentedControl
        label="看哪些"
        value={state}
        segments={segments.map((one) => ({ value: one, label: itemStateNames[one] }))}
        onChange={(chosen) => {
          rememberInAddress('state', chosen)
          setState(chosen)
        }}
      />
      {state === 'claimed' ? (
        <Checkbox
          label="只看我在办的"
          checked={mine}
          onChange={(chosen) => {
            rememberInAddress('mine', chosen ? '1' : '')
            setMine(chosen)
          }}
        />
      ) : null}
      <PagedTable
        paged={shown}
        label="按楼栋门牌"
        keyOf={(one) => one.id}
        onOpen={open}
        columns={[
          { key: 'name', head: '名称', cell: (one) => one.name },
          { key: 'place', head: '地点', cell: (one) => one.place },
          { key: 'state', head: '状态', narrow: true, cell: (one) => stateOf(one).label },
          { key: 'by', head: '办理人', narrow: true, cell: (one) => one.claimedBy?.name ?? '' },
          { key: 'note', head: '说明', cell: (one) => one.note ?? '' },
        ]}
        card={(one) => (
          <Card onPress={() => open(one)}>
            <Stack gap={2}>
              <Row between top gap={3}>
                <Text size="large" strong>
                  {one.name}
                </Text>
                <Tag tone={stateOf(one).tone}>{stateOf(one).label}</Tag>
              </Row>
              <PlaceLine tail={one.place} />
              {one.claimedBy === undefined ? null : (
                <Text size="small" tone="quiet">{`${one.claimedBy.name}在办`}</Text>
              )}
              {one.note === undefined ? null : <Text size="small">{one.note}</Text>}
            </Stack>
          </Card>
        )}
        empty={
          <EmptyState
            icon="task"
            title={emptyTitle(state, holder !== undefined)}
            detail={state === 'open' ? '办完的在“已完成”里，随时可以再看、更正。' : '换一个状态看看。'}
          />
        }
      />
    </OfficialScreen>
  )
}

function emptyTitle(state: ItemState, isMine: boolean): string {
  if (state === 'open') return '这里没有待办的了'
  return isMine ? '没有您在办的' : `没有“${itemStateNames[state]}”的`
}
