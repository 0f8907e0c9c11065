import type { LedgerKind } from '@zmht/shared/ledgers'
import { Button, EmptyState, List, ListRow, Row, SearchInput, Sheet, Stack, Tag, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { type Content, contentsFor, mostContents } from './contents'

/** What a ledger can show or ask, found by what it means. With `picked` several are picked one after another, and pressed again taken away. */
export function PickContentSheet({
  title,
  kind,
  accepts = () => true,
  picked,
  onPick,
  onClose,
}: {
  readonly title: string
  readonly kind: LedgerKind
  readonly accepts?: (content: Content) => boolean
  /** The keys of those picked so far. */
  readonly picked?: readonly string[]
  readonly onPick: (content: Content) => void
  readonly onClose: () => void
}) {
  const knowledge = useKnowledge()
  const [words, setWords] = useState('')
  const searching = words.trim() !== ''
  const found = contentsFor(kind, knowledge, words).filter(accepts)
  return (
    <Sheet
      open
      wide
      title={title}
      onClose={onClose}
      footer={
        picked === undefined ? undefined : (
          <Button full onPress={onClose}>
            {`选好了（${picked.length} 项）`}
          </Button>
        )
      }
    >
      <Stack gap={3}>
        <SearchInput label="按意思查找，如行动不便、监护人" value={words} onChange={setWords} />
        {found.length === 0 ? (
          <EmptyState
            icon="search"
            title={searching ? '没有找到' : '写几个字查找'}
            detail={
              searching
                ? '换一种说法试试。知识体系里确实没有的，可以在“城市知识体系”里提议增加。'
                : '说说它是什么意思就行。'
            }
          />
        ) : (
          <>
            {searching ? null : (
              <Text size="small" tone="quiet">
                这些最常用，写几个字可以找到更多。
              </Text>
            )}
            <List label={searching ? '找到的内容' : '常用的内容'}>
              {found.slice(0, mostContents).map((one, index) => (
                <PickRow
                  key={one.key}
                  content={one}
                  line={index > 0}
                  on={picked?.includes(one.key) ?? false}
                  onPress={() => onPick(one)}
                />
              ))}
            </List>
          </>
        )}
        {found.length > mostContents ? (
          <Text size="small" tone="quiet">{`只列出前 ${mostContents} 项，再写几个字缩小范围。`}</Text>
        ) : null}
      </Stack>
    </Sheet>
  )
}

function PickRow({
  content,
  line,
  on,
  onPress,
}: {
  readonly content: Content
  readonly line: boolean
  readonly on: boolean
  readonly onPress: () => void
}) {
  return (
    <ListRow
      line={line}
      title={content.name}
      detail={content.detail === '' ? undefined : content.detail}
      end={
        <Row gap={1}>
          {content.sensitive ? <Tag tone="amber">敏感</Tag> : null}
          {on ? <Tag tone="accent">已选</Tag> : null}
        </Row>
      }
      onPress={onPress}
    />
  )
}
