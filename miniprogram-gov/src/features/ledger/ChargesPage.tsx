import type { AskedChargeReply } from '@zmht/shared/contract'
import { chargeKinds } from '@zmht/shared/permission'
import { Card, EmptyState, formatAge, ListRow, Text, useNow, usePaged } from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PagedTable } from '../frame/PagedTable'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { ChargeSheet } from './ChargeSheet'

/** Who asks to act for somebody of ours: to be checked and decided. */
export function ChargesPage() {
  return <Gate>{(me) => <Charges me={me} />}</Gate>
}

function Charges({ me }: { readonly me: Official }) {
  const now = useNow()
  const [open, setOpen] = useState<AskedChargeReply>()
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => api.ledgers.askedCharges({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  const wish = ({ who, as, name }: AskedChargeReply) => `${who || '居民'} 申请作 ${name} 的${chargeKinds[as]}`
  return (
    <OfficialScreen me={me} title="代办申请" current={pages.people} back={pages.people}>
      <Text tone="quiet">通过以后，申请人能看到对方已登记的资料并代为填写。请先核实身份和关系。</Text>
      <PagedTable
        paged={paged}
        label="代办申请"
        keyOf={({ id }) => id}
        onOpen={setOpen}
        card={(one) => (
          <Card flush>
            <ListRow
              icon="family"
              title={wish(one)}
              detail={`${one.place} · ${formatAge(one.at, now)}`}
              onPress={() => setOpen(one)}
            />
          </Card>
        )}
        columns={[
          { key: 'wish', head: '申请', cell: wish },
          { key: 'place', head: '所在', cell: ({ place }) => place },
          { key: 'term', head: '起止', narrow: true, cell: ({ from, until }) => `${from} 至 ${until ?? '长期'}` },
          { key: 'at', head: '提出', narrow: true, numeric: true, cell: ({ at }) => formatAge(at, now) },
        ]}
        empty={<EmptyState icon="check" title="没有要核实的申请" detail="居民申请替家人或单位代办时，会列在这里。" />}
      />
      <ChargeSheet
        key={open?.id ?? ''}
        charge={open}
        onClose={() => setOpen(undefined)}
        onDecided={async () => {
          setOpen(undefined)
          await paged.reload()
        }}
      />
    </OfficialScreen>
  )
}
