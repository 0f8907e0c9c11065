import type { OpenCardReply } from '@zmht/shared/contract'
import type { OfficialMover } from '@zmht/shared/rules'
import { Button, EmptyState, ErrorState, SkeletonList, Stack, usePaged } from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { ManySteps } from '../requests/ManySteps'
import { FilterBar } from './FilterBar'
import type { Narrowed } from './narrowed'
import { type OpenListName, readOpen } from './read'

const partIn = ({ part }: OpenCardReply): OfficialMover =>
  part === 'resident' || part === 'system' ? 'informed' : part

const nothing = {
  here: { title: '这里没有在办的诉求', detail: '居民提出、由社区办理的，会出现在这里。' },
  given: { title: '现在没有交给本单位的诉求', detail: '其他单位转来的、请您确认的，会出现在这里。' },
} as const

/** 成批办理 of what is open: narrowed by place, by what it is about, to one case; picked; one decision. */
export function OpenRequests({ list }: { readonly list: OpenListName }) {
  const [narrowed, setNarrowed] = useState<Narrowed>({})
  const paged = usePaged<OpenCardReply>(
    useCallback((cursor: string | undefined) => readOpen(list, narrowed, { cursor }), [list, narrowed]),
  )
  const isNarrowed = Object.keys(narrowed).length > 0
  return (
    <Stack gap={4}>
      <FilterBar list={list} narrowed={narrowed} onNarrow={setNarrowed} />
      <ManySteps
        key={JSON.stringify(narrowed)}
        paged={paged}
        partIn={partIn}
        onDone={() => void paged.reload()}
        empty={
          paged.error !== undefined ? (
            <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
          ) : paged.first || paged.loading ? (
            <SkeletonList />
          ) : isNarrowed ? (
            <EmptyState
              icon="task"
              title="没有符合的诉求"
              detail="可能刚刚办完了。去掉一个条件再看看。"
              action={<Button onPress={() => setNarrowed({})}>看全部</Button>}
            />
          ) : (
            <EmptyState icon="task" {...nothing[list]} />
          )
        }
      />
    </Stack>
  )
}
