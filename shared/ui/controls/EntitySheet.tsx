import { useEffect, useState } from 'react'
import type { EntityKind } from '../../knowledge'
import { List, ListRow } from '../primitives/List'
import { Sheet } from '../primitives/Sheet'
import { Stack } from '../primitives/Stack'
import { EmptyState, ErrorState, Skeleton } from '../primitives/States'
import { Text } from '../primitives/Text'
import { SearchInput } from '../primitives/TextInput'
import type { EntitySource } from './control'

interface EntitySheetProps {
  readonly open: boolean
  readonly title: string
  readonly entities: EntitySource
  readonly kinds: readonly EntityKind[]
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}

/** An organisation or a thing looked up by its name. */
export function EntitySheet({ open, title, onClose, ...rest }: EntitySheetProps) {
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <Search
        title={title}
        {...rest}
        onChoose={(id) => {
          rest.onChoose(id)
          onClose()
        }}
      />
    </Sheet>
  )
}

type Entities = Awaited<ReturnType<EntitySource['find']>>
type Found =
  | { readonly state: 'idle' | 'looking' }
  | { readonly state: 'found'; readonly entities: Entities }
  | { readonly state: 'failed'; readonly error: unknown }

/** Typing is waited out so long before asking. */
const pause = 250

function Search({ title, entities, kinds, onChoose }: Omit<EntitySheetProps, 'open' | 'onClose'>) {
  const [words, setWords] = useState('')
  const [again, setAgain] = useState(0)
  const [found, setFound] = useState<Found>({ state: 'idle' })
  const looked = words.trim()
  const kindsKey = kinds.join(' ')
  useEffect(() => {
    if (looked === '') {
      setFound({ state: 'idle' })
      return
    }
    let here = true
    setFound({ state: 'looking' })
    const timer = setTimeout(() => {
      Promise.all(kinds.map((kind) => entities.find(kind, looked)))
        .then((lists) => {
          if (here) setFound({ state: 'found', entities: lists.flat() })
        })
        .catch((error: unknown) => {
          if (here) setFound({ state: 'failed', error })
        })
    }, pause)
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [entities, kindsKey, looked, again])
  return (
    <Stack gap={3}>
      <SearchInput label={`搜索${title}`} value={words} onChange={setWords} />
      {found.state === 'idle' ? <Text tone="quiet">输入名称里的几个字，下面会列出来。</Text> : null}
      {found.state === 'looking' ? <Skeleton lines={2} /> : null}
      {found.state === 'failed' ? <ErrorState error={found.error} onRetry={() => setAgain(again + 1)} /> : null}
      {found.state === 'found' ? (
        found.entities.length === 0 ? (
          <EmptyState icon="search" title={`没有“${looked}”`} detail="换几个字再试，例如只写名称里最特别的两个字。" />
        ) : (
          <List label="找到的结果">
            {found.entities.map((entity, index) => (
              <ListRow
                key={entity.id}
                title={entity.name}
                detail={entity.note}
                line={index > 0}
                onPress={() => onChoose(entity.id)}
              />
            ))}
          </List>
        )
      ) : null}
    </Stack>
  )
}
