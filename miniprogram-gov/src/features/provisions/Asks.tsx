import type { ProvisionCardReply } from '@zmht/shared/contract'
import { purposes } from '@zmht/shared/provisions'
import { Card, EmptyState, formatAge, goTo, ListRow, Tag, useNow, usePaged } from '@zmht/shared/ui'
import { useCallback } from 'react'
import { api } from '@/lib/api'
import { dayWords } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { PagedTable } from '../frame/PagedTable'
import { stateWords } from './words'

type AskSide = 'asked' | 'waiting' | 'decided'

const words: Readonly<Record<AskSide, { readonly label: string; readonly title: string; readonly detail: string }>> = {
  asked: { label: '我申请的', title: '还没有申请过数据', detail: '到“数据目录”里选一份，写明用途就能申请。' },
  waiting: { label: '待我批的', title: '没有要批的申请', detail: '下级单位申请本单位的数据时，会列在这里等您决定。' },
  decided: { label: '我批过的', title: '还没有批过申请', detail: '批准或退回过的申请会列在这里，随时可以撤回。' },
}

/** Asks for data, the latest first. */
export function Asks({ side }: { readonly side: AskSide }) {
  const now = useNow()
  const paged = usePaged<ProvisionCardReply>(
    useCallback(
      (cursor: string | undefined) =>
        api.ledgers.provisions({ query: { side, ...(cursor === undefined ? {} : { cursor }) } }),
      [side],
    ),
  )
  const open = ({ id }: ProvisionCardReply) => goTo(pages.provision, { id })
  const other = ({ asker, supplier }: ProvisionCardReply): string => (side === 'asked' ? supplier.name : asker.name)
  const { label, title, detail } = words[side]
  return (
    <PagedTable
      paged={paged}
      label={label}
      keyOf={({ id }) => id}
      onOpen={open}
      card={(one) => (
        <Card flush>
          <ListRow
            icon="document"
            title={`${one.name} · ${purposes[one.purpose]}`}
            detail={`${other(one)} · 用到${dayWords(one.until)}`}
            end={<Tag tone={stateWords[one.state].tone}>{stateWords[one.state].name}</Tag>}
            onPress={() => open(one)}
          />
        </Card>
      )}
      columns={[
        { key: 'name', head: '数据', narrow: true, cell: ({ name }) => name },
        { key: 'other', head: side === 'asked' ? '向谁申请' : '谁申请', cell: other },
        { key: 'purpose', head: '用途', narrow: true, cell: ({ purpose }) => purposes[purpose] },
        { key: 'until', head: '用到', narrow: true, cell: ({ until }) => dayWords(until) },
        {
          key: 'state',
          head: '状态',
          narrow: true,
          cell: ({ state }) => <Tag tone={stateWords[state].tone}>{stateWords[state].name}</Tag>,
        },
        { key: 'at', head: '申请', narrow: true, numeric: true, cell: ({ at }) => formatAge(at, now) },
      ]}
      empty={<EmptyState icon="document" title={title} detail={detail} />}
    />
  )
}
