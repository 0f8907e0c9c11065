import { useRouter } from '@tarojs/taro'
import { whats } from '@zmht/shared/answerable/answer'
import { type AnsweredKind, answeredKinds } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Button, EmptyState, goOnTo, goTo, Loaded, SegmentedControl, Stack, Text, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { useEvery } from '@/lib/useEvery'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Breadcrumb, pathWithin } from '../home/RollUp'
import { placeOf } from '../home/resources'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { FoundList } from './FoundList'
import { PlaceCounts } from './PlaceCounts'
import { countsAt } from './resources'
import { kindNames, rowsIn, sayRows, type What, whatWords } from './words'

/** How often the numbers are read again while they are looked at, in milliseconds. */
const pause = 5000

/** Those nobody is answerable for, or two are, or who are here too: how many by place, and who. What is looked at stands in the address. */
export function UnansweredPage() {
  return <Gate>{(me) => <Unanswered me={me} />}</Gate>
}

function Unanswered({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const territories = territoriesOf(me)
  const place = fromAddress(params.place) || territories[0]?.id
  const [what, setWhat] = useState<What>(whats.find((one) => one === params.what) ?? 'none')
  const [kind, setKind] = useState<AnsweredKind>(answeredKinds.find((one) => one === params.kind) ?? 'person')
  return (
    <OfficialScreen
      me={me}
      title="由谁负责"
      current={pages.people}
      back={pages.people}
      actions={
        <Button
          variant="quiet"
          icon="settings"
          onPress={() => goTo(pages.sectors, place === undefined ? {} : { place })}
        >
          行业主管
        </Button>
      }
    >
      <SegmentedControl<What>
        label="看哪一类"
        segments={whats.map((one) => ({ value: one, label: whatWords[one].name }))}
        value={what}
        onChange={(next) => {
          setWhat(next)
          rememberInAddress('what', next)
        }}
      />
      <Text tone="quiet">{whatWords[what].about}</Text>
      {place === undefined ? (
        <EmptyState
          icon="place"
          title="您的岗位没有管理的地点"
          detail="这里按地点查看。如有疑问，请联系本单位的通讯录维护人员。"
        />
      ) : (
        <AtPlace
          me={me}
          place={place}
          what={what}
          kind={kind}
          onKind={(next) => {
            setKind(next)
            rememberInAddress('kind', next)
          }}
        />
      )}
    </OfficialScreen>
  )
}

function AtPlace({
  me,
  place,
  what,
  kind,
  onKind,
}: {
  readonly me: Official
  readonly place: string
  readonly what: What
  readonly kind: AnsweredKind
  readonly onKind: (kind: AnsweredKind) => void
}) {
  const territories = territoriesOf(me)
  const loaded = useResource(countsAt, place)
  useEvery(pause, () => void loaded.reload())
  const where = useResource(placeOf, place)
  const goInto = (to: string) => goOnTo(pages.unanswered, { place: to, what, kind })
  return (
    <Stack gap={4}>
      {territories.length > 1 && territories.some(({ id }) => id === place) ? (
        <SegmentedControl
          label="管理的地点"
          value={place}
          segments={territories.map((one) => ({ value: one.id, label: shortName(one) }))}
          onChange={goInto}
        />
      ) : null}
      <Breadcrumb path={pathWithin(where.data?.lineage ?? [], territories)} onPlace={({ id }) => goInto(id)} />
      <Loaded of={loaded}>
        {(counts) => (
          <Stack gap={6}>
            <SegmentedControl<AnsweredKind>
              label="人、单位或物"
              segments={answeredKinds.map((one) => ({
                value: one,
                label: `${kindNames[one]} ${sayRows(rowsIn(counts.here, what, one))}`,
              }))}
              value={kind}
              onChange={onKind}
            />
            <PlaceCounts counts={counts} what={what} kind={kind} onPlace={goInto} />
            {counts.opens && may(me, 'ledger.read') ? (
              <FoundList key={`${place} ${what} ${kind}`} place={counts.place} what={what} kind={kind} />
            ) : (
              <Text size="small" tone="quiet">
                名单由各社区查看和处理，您在这里看到的是数量。
              </Text>
            )}
          </Stack>
        )}
      </Loaded>
    </Stack>
  )
}
