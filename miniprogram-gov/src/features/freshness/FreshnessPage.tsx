import { useRouter } from '@tarojs/taro'
import type { FreshnessReply, LedgerReply } from '@zmht/shared/contract'
import { isPlaceId, shortName } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { createResource, EmptyState, goOnTo, goTo, Loaded, Stack, Text, useResource } from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { useEvery } from '@/lib/useEvery'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Breadcrumb, pathWithin } from '../home/RollUp'
import { placeOf } from '../home/resources'
import { ledgerOf } from '../ledgers/resources'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { ColumnRates } from './ColumnRates'
import { HeatRows } from './HeatRows'

/** How often the numbers are read again while they are looked at, in milliseconds. */
const pause = 4000

/** How complete and how fresh a ledger is at a place and below; the key is `ledger/place`. */
const freshnessAt = createResource<FreshnessReply>(async (key) => {
  const [ledgerId = '', place = ''] = key.split('/')
  if (!isPlaceId(place)) throw new Problem('no-such-place')
  return api.ledgers.freshness({ params: { ledgerId }, query: { place } })
})

export function FreshnessPage() {
  return <Gate>{(me) => <Freshness me={me} />}</Gate>
}

function Freshness({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const id = fromAddress(params.id)
  const place = fromAddress(params.place) || territoriesOf(me)[0]?.id
  const loaded = useResource(ledgerOf, id)
  return (
    <OfficialScreen
      me={me}
      title={loaded.data === undefined ? '完整和新鲜' : `${loaded.data.content.name}的完整和新鲜`}
      current={pages.people}
      back={pages.people}
    >
      <Loaded of={loaded}>
        {(ledger) =>
          place === undefined ? (
            <EmptyState
              icon="place"
              title="您的岗位没有管理的地点"
              detail="这些数字按地点读取。如有疑问，请联系本单位的通讯录维护人员。"
            />
          ) : (
            <AtPlace me={me} ledger={ledger} place={place} />
          )
        }
      </Loaded>
    </OfficialScreen>
  )
}

function AtPlace({
  me,
  ledger,
  place,
}: {
  readonly me: Official
  readonly ledger: LedgerReply
  readonly place: string
}) {
  const loaded = useResource(freshnessAt, `${ledger.id}/${place}`)
  useEvery(pause, () => void loaded.reload())
  const where = useResource(placeOf, place)
  const path = pathWithin(where.data?.lineage ?? [], territoriesOf(me))
  const goInto = (to: string) => goOnTo(pages.freshness, { id: ledger.id, place: to })
  const mayList = may(me, 'ledger.read')
  return (
    <Stack gap={4}>
      <Breadcrumb path={path} onPlace={(step) => goInto(step.id)} />
      <Loaded of={loaded}>
        {({ here, children, place: at }) => (
          <Stack gap={4}>
            {here.rows === 0 ? (
              <EmptyState icon="ledger" title="这里还没有登记" detail="登记了以后，完整率和新鲜率会出现在这里。" />
            ) : (
              <>
                <Text tone="quiet">完整率：台账要的内容里登记了多少。新鲜率：登记了的里面还没过期的有多少。</Text>
                <HeatRows
                  title={`${shortName(at)}各处`}
                  here={{ ...here, name: shortName(at) }}
                  places={children}
                  onPlace={(child) =>
                    child.hasChildren || !mayList
                      ? goInto(child.id)
                      : goTo(pages.rows, { id: ledger.id, place: child.id, state: 'stale' })
                  }
                />
                <ColumnRates
                  here={here}
                  onStale={mayList ? () => goTo(pages.due, { id: ledger.id, place }) : undefined}
                />
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </Stack>
  )
}
