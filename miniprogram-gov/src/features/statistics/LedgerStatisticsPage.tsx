import { useRouter } from '@tarojs/taro'
import type { LedgerReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Button, EmptyState, goOnTo, goTo, Loaded, SegmentedControl, Stack, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { useEvery } from '@/lib/useEvery'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Breadcrumb, pathWithin } from '../home/RollUp'
import { placeOf } from '../home/resources'
import { JobLine } from '../ledgers/JobLine'
import { ledgerOf } from '../ledgers/resources'
import { useLedgerJob } from '../ledgers/useLedgerJob'
import { Gate } from '../session/Gate'
import { type Official, territoriesOf } from '../session/official'
import { MeasureChips } from './MeasureChips'
import { MeasureView } from './MeasureView'
import { measurePage } from './pages'
import { RemoveMeasure } from './RemoveMeasure'
import { measuredAt } from './resources'

/** How often the numbers are read again while they are looked at, in milliseconds. */
const pause = 4000

/** The numbers of a ledger at a place, live; ledger, place and measure stand in the address. */
export function LedgerStatisticsPage() {
  return <Gate>{(me) => <LedgerStatistics me={me} />}</Gate>
}

function LedgerStatistics({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const id = fromAddress(params.id)
  const territories = territoriesOf(me)
  const place = fromAddress(params.place) || territories[0]?.id
  const [measure, setMeasure] = useState(fromAddress(params.measure))
  const loaded = useResource(ledgerOf, id)
  const ledger = loaded.data
  return (
    <OfficialScreen
      me={me}
      title={ledger === undefined ? '统计' : `${ledger.content.name}统计`}
      current={pages.people}
      back={pages.people}
      actions={
        ledger !== undefined && place !== undefined ? (
          <Button variant="quiet" icon="ledger" onPress={() => goTo(pages.rows, { id, place })}>
            看名单
          </Button>
        ) : undefined
      }
    >
      <Loaded of={loaded}>
        {(data) =>
          place === undefined ? (
            <EmptyState
              icon="place"
              title="您的岗位没有管理的地点"
              detail="统计按地点读取。如有疑问，请联系本单位的通讯录维护人员。"
            />
          ) : (
            <AtPlace
              ledger={data}
              place={place}
              territories={territories}
              measure={
                data.shownMeasures.some((one) => one.id === measure) ? measure : (data.shownMeasures[0]?.id ?? '')
              }
              onMeasure={(chosen) => {
                setMeasure(chosen)
                rememberInAddress('measure', chosen)
              }}
            />
          )
        }
      </Loaded>
    </OfficialScreen>
  )
}

function AtPlace({
  ledger,
  place,
  territories,
  measure,
  onMeasure,
}: {
  readonly ledger: LedgerReply
  readonly place: string
  readonly territories: ReturnType<typeof territoriesOf>
  readonly measure: string
  readonly onMeasure: (id: string) => void
}) {
  const loaded = useResource(measuredAt, `${ledger.id}/${measure}/${place}`)
  useEvery(pause, () => void loaded.reload())
  const job = useLedgerJob(ledger, () => void loaded.reload())
  const where = useResource(placeOf, place)
  const path = pathWithin(where.data?.lineage ?? [], territories)
  const goUp = (to: string) => goOnTo(pages.ledgerStatistics, { id: ledger.id, place: to, measure })
  const shown = ledger.shownMeasures.find((one) => one.id === measure)
  return (
    <Stack gap={4}>
      {territories.length > 1 && territories.some((one) => one.id === place) ? (
        <SegmentedControl
          label="管理的地点"
          value={place}
          segments={territories.map((one) => ({ value: one.id, label: shortName(one) }))}
          onChange={goUp}
        />
      ) : null}
      <Breadcrumb path={path} onPlace={(step) => goUp(step.id)} />
      <MeasureChips measures={ledger.shownMeasures} chosen={measure} onChoose={onMeasure} />
      {job === undefined ? null : <JobLine job={job} mayWrite={ledger.mayWrite} />}
      <Loaded of={loaded}>
        {(read) => (
          <MeasureView
            ledger={ledger}
            read={read}
            loaded={loaded}
            counting={job !== undefined && job.state !== 'failed'}
          />
        )}
      </Loaded>
      {ledger.mayWrite ? (
        <Stack gap={2} className="g-acts">
          <Button variant="quiet" icon="plus" onPress={() => goTo(measurePage, { id: ledger.id, place })}>
            加一个指标
          </Button>
          {shown?.own ? (
            <RemoveMeasure
              ledger={ledger}
              measure={shown}
              onRemoved={() => onMeasure(ledger.shownMeasures[0]?.id ?? '')}
            />
          ) : null}
        </Stack>
      ) : null}
    </Stack>
  )
}
