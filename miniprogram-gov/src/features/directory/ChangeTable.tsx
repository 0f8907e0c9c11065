import type { ImportChange } from '@zmht/shared/contract'
import { Box, Button, EmptyState, Pressable, Row, Stack, Tag, Text, type Tone } from '@zmht/shared/ui'
import { useState } from 'react'
import { Table } from '../frame/Table'
import { type ChangeCounts, type ChangeKind, changeDetail, changeKinds, changeNames } from './import-words'

const tones: Readonly<Record<ChangeKind, Tone>> = {
  problem: 'danger',
  added: 'accent',
  moved: 'accent',
  ended: 'amber',
  phone: 'accent',
  same: 'quiet',
}

/** As many rows are drawn at first, and again each time more are asked for. */
const page = 100

/** What becomes of every row, kind by kind. */
export function ChangeTable({
  changes,
  counts,
  onPost,
}: {
  readonly changes: readonly ImportChange[]
  readonly counts: ChangeCounts
  /** A title is taken for another, one of the catalogue. */
  readonly onPost: (former: string, title: string) => void
}) {
  const [kind, setKind] = useState<ChangeKind>(() => changeKinds.find((one) => counts[one] > 0) ?? 'same')
  const [most, setMost] = useState(page)
  const shown = changes.filter(({ what }) => what === kind)
  return (
    <Stack gap={3}>
      <Box role="group" label="按结果看" className="g-chips">
        {changeKinds.map((one) => (
          <Pressable
            key={one}
            pressed={kind === one}
            className={kind === one ? 'g-chip g-chip--on' : 'g-chip'}
            onPress={() => {
              setKind(one)
              setMost(page)
            }}
          >
            {`${changeNames[one]} ${counts[one]}`}
          </Pressable>
        ))}
      </Box>
      {shown.length === 0 ? (
        <EmptyState icon="check" title={`没有${changeNames[kind]}的`} />
      ) : (
        <>
          <Table
            label={`${changeNames[kind]}的行`}
            columns={[
              {
                key: 'row',
                head: '行',
                narrow: true,
                numeric: true,
                cell: ({ row }) => (row === undefined ? '' : String(row)),
              },
              {
                key: 'what',
                head: '结果',
                narrow: true,
                cell: ({ what }) => <Tag tone={tones[what]}>{changeNames[what]}</Tag>,
              },
              { key: 'name', head: '姓名', narrow: true, cell: ({ name }) => name },
              { key: 'organisation', head: '单位', cell: ({ organisation }) => organisation },
              { key: 'post', head: '岗位', cell: ({ post }) => post },
              { key: 'detail', head: '说明', cell: (change) => <Detail change={change} onPost={onPost} /> },
            ]}
            rows={shown.slice(0, most)}
            keyOf={({ row, name, organisation, post }) => `${row ?? ''}/${name}/${organisation}/${post}`}
          />
          {shown.length > most ? (
            <Button variant="text" onPress={() => setMost(most + page)}>
              {`再看一些，还有 ${shown.length - most} 行`}
            </Button>
          ) : null}
        </>
      )}
    </Stack>
  )
}

function Detail({
  change,
  onPost,
}: {
  readonly change: ImportChange
  readonly onPost: (former: string, title: string) => void
}) {
  const { suggestions = [], post } = change
  return (
    <Row gap={2} wrap className="g-reason">
      <Text inline>{changeDetail(change)}</Text>
      {suggestions.map((title) => (
        <Pressable key={title} className="g-chip" onPress={() => onPost(post, title)}>
          {`「${post}」都改成「${title}」`}
        </Pressable>
      ))}
    </Row>
  )
}
