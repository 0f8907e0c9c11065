import { useRouter } from '@tarojs/taro'
import { shortName } from '@zmht/shared/geo'
import type { LedgerKind } from '@zmht/shared/ledgers'
import {
  Box,
  Button,
  EmptyState,
  goTo,
  Loaded,
  SegmentedControl,
  Select,
  Stack,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { useEvery } from '@/lib/useEvery'
import { DraftList } from '../frame/DraftList'
import { may, type Official, territoriesOf } from '../session/official'
import { LedgerCards } from './LedgerCards'
import { kindFrom, makersOf, sectionsOf } from './ledger-cards'
import { ledgerDrafts } from './local-drafts'
import { ledgersAt } from './resources'
import { kindOrder, ledgerKindWords } from './words'

/** How often the counts are read anew, in milliseconds. */
const pause = 8000
const anyKind = 'all'
const kindSegments = [
  { value: anyKind, label: '全部' },
  ...kindOrder.map((value) => ({ value, label: ledgerKindWords[value].name })),
] as const

/** The ledgers that cover a place of mine, by what they are of and by who made them; the counts follow by themselves. */
export function LedgerList({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const own = territoriesOf(me)
  const [place, setPlace] = useState(() => {
    const asked = fromAddress(params.place)
    return own.find(({ id }) => id === asked)?.id ?? own[0]?.id ?? ''
  })
  const [kind, setKind] = useState<LedgerKind | undefined>(() => kindFrom(fromAddress(params.kind)))
  const [organisation, setOrganisation] = useState(fromAddress(params.organisation) || undefined)
  const loaded = useResource(ledgersAt, place)
  useEvery(pause, () => void loaded.reload())
  const makers = makersOf(loaded.data ?? [])
  const narrow = (name: 'place' | 'kind' | 'organisation', word: string | undefined) =>
    rememberInAddress(name, word ?? '')
  return (
    <Stack gap={4}>
      <DraftList
        title="还没保存的台账"
        label="还没保存的台账"
        drafts={ledgerDrafts}
        by={me.id}
        titleOf={({ draft }) => draft.content.name || '还没有名称的台账'}
        aboutOf={({ draft }) =>
          `${draft.edition === 0 ? '新建' : '修改'} · ${ledgerKindWords[draft.content.kind].name} · ${draft.content.columns.length} 列`
        }
        onOpen={({ id }) => goTo(pages.buildLedger, { id })}
      />
      <Box className="g-narrow" role="group" label="筛选台账">
        {loaded.data?.length === 0 ? null : (
          <SegmentedControl
            label="登记的是什么"
            segments={kindSegments}
            value={kind ?? anyKind}
            onChange={(chosen) => {
              setKind(kindFrom(chosen))
              narrow('kind', kindFrom(chosen))
            }}
          />
        )}
        {own.length > 1 ? (
          <Select
            label="辖区"
            options={own.map((one) => ({ value: one.id as string, label: shortName(one) }))} // an id is a text to the list
            value={place}
            onChange={(chosen) => {
              const next = own.find(({ id }) => id === chosen)
              if (next === undefined) return
              setPlace(next.id)
              narrow('place', next.id)
            }}
          />
        ) : null}
        {makers.length > 1 ? (
          <Select
            label="谁建的"
            placeholder="全部单位"
            options={makers.map(({ id, name }) => ({ value: id, label: name }))}
            value={organisation}
            onChange={(chosen) => {
              setOrganisation(chosen)
              narrow('organisation', chosen)
            }}
          />
        ) : null}
      </Box>
      <Loaded of={loaded}>
        {(cards) =>
          cards.length === 0 ? (
            <NoLedger me={me} />
          ) : (
            <LedgerCards
              sections={sectionsOf(cards, { kind, organisation })}
              onAll={() => {
                setKind(undefined)
                setOrganisation(undefined)
                narrow('kind', undefined)
                narrow('organisation', undefined)
              }}
            />
          )
        }
      </Loaded>
    </Stack>
  )
}

function NoLedger({ me }: { readonly me: Official }) {
  return (
    <EmptyState
      icon="ledger"
      title="这里还没有台账"
      detail={
        may(me, 'ledger.write')
          ? '从模板开始最快：实有人口、独居老人、七小门店、井盖等都准备好了，保存后已登记的资料会自动排进来，不用重新录入。'
          : '街道或社区负责设计台账的同事建好以后，会列在这里。'
      }
      action={
        may(me, 'ledger.write') ? (
          <Button icon="plus" onPress={() => goTo(pages.buildLedger)}>
            从模板新建
          </Button>
        ) : (
          <Text size="small" tone="quiet">
            已登记的人可以在“全部人员”里查看。
          </Text>
        )
      }
    />
  )
}
