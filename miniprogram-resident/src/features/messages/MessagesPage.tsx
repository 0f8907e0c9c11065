import {
  Button,
  Card,
  EmptyState,
  ErrorState,
  goTo,
  goToTop,
  MoreOfList,
  ProblemNotice,
  Row,
  Screen,
  SearchInput,
  Section,
  SegmentedControl,
  SkeletonList,
  useNow,
  usePaged,
  useResource,
} from '@zmht/shared/ui'
import { useCallback, useEffect, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { charges } from '../charges/resources'
import { newestForOrganisations } from '../organisations/resources'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { setAllSeen, useKept } from './kept'
import { MessageRow } from './MessageRow'
import { latestLooks, messages, ownPictures } from './resources'
import {
  chargeLine,
  type Filter,
  found,
  inOrder,
  type Line,
  lookLine,
  noticeLine,
  pictureLine,
  progressLine,
} from './stream'
import { useTabs } from './tabs'

export function MessagesPage() {
  return <Gate>{(me) => <Messages me={me} />}</Gate>
}

const filters: readonly { readonly value: Filter; readonly label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'notice', label: '通知' },
  { value: 'progress', label: '进展' },
]

/** Everything a resident is told, in one stream: notices, how their requests go on, and what became of their own affairs. */
function Messages({ me }: { readonly me: Resident }) {
  const now = useNow()
  const tabs = useTabs(me)
  const [filter, setFilter] = useState<Filter>('all')
  const [search, setSearch] = useState('')
  const told = useResource(messages, 'mine')
  const reader = useKept(me.id)
  const looks = useResource(latestLooks, 'mine').data?.items ?? []
  const acting = useResource(charges, 'mine').data?.items ?? []
  const pictures = useResource(ownPictures, 'mine').data?.items ?? []
  const forOrganisations = useResource(newestForOrganisations, 'mine').data ?? []
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => api.channels.myRequests({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  const searching = search.trim() !== '' && paged.more && !paged.loading && paged.error === undefined
  useEffect(() => {
    if (searching) paged.loadMore()
  }, [searching, paged.loadMore])

  const all: readonly Line[] = [
    ...(told.data?.items ?? []).map((one) => noticeLine(one, reader)),
    ...paged.items.map((one) => progressLine(one, reader)),
    ...forOrganisations.map((one) => progressLine(one, reader)),
    ...looks.map((one) => lookLine(one, reader)),
    ...acting.flatMap((one) => chargeLine(one, reader)),
    ...pictures.flatMap((one) => pictureLine(one, reader)),
  ]
  const shown = found(all, filter, search)
  const { waiting, rest } = inOrder(shown)
  const rows = (lines: readonly Line[]) => (
    <Card flush>
      {lines.map((line, index) => (
        <MessageRow key={line.key} line={line} person={me.id} now={now} below={index > 0} />
      ))}
    </Card>
  )
  const loading = (told.data === undefined && told.error === undefined) || (paged.first && paged.error === undefined)
  const failed = told.error ?? paged.error
  return (
    <Screen title="消息" navigation={tabs} current={pages.messages}>
      <SearchInput label="查找消息" value={search} onChange={setSearch} />
      <SegmentedControl label="看哪些消息" segments={filters} value={filter} onChange={setFilter} />
      {failed !== undefined && all.length > 0 ? <ProblemNotice error={failed} /> : null}
      {shown.length > 0 ? (
        <>
          {waiting.length === 0 ? null : (
            <Section
              title={`未读 ${waiting.length} 条`}
              action={
                waiting.some(({ kind }) => kind !== 'notice') ? (
                  <Button variant="text" onPress={() => setAllSeen(me.id)}>
                    进展标为看过
                  </Button>
                ) : undefined
              }
            >
              {rows(waiting)}
            </Section>
          )}
          {rest.length === 0 ? null : <Section title="之前的消息">{rows(rest)}</Section>}
          {filter === 'notice' ? null : <MoreOfList paged={paged} />}
        </>
      ) : loading || searching || paged.loading ? (
        <SkeletonList />
      ) : failed !== undefined && all.length === 0 ? (
        <ErrorState
          error={failed}
          onRetry={() => {
            void told.reload()
            void paged.reload()
          }}
        />
      ) : (
        <Nothing words={search.trim()} filter={filter} />
      )}
      <Row>
        <Button full variant="text" icon="settings" onPress={() => goTo(pages.muting)}>
          哪些消息提醒我
        </Button>
      </Row>
    </Screen>
  )
}

function Nothing({ words, filter }: { readonly words: string; readonly filter: Filter }) {
  if (words !== '')
    return <EmptyState icon="search" title={`没有找到“${words}”`} detail="换一个词试试，例如“停水”“体检”。" />
  if (filter === 'notice')
    return <EmptyState icon="message" title="还没有通知" detail="社区、街道和市区发给您住处的通知会出现在这里。" />
  return (
    <EmptyState
      icon="message"
      title="还没有消息"
      detail="发给您住处的通知，和您申请的服务的每一步进展，都会出现在这里。"
      action={
        <Button variant="quiet" onPress={() => goToTop(pages.services)}>
          看看有哪些服务
        </Button>
      }
    />
  )
}
