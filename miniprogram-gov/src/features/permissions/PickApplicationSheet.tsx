import type { ChannelCardReply } from '@zmht/shared/contract'
import { EmptyState, ListRow, PagedList, SearchInput, Sheet, Stack, usePaged } from '@zmht/shared/ui'
import { useCallback, useEffect, useState } from 'react'
import { api } from '@/lib/api'
import type { Picked } from './draft'

/** One application of those somebody's organisations keep. */
export function PickApplicationSheet({
  onPick,
  onClose,
}: {
  readonly onPick: (application: Picked) => void
  readonly onClose: () => void
}) {
  const [typed, setTyped] = useState('')
  const paged = usePaged<ChannelCardReply>(
    useCallback(
      (cursor: string | undefined) => api.channels.list({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  const wanted = typed.trim()
  const items = wanted === '' ? paged.items : paged.items.filter(({ title }) => title.includes(wanted))
  const searching = wanted !== '' && paged.more && !paged.loading && paged.error === undefined
  useEffect(() => {
    if (searching) paged.loadMore()
  }, [searching, paged.loadMore])
  return (
    <Sheet open wide title="选择应用" onClose={onClose}>
      <Stack gap={3}>
        <SearchInput label="按名称查找应用" value={typed} onChange={setTyped} />
        <PagedList
          paged={{ ...paged, items, loading: paged.loading || searching }}
          label="找到的应用"
          keyOf={(one) => one.id}
          render={(one) => (
            <ListRow title={one.title} detail={one.summary} onPress={() => onPick({ id: one.id, name: one.title })} />
          )}
          empty={
            <EmptyState
              icon="channel"
              title={wanted === '' ? '您的单位还没有应用' : `没有找到“${wanted}”`}
              detail="这里列出您能查看的单位的应用。"
            />
          }
        />
      </Stack>
    </Sheet>
  )
}
