import type { FoundEntityReply } from '@zmht/shared/contract'
import { Card, EmptyState, ListRow, PagedList, SkeletonList } from '@zmht/shared/ui'
import type { EntitySearch } from './useEntitySearch'
import { ledgerKindWords } from './words'

/** What was found for what is typed, each to be pressed. */
export function FoundEntities({
  typed,
  search,
  onPress,
}: {
  readonly typed: string
  readonly search: EntitySearch
  readonly onPress: (found: FoundEntityReply) => void
}) {
  const { words, paged } = search
  if (words !== typed.trim().slice(0, 40)) return <SkeletonList />
  return (
    <PagedList
      paged={paged}
      label="找到的人、单位、物品和地点"
      keyOf={({ id }) => id}
      render={(found) => (
        <Card flush>
          <ListRow
            icon={ledgerKindWords[found.kind].icon}
            title={found.name || `没有名称的${ledgerKindWords[found.kind].name}`}
            detail={found.home || '地点还没登记'}
            end={ledgerKindWords[found.kind].name}
            onPress={() => onPress(found)}
          />
        </Card>
      )}
      empty={
        <EmptyState
          icon="search"
          title={`没有找到“${words}”`}
          detail="可以输入姓名或名称里连着的两个字、拼音首字母、手机号或证件号后四位、车牌号，或像 3-501 这样的楼号和门牌号。"
        />
      }
    />
  )
}
