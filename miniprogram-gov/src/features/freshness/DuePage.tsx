import { useRouter } from '@tarojs/taro'
import type { DueReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import {
  EmptyState,
  ErrorState,
  List,
  MoreOfList,
  SegmentedControl,
  SkeletonList,
  Stack,
  Text,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { fromAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { DueCard } from './DueCard'

/** 该更新的: whose facts are to be asked again at the door, by building and door. */
export function DuePage() {
  return <Gate>{(me) => <Due me={me} />}</Gate>
}

type State = 'stale' | 'soon'

function Due({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const [state, setState] = useState<State>('stale')
  return (
    <OfficialScreen me={me} title="该更新的" current={pages.people} back={pages.people}>
      <Stack gap={4}>
        <Text tone="quiet">按楼号和门牌号排好，上门时逐户问：没变就点“仍然如此”，变了就改。</Text>
        <SegmentedControl
          label="资料状态"
          value={state}
          segments={[
            { value: 'stale', label: '已过期' },
            { value: 'soon', label: '快过期' },
          ]}
          onChange={(next: State) => setState(next)}
        />
        <Rows key={state} ledger={fromAddress(params.id)} place={fromAddress(params.place)} state={state} />
      </Stack>
    </OfficialScreen>
  )
}

function Rows({ ledger, place, state }: { readonly ledger: string; readonly place: string; readonly state: State }) {
  const [done, setDone] = useState<readonly string[]>([])
  const paged = usePaged<DueReply & { readonly home: string }>(
    useCallback(
      (cursor: string | undefined) =>
        api.ledgers.dueRows({
          params: { ledgerId: ledger },
          query: {
            state,
            ...(isPlaceId(place) ? { place } : {}),
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      [ledger, place, state],
    ),
  )
  const left = paged.items.filter(({ id }) => !done.includes(id))
  if (paged.first) return <SkeletonList count={3} />
  return (
    <>
      {left.length > 0 ? (
        <List gap label="该更新的">
          {left.map((one) => (
            <DueCard key={one.id} due={one} onDone={() => setDone((before) => [...before, one.id])} />
          ))}
        </List>
      ) : paged.error === undefined ? (
        <EmptyState
          icon="check"
          title={state === 'stale' ? '没有过期的资料' : '没有快过期的资料'}
          detail="资料到期时会自动列在这里，不用自己记。"
        />
      ) : (
        <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
      )}
      <MoreOfList paged={paged} />
    </>
  )
}
