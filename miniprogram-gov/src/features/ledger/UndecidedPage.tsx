import type { UndecidedReply } from '@zmht/shared/contract'
import { Card, EmptyState, formatAge, goTo, ListRow, Tag, Text, useNow, usePaged } from '@zmht/shared/ui'
import { useCallback } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PagedTable } from '../frame/PagedTable'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { kindWords } from './words'

/** Whose facts are said in more than one way, or who may be one: to be looked at and decided. */
export function UndecidedPage() {
  return <Gate>{(me) => <Undecided me={me} />}</Gate>
}

function Undecided({ me }: { readonly me: Official }) {
  const now = useNow()
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => api.ledgers.undecided({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  const open = ({ id }: UndecidedReply) => goTo(pages.entity, { id })
  return (
    <OfficialScreen me={me} title="待核对" current={pages.people} back={pages.people}>
      <Text tone="quiet">几个人说法不一致的资料，和可能重复的人。采纳哪一个由您决定，没采纳的也留在记录里。</Text>
      <PagedTable
        paged={paged}
        label="待核对"
        keyOf={(one) => one.id}
        onOpen={open}
        card={(one) => (
          <Card flush>
            <ListRow
              icon={kindWords[one.kind].icon}
              title={one.name}
              detail={`${one.home || '住址未登记'} · ${formatAge(one.updatedAt, now)}`}
              end={<Tag tone="amber">{`${one.undecided} 处`}</Tag>}
              onPress={() => open(one)}
            />
          </Card>
        )}
        columns={[
          { key: 'name', head: '名称', narrow: true, cell: (one) => one.name },
          { key: 'kind', head: '类别', narrow: true, cell: (one) => kindWords[one.kind].name },
          { key: 'undecided', head: '待核对', narrow: true, numeric: true, cell: (one) => `${one.undecided} 处` },
          { key: 'home', head: '住址', cell: (one) => one.home },
          {
            key: 'updated',
            head: '最近一次',
            narrow: true,
            numeric: true,
            cell: (one) => formatAge(one.updatedAt, now),
          },
        ]}
        empty={
          <EmptyState
            icon="check"
            title="没有要核对的资料"
            detail="居民、工作人员或导入的名册说法不一致时，会列在这里。"
          />
        }
      />
    </OfficialScreen>
  )
}
