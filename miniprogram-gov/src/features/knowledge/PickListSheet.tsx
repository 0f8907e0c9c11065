import type { CodeList, Knowledge } from '@zmht/shared/knowledge'
import { EmptyState, List, ListRow, SearchInput, Sheet, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { optionWords } from './answer-words'
import { findLists } from './find-lists'

/** So many are shown; more words find the rest. */
const most = 40

/** One code list, found by its name or what it offers. */
export function PickListSheet({
  title,
  knowledge,
  onPick,
  onClose,
}: {
  readonly title: string
  readonly knowledge: Knowledge
  readonly onPick: (list: CodeList) => void
  readonly onClose: () => void
}) {
  const [words, setWords] = useState('')
  const found = findLists(knowledge.codeLists, words)
  return (
    <Sheet open wide title={title} onClose={onClose}>
      <Stack gap={3}>
        <SearchInput label="按名称或选项查找代码表" value={words} onChange={setWords} />
        {found.length === 0 ? (
          <EmptyState icon="search" title="没有找到" detail="换几个字再试，或者新写一张。" />
        ) : (
          <List label="找到的代码表">
            {found.slice(0, most).map((one, index) => (
              <ListRow
                key={one.id}
                line={index > 0}
                title={one.name}
                detail={optionWords(one.items)}
                onPress={() => onPick(one)}
              />
            ))}
          </List>
        )}
        {found.length > most ? (
          <Text size="small" tone="quiet">{`只列出前 ${most} 张，再写几个字缩小范围。`}</Text>
        ) : null}
      </Stack>
    </Sheet>
  )
}
