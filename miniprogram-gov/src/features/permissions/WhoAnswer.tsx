import { actionNames } from '@zmht/shared/permission'
import { Box, Button, Card, EmptyState, ErrorState, Row, Section, SkeletonList, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { PagedTable } from '../frame/PagedTable'
import { Counted } from './Counted'
import { PickDirectorySheet } from './PickDirectorySheet'
import { aboutOf } from './question'
import type { WhoReply } from './resources'
import type { Asking } from './ThingFields'
import { useWho } from './useWho'
import { WhySheet } from './WhySheet'
import { fieldsWords } from './words'

type Person = WhoReply['items'][number]

const postsOf = ({ posts }: Person) =>
  posts.map(({ title, organisation }) => `${organisation.name} ${title}`).join('、')
/** Several posts may be met by the same rule: it is named once. */
const rulesOf = ({ because }: Person) => [...new Set(because.map(({ grant }) => grant.name))].join('、')

/** How many may, who they are, and by which rule; for anybody else why not. */
export function WhoAnswer({ question, onAsk }: Asking) {
  const { paged, summary } = useWho(question)
  const [naming, setNaming] = useState(false)
  const explain = (id: string) => onAsk({ why: id })
  if (aboutOf(question) === undefined) {
    return <EmptyState icon="place" title="请选择地点" detail="选好地点，就能看到谁可以。" />
  }
  if (paged.first) return <SkeletonList />
  if (summary === undefined) return <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
  const narrow = (part: Parameters<typeof onAsk>[0]) =>
    onAsk({ organisation: '', role: '', rank: '', ...part, way: 'class' })
  return (
    <Stack gap={6}>
      <Row between gap={3} wrap>
        <Box live="polite">
          <Text size="title" strong numeric>{`${summary.count} 人可以${actionNames[question.action]}`}</Text>
        </Box>
        <Button variant="quiet" icon="search" onPress={() => setNaming(true)}>
          查某个人为什么能、为什么不能
        </Button>
      </Row>
      {summary.count === 0 ? null : (
        <Box className="g-counted">
          <Counted title="按单位" counts={summary.byOrganisation} onPress={(key) => narrow({ organisation: key })} />
          <Counted title="按角色" counts={summary.byRole} onPress={(key) => narrow({ role: key })} />
          <Counted title="按职级" counts={summary.byRank} onPress={(key) => narrow({ rank: key })} />
        </Box>
      )}
      <Section title="是哪些人">
        <PagedTable
          paged={paged}
          label="可以的人"
          keyOf={({ official }) => official.id}
          onOpen={({ official }) => explain(official.id)}
          card={(one) => <PersonInAnswer person={one} onWhy={() => explain(one.official.id)} />}
          columns={[
            { key: 'name', head: '姓名', narrow: true, cell: ({ official }) => official.name },
            { key: 'posts', head: '岗位', cell: (one) => <Box className="g-cell">{postsOf(one)}</Box> },
            {
              key: 'fields',
              head: '看到多少',
              cell: ({ fields }) => <Box className="g-cell">{fieldsWords(fields)}</Box>,
            },
            { key: 'rules', head: '依据的规则', cell: (one) => <Box className="g-cell">{rulesOf(one)}</Box> },
            {
              key: 'why',
              head: '说明',
              narrow: true,
              cell: ({ official }) => (
                <Button variant="text" label={`为什么：${official.name}`} onPress={() => explain(official.id)}>
                  为什么
                </Button>
              ),
            },
          ]}
          empty={
            <EmptyState
              icon="person"
              title="没有人可以"
              detail="没有规则让任何人在这里这样做。管理下级地点的人只看下级的内容：可以把地点选到社区再查，或者查某个人为什么不能。"
            />
          }
        />
      </Section>
      {naming ? (
        <PickDirectorySheet
          of="people"
          title="查哪位同事"
          onPick={({ id }) => {
            setNaming(false)
            explain(id)
          }}
          onClose={() => setNaming(false)}
        />
      ) : null}
      {question.why === '' ? null : <WhySheet question={question} onClose={() => explain('')} />}
    </Stack>
  )
}

function PersonInAnswer({ person, onWhy }: { readonly person: Person; readonly onWhy: () => void }) {
  return (
    <Card label={person.official.name}>
      <Stack gap={1}>
        <Row between gap={3}>
          <Text size="large" strong>
            {person.official.name}
          </Text>
          <Button variant="text" label={`为什么：${person.official.name}`} onPress={onWhy}>
            为什么
          </Button>
        </Row>
        <Text>{postsOf(person)}</Text>
        <Text size="small" tone="quiet">{`${fieldsWords(person.fields)} · 依据：${rulesOf(person)}`}</Text>
      </Stack>
    </Card>
  )
}
