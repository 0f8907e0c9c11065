import type { DeskCardReply } from '@zmht/shared/contract'
import type { OfficialMover } from '@zmht/shared/rules'
import {
  Button,
  Card,
  EmptyState,
  formatWhen,
  goTo,
  PlaceLine,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  useNow,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { PagedTable } from '../frame/PagedTable'
import { OpenRequests } from '../open/OpenRequests'
import { ClockTag } from '../work/ClockTag'
import { StateTag } from './StateTag'
import { partWords } from './words'

const partIn = ({ part }: DeskCardReply): OfficialMover =>
  part === 'resident' || part === 'system' ? 'informed' : part

const lists = {
  desk: { title: '交给本单位的诉求', read: api.channels.desk, many: true },
  overseen: { title: '报到本单位督办的诉求', read: api.channels.overseen, many: false },
} as const

/** 交给本单位的诉求: what one's own organisation has, confirms, works along with, settles or oversees, wherever it lies. Nothing while there is none. */
export function DeskRequests({
  list,
  alone = false,
}: {
  readonly list: keyof typeof lists
  readonly alone?: boolean /** It is all there is for them here. */
}) {
  const now = useNow()
  const { title, read, many: canBeMany } = lists[list]
  const [many, setMany] = useState(false)
  const paged = usePaged<DeskCardReply>(
    useCallback((cursor: string | undefined) => read({ query: cursor === undefined ? {} : { cursor } }), [read]),
  )
  // What is left to be done in one go is read by itself: nothing here while it is looked at says it ended.
  if (paged.items.length === 0 && !many)
    return !alone || paged.first ? null : (
      <EmptyState icon="task" title="现在没有交给本单位的诉求" detail="其他单位转来的、请您确认的，会出现在这里。" />
    )
  const open = (one: DeskCardReply) => goTo(pages.request, { id: one.id })
  return (
    <Section
      title={title}
      action={
        canBeMany ? (
          <Button
            variant="text"
            onPress={() => {
              if (many) void paged.reload()
              setMany(!many)
            }}
          >
            {many ? '逐件看' : '成批办理'}
          </Button>
        ) : undefined
      }
    >
      {many ? (
        <OpenRequests list="given" />
      ) : (
        <PagedTable
          paged={paged}
          label={`${title}，先到期的在前`}
          keyOf={(one) => one.id}
          onOpen={open}
          card={(one) => (
            <Card onPress={() => open(one)}>
              <Stack gap={2}>
                <Row between top gap={3}>
                  <Text size="large" strong>
                    {one.who}
                  </Text>
                  <Tag tone="accent">{partWords[partIn(one)]}</Tag>
                </Row>
                <Row between gap={3}>
                  <Text>{one.title}</Text>
                  <StateTag state={one.state} />
                </Row>
                <Row between wrap gap={2}>
                  <PlaceLine tail={one.place} />
                  <ClockTag request={one} now={now} small />
                </Row>
                <Text size="small" tone="quiet" numeric>
                  {`${formatWhen(one.submittedAt, now)}提交 · ${one.claimedBy ? `${one.claimedBy.name}在办` : '还没人接手'}`}
                </Text>
              </Stack>
            </Card>
          )}
          columns={[
            { key: 'who', head: '居民', narrow: true, cell: (one) => one.who },
            { key: 'title', head: '服务', cell: (one) => one.title },
            { key: 'place', head: '地点', cell: (one) => one.place },
            { key: 'part', head: '本单位', narrow: true, cell: (one) => partWords[partIn(one)] },
            { key: 'state', head: '状态', narrow: true, cell: (one) => <StateTag state={one.state} /> },
            { key: 'by', head: '办理人', narrow: true, cell: (one) => one.claimedBy?.name ?? '还没人接手' },
            { key: 'since', head: '提交', narrow: true, cell: (one) => formatWhen(one.submittedAt, now) },
            {
              key: 'due',
              head: '期限',
              numeric: true,
              narrow: true,
              cell: (one) => <ClockTag request={one} now={now} small />,
            },
          ]}
          empty={null}
        />
      )}
    </Section>
  )
}
