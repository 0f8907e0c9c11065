import { useRouter } from '@tarojs/taro'
import type { PersonCardReply } from '@zmht/shared/contract'
import { EmptyState, formatAge, goTo, PersonCard, SearchInput, useNow, usePaged } from '@zmht/shared/ui'
import { useCallback, useEffect, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PagedTable } from '../frame/PagedTable'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'

/** Everybody who lives at my places, in one plain list. */
export function PeoplePage() {
  return <Gate>{(me) => <People me={me} />}</Gate>
}

function People({ me }: { readonly me: Official }) {
  const now = useNow()
  const [search, setSearch] = useState(fromAddress(useRouter().params.q))
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => api.ledgers.people({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  const wanted = search.trim()
  const shown = wanted === '' ? paged.items : paged.items.filter((person) => fits(person, wanted))
  // Looking for somebody reads on to the end of the register: an answer of nobody must be true.
  const searching = wanted !== '' && paged.more && !paged.loading && paged.error === undefined
  useEffect(() => {
    if (searching) paged.loadMore()
  }, [searching, paged.loadMore])

  return (
    <OfficialScreen me={me} title="全部人员" current={pages.people} back={pages.people}>
      <SearchInput
        label="按姓名、手机号或住址查找"
        value={search}
        onChange={(typed) => {
          setSearch(typed)
          rememberInAddress('q', typed.trim())
        }}
      />
      <PagedTable
        paged={paged}
        shown={shown}
        label="居民"
        keyOf={(person) => person.id}
        onOpen={(person) => goTo(pages.entity, { id: person.id })}
        card={(person) => (
          <PersonCard
            name={person.name}
            detail={person.phone}
            place={person.home}
            onPress={() => goTo(pages.entity, { id: person.id })}
          />
        )}
        columns={[
          { key: 'name', head: '姓名', narrow: true, cell: (person) => person.name },
          { key: 'phone', head: '手机号', narrow: true, cell: (person) => person.phone },
          { key: 'home', head: '住址', cell: (person) => person.home },
          {
            key: 'updated',
            head: '资料更新',
            numeric: true,
            narrow: true,
            cell: (person) => formatAge(person.updatedAt, now),
          },
        ]}
        empty={
          wanted === '' ? (
            <EmptyState
              icon="ledger"
              title="还没有居民资料"
              detail="居民办理服务时填写的内容会自动记入台账，不用您录入。"
            />
          ) : (
            <EmptyState icon="search" title="没有找到" detail="换一个字，或只输入姓氏、楼号试试。" />
          )
        }
      />
    </OfficialScreen>
  )
}

function fits(person: PersonCardReply, wanted: string): boolean {
  const text = `${person.name} ${person.phone} ${person.home}`
  return wanted.split(/\s+/).every((word) => text.includes(word))
}
