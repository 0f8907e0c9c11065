import { actionNames } from '@zmht/shared/permission'
import {
  Box,
  Button,
  Card,
  createResource,
  EmptyState,
  List,
  ListRow,
  Loaded,
  Stack,
  Text,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { Table } from '../frame/Table'
import { aboutOf } from './question'
import type { AccessToReply } from './resources'
import type { Asking } from './ThingFields'
import { kindOfAction } from './words'

type About = NonNullable<ReturnType<typeof aboutOf>>
type Item = AccessToReply['items'][number]

/** The key is what is asked about, as JSON. */
const accessTo = createResource<AccessToReply>((key) => {
  const query: About = JSON.parse(key) // written below
  return api.permissions.accessTo({ query })
})

const rulesOf = ({ grants }: Item) =>
  grants.map(({ name, effect }) => (effect === 'forbid' ? `禁止：${name}` : name)).join('、') || '没有规则'

/** Of a class of applications: for each action how many may do it, and which rules give it. */
export function ApplicationAnswer({ question, onAsk }: Asking) {
  const about = aboutOf(question)
  if (about === undefined) {
    return <EmptyState icon="place" title="请选择地点" detail="选好地点，就能看到每项操作有多少人可以。" />
  }
  return <Answer key={about.kind} kind={about.kind} asked={JSON.stringify(about)} onAsk={onAsk} />
}

function Answer({
  kind,
  asked,
  onAsk,
}: {
  readonly kind: About['kind']
  readonly asked: string
  readonly onAsk: Asking['onAsk']
}) {
  const wide = useWide()
  const [all, setAll] = useState(false)
  const loaded = useResource(accessTo, asked)
  const open = ({ action }: Item) => onAsk({ way: 'thing', action })
  return (
    <Loaded of={loaded}>
      {({ items }) => {
        // Rules that name no kind speak of every action: those this kind is usually met by come first.
        const usual = items.filter(({ action }) => kindOfAction(action) === kind)
        const some = all || usual.length === 0 ? [...usual, ...items.filter((one) => !usual.includes(one))] : usual
        if (items.length === 0) {
          return (
            <Card>
              <EmptyState icon="shield" title="没有人可以" detail="没有规则涉及这类内容。" />
            </Card>
          )
        }
        return (
          <Stack gap={3}>
            <Text tone="quiet">点一项操作，看是哪些人。</Text>
            {wide ? (
              <Table
                label="各项操作有多少人可以"
                rows={some}
                keyOf={({ action }) => action}
                onOpen={open}
                columns={[
                  { key: 'action', head: '操作', narrow: true, cell: ({ action }) => actionNames[action] },
                  { key: 'count', head: '人数', numeric: true, narrow: true, cell: ({ count }) => `${count} 人` },
                  { key: 'rules', head: '依据的规则', cell: (one) => <Box className="g-cell">{rulesOf(one)}</Box> },
                ]}
              />
            ) : (
              <Card flush>
                <List label="各项操作有多少人可以">
                  {some.map((one, index) => (
                    <ListRow
                      key={one.action}
                      line={index > 0}
                      title={actionNames[one.action]}
                      detail={rulesOf(one)}
                      end={`${one.count} 人`}
                      onPress={() => open(one)}
                    />
                  ))}
                </List>
              </Card>
            )}
            {some.length < items.length ? (
              <Button variant="text" icon="down" onPress={() => setAll(true)}>
                {`再看其他 ${items.length - some.length} 项操作`}
              </Button>
            ) : null}
          </Stack>
        )
      }}
    </Loaded>
  )
}
