import type { CodeItem } from '@zmht/shared/knowledge'
import { Card, EmptyState, Row, SearchInput, Stack, Text, WindowedRows } from '@zmht/shared/ui'
import { useState } from 'react'

/** Longer lists are searched. */
const short = 12

/** All options of a code list with their codes. */
export function CodeItems({ name, items }: { readonly name: string; readonly items: readonly CodeItem[] }) {
  const [words, setWords] = useState('')
  const wanted = words.normalize('NFKC').trim().toLowerCase()
  const found = items.filter((item) => `${item.code} ${item.name}`.toLowerCase().includes(wanted))
  return (
    <Stack gap={3}>
      {items.length > short ? (
        <SearchInput label={`在 ${items.length} 个选项里查找`} value={words} onChange={setWords} />
      ) : null}
      {found.length === 0 ? (
        <EmptyState icon="search" title="没有这个选项" detail="换几个字再试。" />
      ) : (
        <Card flush>
          <WindowedRows
            label={`${name}的选项`}
            items={found}
            keyOf={(item) => item.code}
            rowClass="g-line"
            row={(item) => (
              <Row gap={4} className="g-code">
                <Text inline tone="quiet" numeric className="g-code__code">
                  {item.code}
                </Text>
                <Text inline>{item.name}</Text>
              </Row>
            )}
          />
        </Card>
      )}
    </Stack>
  )
}
