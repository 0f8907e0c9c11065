import type { OpenCountsReply } from '@zmht/shared/contract'
import {
  Button,
  createResource,
  List,
  ListRow,
  Loaded,
  Notice,
  RemovableTag,
  Row,
  Sheet,
  Stack,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { choicesOf, type Narrowed, type Narrowing, narrowedTo, narrowings, narrowingWords, widened } from './narrowed'
import { type OpenListName, readOpen } from './read'

/** By list and place: `given|`, `here|…`. */
const countsOf = createResource<OpenCountsReply | undefined, `${OpenListName}|${string}`>(async (key) => {
  const [list, place] = key.split('|') as [OpenListName, string] // as the key's type says
  const { counts } = await readOpen(list, narrowedTo({}, 'place', { id: place, name: '' }), { counts: true })
  return counts
})

/** Before a list of many: to what it is narrowed, each with a press to be rid of it, and what else it can be narrowed to. */
export function FilterBar({
  list,
  narrowed,
  onNarrow,
}: {
  readonly list: OpenListName
  readonly narrowed: Narrowed
  readonly onNarrow: (narrowed: Narrowed) => void
}) {
  const [asked, setAsked] = useState<Narrowing>()
  return (
    <Row gap={2} wrap label="筛选">
      {narrowings.map((by) => (
        <Button key={by} variant="quiet" label={`按${narrowingWords[by]}筛选`} onPress={() => setAsked(by)}>
          {narrowingWords[by]}
        </Button>
      ))}
      {narrowings.flatMap((by) => {
        const chosen = narrowed[by]
        return chosen === undefined
          ? []
          : [
              <RemovableTag key={`${by}-chosen`} onRemove={() => onNarrow(widened(narrowed, by))}>
                {chosen.name}
              </RemovableTag>,
            ]
      })}
      {asked === undefined ? null : (
        <FilterSheet
          list={list}
          by={asked}
          narrowed={narrowed}
          onClose={() => setAsked(undefined)}
          onNarrow={(next) => {
            setAsked(undefined)
            onNarrow(next)
          }}
        />
      )}
    </Row>
  )
}

function FilterSheet({
  list,
  by,
  narrowed,
  onClose,
  onNarrow,
}: {
  readonly list: OpenListName
  readonly by: Narrowing
  readonly narrowed: Narrowed
  readonly onClose: () => void
  readonly onNarrow: (narrowed: Narrowed) => void
}) {
  const counts = useResource(countsOf, `${list}|${narrowed.place?.id ?? ''}`)
  return (
    <Sheet open title={`按${narrowingWords[by]}筛选`} onClose={onClose}>
      <Loaded of={counts}>
        {(data) => {
          const choices = data === undefined ? [] : choicesOf(data, by)
          return (
            <Stack gap={3}>
              {data?.more === true ? <Notice>{`件数按前 ${data.of} 件统计，后面还有。`}</Notice> : null}
              {choices.length === 0 ? (
                <Text tone="quiet">{by === 'cluster' ? '这里没有合并在一起办的。' : '这里没有在办的。'}</Text>
              ) : (
                <List label={narrowingWords[by]}>
                  {choices.map(({ id, name, count }, index) => (
                    <ListRow
                      key={id}
                      line={index > 0}
                      title={name}
                      end={`${count} 件`}
                      onPress={() => onNarrow(narrowedTo(narrowed, by, { id, name }))}
                    />
                  ))}
                </List>
              )}
            </Stack>
          )
        }}
      </Loaded>
    </Sheet>
  )
}
