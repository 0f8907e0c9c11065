import type { AuditEntryReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  EmptyState,
  formatExact,
  goTo,
  MoreOfList,
  type Paged,
  PagedList,
  Row,
  Stack,
  Tag,
  Text,
  useWide,
} from '@zmht/shared/ui'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { Table } from '../frame/Table'
import type { Official } from '../session/official'
import { aboutOf, actWords, attributeWords, outcomeNames, outcomeTones, pageOf } from './entry-words'

interface Shown {
  readonly entry: AuditEntryReply
  readonly me: Official
}

/** What an official did, saw and was refused: cards on a phone, a table on a PC. */
export function RecordEntries({ paged, me }: { readonly paged: Paged<AuditEntryReply>; readonly me: Official }) {
  const wide = useWide()
  if (wide && paged.items.length > 0) {
    return (
      <>
        <Table
          label="审计记录"
          rows={paged.items}
          keyOf={({ id }) => id}
          columns={[
            { key: 'at', head: '时间', narrow: true, cell: ({ at }) => formatExact(at) },
            { key: 'outcome', head: '结果', narrow: true, cell: (entry) => <Outcome entry={entry} /> },
            { key: 'act', head: '做什么', narrow: true, cell: ({ action }) => actWords(action) },
            { key: 'about', head: '对象', cell: (entry) => <Subject entry={entry} me={me} /> },
            {
              key: 'why',
              head: '事由和看到的内容',
              cell: (entry) => (
                <Box className="g-cell">
                  <Seen entry={entry} />
                </Box>
              ),
            },
          ]}
        />
        <MoreOfList paged={paged} />
      </>
    )
  }
  return (
    <PagedList
      paged={paged}
      label="审计记录"
      keyOf={({ id }) => id}
      render={(entry) => <EntryCard entry={entry} me={me} />}
      empty={
        <Card>
          <EmptyState
            icon="shield"
            title="没有审计记录"
            detail="更改资料和权限、被拒绝、看敏感信息以后，才会有记录。"
          />
        </Card>
      }
    />
  )
}

function EntryCard({ entry, me }: Shown) {
  return (
    <Card>
      <Stack gap={1}>
        <Row between gap={3}>
          <Text strong>{actWords(entry.action)}</Text>
          <Outcome entry={entry} />
        </Row>
        <Subject entry={entry} me={me} />
        <Seen entry={entry} />
        <Text size="small" tone="quiet" numeric>
          {formatExact(entry.at)}
        </Text>
      </Stack>
    </Card>
  )
}

function Outcome({ entry: { outcome } }: Pick<Shown, 'entry'>) {
  return <Tag tone={outcomeTones[outcome]}>{outcomeNames[outcome]}</Tag>
}

/** What it was about; opens for those who may see it. */
function Subject({ entry, me }: Shown) {
  const about = aboutOf(entry)
  const page = pageOf(about, me.actions)
  const { name, id } = about
  return (
    <Row gap={2} wrap>
      <Text inline>{name}</Text>
      {id === '' ? null : (
        <Text inline size="small" tone="quiet" className="g-verbatim__words">
          {id}
        </Text>
      )}
      {page === undefined ? null : (
        <Button variant="text" label={`打开${name}，编号 ${id}`} onPress={() => goTo(pages[page], { id })}>
          打开
        </Button>
      )}
    </Row>
  )
}

function Seen({ entry: { purpose, attributes } }: Pick<Shown, 'entry'>) {
  const knowledge = useKnowledge()
  if (purpose === undefined && attributes.length === 0) return null
  return (
    <>
      {purpose === undefined ? null : <Text>{`事由：${purpose}`}</Text>}
      {attributes.length === 0 ? null : (
        <Text size="small" tone="quiet">
          {`看了：${attributeWords(attributes, (code) => knowledge.attribute(code)?.name)}`}
        </Text>
      )}
    </>
  )
}
