import type { Attribute, Knowledge } from '@zmht/shared/knowledge'
import { searchAttributes } from '@zmht/shared/knowledge/search'
import { EmptyState, List, ListRow, SearchInput, Sheet, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { answerWords } from './answer-words'
import { bearerWords } from './names'

/** So many are shown; more words find the rest. */
const most = 40

/** One attribute, found by what it means. */
export function PickAttributeSheet({
  title,
  knowledge,
  accepts,
  usual,
  onPick,
  onClose,
}: {
  readonly title: string
  readonly knowledge: Knowledge
  readonly accepts: (attribute: Attribute) => boolean
  /** Shown before anything is typed. */
  readonly usual: readonly Attribute[]
  readonly onPick: (attribute: Attribute) => void
  readonly onClose: () => void
}) {
  const [words, setWords] = useState('')
  const searching = words.trim() !== ''
  const found = (searching ? searchAttributes(knowledge, words) : usual).filter(accepts)
  return (
    <Sheet open wide title={title} onClose={onClose}>
      <Stack gap={3}>
        <SearchInput label="按意思查找属性" value={words} onChange={setWords} />
        {found.length === 0 ? (
          searching ? (
            <EmptyState icon="search" title="没有找到" detail="换一种说法再试。" />
          ) : (
            <Text tone="quiet">写几个字，说说它是什么意思。</Text>
          )
        ) : (
          <List label="找到的属性">
            {found.slice(0, most).map((one, index) => (
              <ListRow
                key={one.code}
                line={index > 0}
                title={one.name}
                detail={`${bearerWords(knowledge, one.of)} · ${answerWords(one.value, one.many)}`}
                onPress={() => onPick(one)}
              />
            ))}
          </List>
        )}
        {found.length > most ? (
          <Text size="small" tone="quiet">{`只列出前 ${most} 项，再写几个字缩小范围。`}</Text>
        ) : null}
      </Stack>
    </Sheet>
  )
}
