import type { DataSetReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Card, EmptyState, goTo, ListRow, Tag, usePaged } from '@zmht/shared/ui'
import { useMemo } from 'react'
import { pages } from '@/lib/navigation'
import { PagedTable } from '../frame/PagedTable'
import { ledgerKindWords } from '../ledgers/words'
import { dataSetsOn } from './resources'

const fieldsIn = ({ fields }: DataSetReply): string => fields.map(({ label }) => label).join('、')
const placesIn = ({ places }: DataSetReply): string => places.map((place) => shortName(place)).join('、')

/** Data sets as cards on a phone, a table on a PC. */
export function DataSets({ side }: { readonly side: 'offered' | 'own' }) {
  const paged = usePaged<DataSetReply>(useMemo(() => dataSetsOn(side), [side]))
  const open = ({ id }: DataSetReply) => goTo(pages.dataSet, { id })
  return (
    <PagedTable
      paged={paged}
      label={side === 'own' ? '我提供的数据' : '数据目录'}
      keyOf={({ id }) => id}
      onOpen={open}
      card={(one) => (
        <Card flush>
          <ListRow
            icon={ledgerKindWords[one.kind].icon}
            title={one.name}
            detail={`${one.organisation.name} · ${fieldsIn(one)}`}
            {...(one.ended ? { end: <Tag>已停止提供</Tag> } : {})}
            onPress={() => open(one)}
          />
        </Card>
      )}
      columns={[
        { key: 'name', head: '数据', narrow: true, cell: ({ name }) => name },
        { key: 'from', head: '提供单位', narrow: true, cell: ({ organisation }) => organisation.name },
        { key: 'fields', head: '可以申请的内容', cell: fieldsIn },
        { key: 'places', head: '范围', narrow: true, cell: placesIn },
        { key: 'state', head: '状态', narrow: true, cell: ({ ended }) => (ended ? '已停止提供' : '可以申请') },
      ]}
      empty={
        side === 'own' ? (
          <EmptyState
            icon="ledger"
            title="还没有提供数据"
            detail="按右上角的“提供数据”，从本单位的台账里选几列，下级单位就能来申请。"
          />
        ) : (
          <EmptyState
            icon="ledger"
            title="上级还没有提供数据"
            detail="市、区、街道的单位提供数据以后，会列在这里供您申请。"
          />
        )
      }
    />
  )
}
