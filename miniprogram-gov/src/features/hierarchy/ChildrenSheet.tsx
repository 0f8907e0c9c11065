import type { PlaceReply, PlaceWithLineageReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Checkbox,
  ErrorState,
  MoreOfList,
  type PathStep,
  SearchInput,
  Sheet,
  SkeletonList,
  Stack,
  Text,
  usePaged,
  WindowedRows,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { places } from '@/lib/api'

/** At most so many children go to one new place. */
export const mostChildren = 200

/** Ticks children of a place; those taken already cannot be ticked. */
export function ChildrenSheet({
  place,
  title,
  selected,
  taken,
  onChange,
  onClose,
}: {
  readonly place: PlaceWithLineageReply
  readonly title: string
  readonly selected: readonly PathStep[]
  readonly taken: readonly string[]
  readonly onChange: (selected: readonly PathStep[]) => void
  readonly onClose: () => void
}) {
  const [starts, setStarts] = useState('')
  const words = starts.trim()
  const paged = usePaged<PlaceReply>(
    useCallback(
      (cursor: string | undefined) => places.loadChildren(place.id, cursor, words === '' ? undefined : words),
      [place.id, words],
    ),
  )
  return (
    <Sheet
      open
      wide
      title={title}
      onClose={onClose}
      footer={
        <Button full onPress={onClose}>
          {`选好了，共 ${selected.length} 个`}
        </Button>
      }
    >
      <Stack gap={3}>
        <SearchInput label={`在${shortName(place)}里按名称开头查找`} value={starts} onChange={setStarts} />
        {selected.length >= mostChildren ? <Text tone="amber">{`一次最多选 ${mostChildren} 个。`}</Text> : null}
        {paged.items.length === 0 ? (
          paged.error !== undefined && !paged.loading ? (
            <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
          ) : paged.first || paged.loading ? (
            <SkeletonList count={1} />
          ) : (
            <Text tone="quiet">没有这样开头的下级。</Text>
          )
        ) : (
          <>
            <WindowedRows
              label={`${shortName(place)}的下级`}
              items={paged.items}
              keyOf={(child) => child.id}
              rowClass="g-line"
              row={(child) =>
                taken.includes(child.id) ? (
                  <Box className="z-picker__choose">
                    <Box className="z-grow">{shortName(child)}</Box>
                    <Text inline size="small" tone="quiet">
                      已划给另一个
                    </Text>
                  </Box>
                ) : (
                  <Checkbox
                    label={shortName(child)}
                    checked={selected.some(({ id }) => id === child.id)}
                    onChange={(on) => {
                      const others = selected.filter(({ id }) => id !== child.id)
                      if (!on) onChange(others)
                      else if (others.length < mostChildren) {
                        onChange([...others, { id: child.id, name: child.name, level: child.level }])
                      }
                    }}
                  />
                )
              }
            />
            <MoreOfList paged={paged} />
          </>
        )}
      </Stack>
    </Sheet>
  )
}
