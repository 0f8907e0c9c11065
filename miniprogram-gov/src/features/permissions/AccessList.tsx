import { shortName } from '@zmht/shared/geo'
import { actionNames, resourceKinds } from '@zmht/shared/permission'
import { Box, Card, EmptyState, goTo, KeyValue, List, Stack, Tag, Text, useWide } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { Table } from '../frame/Table'
import { toWords } from './dates'
import type { AccessReply } from './resources'
import { fieldsWords, nameIn } from './words'

type Access = AccessReply['items'][number]

const whatWords = ({ actions }: Access) => actions.map((one) => actionNames[one]).join('、')
function whereWords({ everywhere, places }: Access): string {
  if (everywhere) return '所有地方'
  return places.map((place) => shortName(place)).join('、') || '现在没有管理的地点'
}
const onlyWords = ({ kinds, only }: Access) => [...kinds.map((kind) => nameIn(resourceKinds, kind)), ...only].join('、')
const seesWords = ({ effect, fields }: Access) => (effect === 'forbid' ? '不允许' : fieldsWords(fields))
const untilWords = ({ to }: Access) => (to === undefined ? '' : toWords(to))

/** What somebody may do, where, seeing how much, until when, and by which rule and post. */
export function AccessList({ access, linked }: { readonly access: AccessReply; readonly linked: boolean }) {
  const wide = useWide()
  const { items } = access
  if (items.length === 0) {
    return (
      <Card>
        <EmptyState icon="shield" title="现在没有任何权限" detail="有了岗位，权限会按岗位自动生效。" />
      </Card>
    )
  }
  const open = linked ? ({ because }: Access) => goTo(pages.grant, { id: because.grant.id }) : undefined
  if (wide) {
    return (
      <Table
        label="可以做什么"
        rows={items}
        keyOf={({ because, effect }) => `${because.grant.id}${because.post.id}${effect}`}
        onOpen={open}
        columns={[
          {
            key: 'what',
            head: '可以做什么',
            cell: (one) => (
              <Box className="g-cell">{one.effect === 'forbid' ? `禁止：${whatWords(one)}` : whatWords(one)}</Box>
            ),
          },
          { key: 'where', head: '在哪里', cell: (one) => <Box className="g-cell">{whereWords(one)}</Box> },
          // What narrows nothing anywhere takes no room.
          ...(items.some((one) => onlyWords(one) !== '')
            ? [
                {
                  key: 'only',
                  head: '只限',
                  cell: (one: Access) => <Box className="g-cell">{onlyWords(one) || '不限'}</Box>,
                },
              ]
            : []),
          { key: 'sees', head: '看到多少', cell: (one) => <Box className="g-cell">{seesWords(one)}</Box> },
          ...(items.some(({ to }) => to !== undefined)
            ? [{ key: 'until', head: '到什么时候', cell: (one: Access) => untilWords(one) || '一直' }]
            : []),
          {
            key: 'because',
            head: '依据',
            cell: ({ because }) => (
              <Box className="g-cell">
                <Text>{because.grant.name}</Text>
                <Text size="small" tone="quiet">{`凭岗位：${because.post.title}`}</Text>
              </Box>
            ),
          },
        ]}
      />
    )
  }
  return (
    <List gap label="可以做什么">
      {items.map((one) => (
        <Card key={`${one.because.grant.id}${one.because.post.id}${one.effect}`} onPress={open && (() => open(one))}>
          <Stack gap={2}>
            {one.effect === 'forbid' ? <Tag tone="amber">禁止</Tag> : null}
            <Text strong>{whatWords(one)}</Text>
            <KeyValue
              rows={[
                { key: '在哪里', value: whereWords(one) },
                ...(onlyWords(one) === '' ? [] : [{ key: '只限', value: onlyWords(one) }]),
                { key: '看到多少', value: seesWords(one) },
                ...(one.to === undefined ? [] : [{ key: '到什么时候', value: untilWords(one) }]),
                { key: '依据', value: `${one.because.grant.name}，凭岗位：${one.because.post.title}` },
              ]}
            />
          </Stack>
        </Card>
      ))}
    </List>
  )
}
