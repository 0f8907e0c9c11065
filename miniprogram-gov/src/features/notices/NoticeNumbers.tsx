import type { NoticeNumbersReply, NoticeReceiptReply, NoticeReply } from '@zmht/shared/contract'
import { isPlaceId, levels, shortName } from '@zmht/shared/geo'
import {
  Button,
  Card,
  formatWhen,
  List,
  ListRow,
  Loaded,
  PagedList,
  Section,
  Stack,
  Text,
  useNow,
  usePaged,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { type Column, Table } from '../frame/Table'
import { Numbers } from '../home/Numbers'
import { useRefreshWhile } from '../provisions/useRefreshWhile'
import { type Official, territoriesOf } from '../session/official'
import { numbersOf } from './resources'

type Child = NoticeNumbersReply['children'][number]

/** Who read it, live, from the reader's own place down to the door. */
export function NoticeNumbers({ me, notice }: { readonly me: Official; readonly notice: NoticeReply }) {
  const own = territoriesOf(me)[0]
  // Where it goes to more than one place, it is looked at from one's own; else from where it goes.
  const [only, ...more] = notice.places
  const isInner = only !== undefined && own !== undefined && levels.indexOf(only.level) > levels.indexOf(own.level)
  const start = more.length === 0 && isInner ? only.id : (own?.id ?? only?.id ?? '')
  const [way, setWay] = useState<readonly string[]>([start])
  const at = way.at(-1) ?? start
  const key = `${notice.id}/${at}`
  const loaded = useResource(numbersOf, key)
  useRefreshWhile(notice.state === 'published', () => numbersOf.refresh(key))
  return (
    <Section
      title="阅读情况"
      action={
        way.length > 1 ? (
          <Button variant="text" icon="back" onPress={() => setWay((before) => before.slice(0, -1))}>
            上一级
          </Button>
        ) : undefined
      }
    >
      <Loaded of={loaded}>
        {(numbers) => (
          <Stack gap={4}>
            <Text strong>{shortName(numbers.place)}</Text>
            <Numbers label="阅读情况" figures={figuresOf(numbers, notice)} />
            <Children
              numbers={numbers}
              notice={notice}
              onPlace={(child) => setWay((before) => [...before, child.id])}
            />
            {levels.indexOf(numbers.place.level) >= levels.indexOf('community') ? (
              <Readers key={at} notice={notice} place={at} />
            ) : null}
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}

/** The options there are, with how many chose each. */
const chosenIn = ({ options }: Pick<NoticeNumbersReply, 'options'>, { content }: NoticeReply) =>
  content.questions.flatMap(({ key, options: offered = [] }) =>
    offered.map(({ code, label }) => ({ key: `${key}.${code}`, label, count: options[`${key}.${code}`] ?? 0 })),
  )

const figuresOf = (numbers: NoticeNumbersReply, notice: NoticeReply) => [
  { key: 'read', label: '已读', value: String(numbers.read), tone: 'accent' as const },
  { key: 'accounts', label: '有账号', value: String(numbers.accounts) },
  { key: 'people', label: '登记居住', value: String(numbers.people) },
  ...(notice.content.questions.length === 0
    ? []
    : [{ key: 'answered', label: '已回答', value: String(numbers.answered) }]),
  ...chosenIn(numbers, notice).map(({ key, label, count }) => ({ key, label, value: String(count) })),
]

function Children({
  numbers,
  notice,
  onPlace,
}: {
  readonly numbers: NoticeNumbersReply
  readonly notice: NoticeReply
  readonly onPlace: (child: Child) => void
}) {
  const wide = useWide()
  const rows = numbers.children
    .filter(({ people, accounts, read }) => people + accounts + read > 0)
    .sort((one, other) => other.accounts - other.read - (one.accounts - one.read))
  if (rows.length === 0) return null
  const label = `${shortName(numbers.place)}各处的阅读情况`
  if (wide) {
    const number = (key: string, head: string, of: (child: Child) => number): Column<Child> => ({
      ...{ key, head, numeric: true, narrow: true },
      cell: (child) => String(of(child)),
    })
    const columns: readonly Column<Child>[] = [
      { key: 'name', head: '地点', cell: (child) => shortName(child) },
      number('read', '已读', ({ read }) => read),
      number('accounts', '有账号', ({ accounts }) => accounts),
      number('people', '登记居住', ({ people }) => people),
      ...chosenIn(numbers, notice).map(({ key, label: option }) =>
        number(key, option, ({ options }) => options[key] ?? 0),
      ),
    ]
    return <Table label={label} columns={columns} rows={rows} keyOf={({ id }) => id} onOpen={onPlace} />
  }
  return (
    <Card flush>
      <List label={label}>
        {rows.map((child, at) => (
          <ListRow
            key={child.id}
            line={at > 0}
            title={shortName(child)}
            detail={`有账号 ${child.accounts} 人，登记居住 ${child.people} 人`}
            end={
              <Text inline strong numeric>
                {`已读 ${child.read}`}
              </Text>
            }
            onPress={() => onPlace(child)}
          />
        ))}
      </List>
    </Card>
  )
}

/** Who read it there. */
function Readers({ notice, place }: { readonly notice: NoticeReply; readonly place: string }) {
  const now = useNow()
  const { id } = notice
  const paged = usePaged<NoticeReceiptReply>(
    useCallback(
      async (cursor: string | undefined) => {
        if (!isPlaceId(place)) return { items: [] }
        const from = cursor === undefined ? {} : { cursor }
        return api.channels.noticeReceipts({ params: { noticeId: id }, query: { place, ...from } })
      },
      [id, place],
    ),
  )
  if (paged.items.length === 0) return null
  return (
    <Stack gap={2}>
      <Text strong>谁读了</Text>
      <PagedList
        paged={paged}
        label="谁读了"
        keyOf={({ person }) => person}
        empty={null}
        render={(one) => (
          <Card>
            <Stack gap={1}>
              <Text strong>{one.name}</Text>
              <Text size="small" tone="quiet">
                {`${one.place} · ${formatWhen(one.readAt, now)}${one.forThem ? '，家人代读' : ''}${one.revision < notice.revision ? '，还没读更正' : ''}`}
              </Text>
              {(one.answers ?? []).map(({ label, text }) => (
                <Text key={label}>{`${label}：${text}`}</Text>
              ))}
            </Stack>
          </Card>
        )}
      />
    </Stack>
  )
}
