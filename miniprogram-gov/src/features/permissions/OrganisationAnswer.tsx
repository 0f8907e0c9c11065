import { actionNames, resourceKinds } from '@zmht/shared/permission'
import {
  Box,
  Card,
  EmptyState,
  List,
  ListRow,
  Loaded,
  Stack,
  Switch,
  Text,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { Table } from '../frame/Table'
import type { Official } from '../session/official'
import { ownOrganisations } from './ClassFields'
import { PickDirectorySheet } from './PickDirectorySheet'
import { PickedField } from './PickedField'
import type { Question } from './question'
import { type AccessOfOrganisationReply, accessOfOrganisation } from './resources'
import type { Asking } from './ThingFields'
import { useName } from './useName'
import { kindOfAction } from './words'

/** What the people of an organisation may do: for each action how many of them, by role. */
export function OrganisationAnswer({ me, question, onAsk }: Asking & { readonly me: Official }) {
  const { organisation, below } = question
  return (
    <Stack gap={6}>
      <Box className="g-ask">
        <PickedField
          label="单位"
          ask="按名称查找"
          name={useName('organisation', organisation)}
          onPick={({ id }) => onAsk({ organisation: id })}
          sheet={(onPick, onClose) => (
            <PickDirectorySheet
              of="organisations"
              title="查哪个单位"
              usual={ownOrganisations(me)}
              onPick={onPick}
              onClose={onClose}
            />
          )}
        />
        <Switch label="包括下级单位" on={below} onChange={(on) => onAsk({ below: on })} />
      </Box>
      {organisation === '' ? (
        <EmptyState icon="person" title="请选择一个单位" detail="选好以后，会列出它的人能做哪些事，各有多少人。" />
      ) : (
        <Access organisation={organisation} below={below} onAsk={onAsk} />
      )}
    </Stack>
  )
}

type Item = AccessOfOrganisationReply['items'][number]
/** So many roles are named; asking about the action names all. */
const most = 4
function roleWords({ byRole }: Item): string {
  const named = byRole.slice(0, most).map(({ name, count }) => `${name} ${count} 人`)
  return `${named.join('、')}${byRole.length > most ? `等 ${byRole.length} 种角色` : ''}`
}

function Access({
  organisation,
  below,
  onAsk,
}: {
  readonly organisation: string
  readonly below: boolean
  readonly onAsk: Asking['onAsk']
}) {
  const wide = useWide()
  const loaded = useResource(accessOfOrganisation, `${organisation}/${below ? 'yes' : ''}`)
  const whoOf = ({ action }: Item): Partial<Question> => ({
    way: 'class',
    action,
    kind: kindOfAction(action),
    role: '',
    rank: '',
  })
  return (
    <Loaded of={loaded}>
      {({ people, items }) => (
        <Stack gap={4}>
          <Box live="polite">
            <Text size="title" strong numeric>{`共 ${people} 人`}</Text>
          </Box>
          {items.length === 0 ? (
            <EmptyState
              icon="shield"
              title="没有人有权限"
              detail={`这里的人现在没有岗位能做${resourceKinds.entity}等任何事。`}
            />
          ) : wide ? (
            <Table
              label="各项操作有多少人可以"
              rows={items}
              keyOf={({ action }) => action}
              onOpen={(one) => onAsk(whoOf(one))}
              columns={[
                { key: 'action', head: '操作', narrow: true, cell: ({ action }) => actionNames[action] },
                { key: 'count', head: '人数', numeric: true, narrow: true, cell: ({ count }) => `${count} 人` },
                { key: 'roles', head: '这些人的角色', cell: (one) => <Box className="g-cell">{roleWords(one)}</Box> },
              ]}
            />
          ) : (
            <Card flush>
              <List label="各项操作有多少人可以">
                {items.map((one, index) => (
                  <ListRow
                    key={one.action}
                    line={index > 0}
                    title={actionNames[one.action]}
                    detail={roleWords(one)}
                    end={`${one.count} 人`}
                    onPress={() => onAsk(whoOf(one))}
                  />
                ))}
              </List>
            </Card>
          )}
        </Stack>
      )}
    </Loaded>
  )
}
