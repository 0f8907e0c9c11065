import { type Column, mostColumns } from '@zmht/shared/ledgers'
import { Box, Button, Card, Field, Section, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { ColumnRow } from './ColumnRow'
import { columnOf } from './contents'
import type { Editing } from './LedgerEditor'
import { moved, without } from './ledger-draft'
import { PickContentSheet } from './PickContentSheet'
import { useMoveKeys } from './useMoveKeys'

/** What the ledger shows of each, in which order. */
export function ColumnFields({ draft, wrong, onContent }: Editing) {
  const { kind, columns } = draft.content
  const [picking, setPicking] = useState(false)
  const give = (next: readonly Column[]) => onContent({ columns: next })
  const move = (from: number, to: number) => give(moved(columns, from, to))
  const list = useMoveKeys(move)
  return (
    <Section title="显示哪些列">
      <Card>
        <Field
          label={`${columns.length} 列，从左到右`}
          hint="名称之外，每个人看到的列还会按他的权限遮挡。用箭头，或选中一列后按 Alt 加上下键，可以调整顺序。"
          error={wrong('columns')}
          group
        >
          {() => (
            <Stack gap={3}>
              <Box as="ol" role="list" label="显示的列" id={list} className="g-canvas">
                {columns.map((column, at) => (
                  <ColumnRow
                    key={column.key}
                    column={column}
                    at={at}
                    last={at === columns.length - 1}
                    error={wrong(`columns.${at}`)}
                    onMove={(to) => move(at, to)}
                    onDrop={(key) => {
                      const from = columns.findIndex((one) => one.key === key)
                      if (from >= 0) move(from, at)
                    }}
                    onRemove={() => give(without(columns, at))}
                  />
                ))}
              </Box>
              {columns.length < mostColumns ? (
                <Button variant="quiet" icon="plus" onPress={() => setPicking(true)}>
                  增减列
                </Button>
              ) : (
                <Text size="small" tone="quiet">{`最多 ${mostColumns} 列。`}</Text>
              )}
            </Stack>
          )}
        </Field>
      </Card>
      {picking ? (
        <PickContentSheet
          title="显示哪些列"
          kind={kind}
          picked={columns.map(({ key }) => key)}
          onPick={(content) => {
            const at = columns.findIndex(({ key }) => key === content.key)
            if (at >= 0) give(without(columns, at))
            else if (columns.length < mostColumns) give([...columns, columnOf(content)])
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </Section>
  )
}
