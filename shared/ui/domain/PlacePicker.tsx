import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlaceReply, PlaceWithLineageReply } from '../../contract'
import { type Level, levelNames, levels, type PlaceId, shortName } from '../../geo'
import { cx } from '../classes'
import { Box } from '../primitives/Box'
import { Button } from '../primitives/Button'
import { Checkbox } from '../primitives/Choice'
import { Icon } from '../primitives/Icon'
import { Pressable } from '../primitives/Pressable'
import { EmptyState, ErrorState, Skeleton } from '../primitives/States'
import { Text } from '../primitives/Text'
import { SearchInput } from '../primitives/TextInput'

/** Where a picker reads places from. `placeSourceOf(api)` gives one. */
export interface PlaceSource {
  readonly loadChildren: (
    parent: PlaceId | undefined,
    cursor: string | undefined,
  ) => Promise<{ readonly items: readonly PlaceReply[]; readonly next?: string }>
  /** Name and lineage of one place; nothing for what is no place. */
  readonly describe: (id: string) => Promise<PlaceWithLineageReply | undefined>
}

export interface PathStep {
  readonly id: PlaceId
  readonly name: string
  readonly level: Level
}

export interface PlacePickerProps {
  readonly places: PlaceSource
  /** Lineage the picker opens inside of, root first: where the person is. */
  readonly startIn?: readonly PathStep[] | undefined
  /** The picker does not leave this part of the tree: its root is the last of these (an official's territory). */
  readonly within?: readonly PathStep[] | undefined
}

type One = PlacePickerProps & {
  /** The place chosen so far, with the way to it. */
  readonly chosen: readonly PathStep[] | undefined
  readonly onChoose: (path: readonly PathStep[]) => void
  /** The lowest level to be chosen; a place without children may always be chosen. Default: the door. */
  readonly until?: Level
  /** The highest level that may be chosen even though it has children. Default: the same as `until`. */
  readonly from?: Level
  /** A place without children may be chosen from this level on: above it nothing was entered yet. Default: the community. */
  readonly leafFrom?: Level
}

/** Cascading choice of one place: pressing a place goes into it, until a place that may be chosen. */
export function PlacePicker({
  places,
  startIn,
  within,
  chosen,
  onChoose,
  until = 'door',
  from = until,
  leafFrom = 'community',
}: One) {
  const walk = useWalk(places, startIn, within)
  const mayStop = (place: PathStep) => levels.indexOf(place.level) >= levels.indexOf(from)
  return (
    <Walk
      walk={walk}
      within={within}
      row={(place) => {
        const step = { id: place.id, name: place.name, level: place.level }
        const last = !place.hasChildren || place.level === until
        const on = chosen?.at(-1)?.id === place.id
        if (!place.hasChildren && levels.indexOf(place.level) < levels.indexOf(leafFrom)) {
          return (
            <Box className="z-picker__choose">
              <Box className="z-grow">{shortName(place)}</Box>
              <Text inline size="small" tone="quiet">
                还没有开通
              </Text>
            </Box>
          )
        }
        return last ? (
          <Pressable className="z-picker__choose" pressed={on} onPress={() => onChoose([...walk.path, step])}>
            <Box className="z-grow">{shortName(place)}</Box>
            {on ? <Chosen /> : null}
          </Pressable>
        ) : (
          <>
            <Pressable className="z-picker__choose" onPress={() => walk.enter([...walk.path, step])}>
              <Box className="z-grow">{shortName(place)}</Box>
              {mayStop(place) ? null : <Icon name="chevron" className="z-text--quiet" />}
            </Pressable>
            {mayStop(place) ? (
              <Pressable
                className="z-picker__deeper"
                pressed={on}
                label={`选这里：${shortName(place)}`}
                onPress={() => onChoose([...walk.path, step])}
              >
                {on ? <Chosen /> : '选这里'}
              </Pressable>
            ) : null}
          </>
        )
      }}
    />
  )
}

function Chosen() {
  return (
    <Box className="z-row z-gap-1 z-text--accent">
      <Icon name="check" />
      已选
    </Box>
  )
}

type Many = PlacePickerProps & {
  readonly selected: readonly PathStep[]
  readonly onChange: (selected: readonly PathStep[]) => void
  readonly max?: number
}

/**
 * Choice of several places with tick boxes, for the reach of a service. A ticked place holds everything inside it, so its
 * children show as held.
 */
export function PlacesPicker({ places, startIn, within, selected, onChange, max = 50 }: Many) {
  const walk = useWalk(places, startIn, within)
  const heldBy = walk.path.find((step) => selected.some((one) => one.id === step.id))
  const full = selected.length >= max
  return (
    <>
      <Box live="polite" className="z-row z-row--between z-gap-2">
        <Text strong numeric>{`已选 ${selected.length} 个地点`}</Text>
        {selected.length > 0 ? (
          <Button variant="text" onPress={() => onChange([])}>
            全部取消
          </Button>
        ) : null}
      </Box>
      {full ? <Text tone="amber">{`最多选择 ${max} 个地点，可以改选上一级。`}</Text> : null}
      <Walk
        walk={walk}
        within={within}
        row={(place) => {
          const on = selected.some((one) => one.id === place.id)
          return (
            <>
              <Box className="z-grow">
                {heldBy ? (
                  <Box className="z-picker__choose">
                    <Box className="z-grow">{shortName(place)}</Box>
                    <Text inline size="small" tone="quiet">{`已含在${shortName(heldBy)}里`}</Text>
                  </Box>
                ) : (
                  <Checkbox
                    label={shortName(place)}
                    checked={on}
                    onChange={(checked) => {
                      if (!checked) onChange(selected.filter((one) => one.id !== place.id))
                      else if (!full) onChange([...selected, { id: place.id, name: place.name, level: place.level }])
                    }}
                  />
                )}
              </Box>
              {place.hasChildren ? (
                <Pressable
                  className="z-picker__deeper"
                  label={`${shortName(place)}的下一级`}
                  onPress={() => walk.enter([...walk.path, { id: place.id, name: place.name, level: place.level }])}
                >
                  下一级
                  <Icon name="chevron" />
                </Pressable>
              ) : null}
            </>
          )
        }}
      />
    </>
  )
}

interface WalkState {
  readonly path: readonly PathStep[]
  readonly items: readonly PlaceReply[]
  readonly next: string | undefined
  readonly loading: boolean
  readonly error: unknown
  readonly enter: (path: readonly PathStep[]) => void
  readonly loadMore: () => void
  readonly retry: () => void
}

function useWalk(
  places: PlaceSource,
  startIn: readonly PathStep[] | undefined,
  within: readonly PathStep[] | undefined,
): WalkState {
  const [path, setPath] = useState<readonly PathStep[]>(startIn ?? within ?? [])
  const [state, setState] = useState<{
    items: readonly PlaceReply[]
    next?: string
    loading: boolean
    error?: unknown
  }>({
    items: [],
    loading: true,
  })
  const run = useRef(0)
  const fetchPage = useCallback(
    async (parent: PlaceId | undefined, cursor: string | undefined, before: readonly PlaceReply[]) => {
      const mine = ++run.current
      setState({ items: before, loading: true })
      try {
        const page = await places.loadChildren(parent, cursor)
        if (mine !== run.current) return
        setState({ items: [...before, ...page.items], loading: false, ...(page.next ? { next: page.next } : {}) })
      } catch (error) {
        if (mine === run.current)
          setState({ items: before, loading: false, error, ...(cursor ? { next: cursor } : {}) })
      }
    },
    [places],
  )
  const here = path.at(-1)?.id
  useEffect(() => void fetchPage(here, undefined, []), [fetchPage, here])
  return {
    path,
    items: state.items,
    next: state.next,
    loading: state.loading,
    error: state.error,
    enter: setPath,
    loadMore: () => {
      if (!state.loading && state.next) void fetchPage(here, state.next, state.items)
    },
    retry: () => void fetchPage(here, state.next, state.items),
  }
}

function Walk({
  walk,
  within,
  row,
}: {
  readonly walk: WalkState
  readonly within: readonly PathStep[] | undefined
  readonly row: (place: PlaceReply) => React.ReactNode
}) {
  const [search, setSearch] = useState('')
  const here = walk.path.at(-1)
  useEffect(() => setSearch(''), [here?.id])
  const lowest = Math.max(0, (within?.length ?? 0) - 1)
  const shown = search.trim() === '' ? walk.items : walk.items.filter((place) => place.name.includes(search.trim()))
  return (
    <Box className="z-picker">
      {walk.path.length > lowest || within === undefined ? (
        <Box as="nav" label="所在位置" className="z-picker__path">
          {within === undefined && walk.path.length > 0 ? (
            <Pressable className="z-picker__crumb" onPress={() => walk.enter([])}>
              全部
            </Pressable>
          ) : null}
          {walk.path.slice(lowest).map((step, index) => {
            const position = lowest + index
            const current = position === walk.path.length - 1
            return (
              <Pressable
                key={step.id}
                current={current}
                className={cx('z-picker__crumb', current && 'z-picker__crumb--now')}
                onPress={() => walk.enter(walk.path.slice(0, position + 1))}
              >
                {shortName(step)}
              </Pressable>
            )
          })}
        </Box>
      ) : null}
      {walk.items.length > 12 ? (
        <SearchInput label={`在${here ? shortName(here) : '这里'}查找`} value={search} onChange={setSearch} />
      ) : null}
      {walk.error !== undefined && walk.items.length === 0 ? (
        <ErrorState error={walk.error} onRetry={walk.retry} />
      ) : walk.loading && walk.items.length === 0 ? (
        <Skeleton lines={5} />
      ) : shown.length === 0 ? (
        <EmptyState
          icon="place"
          title={search ? '没有这个名字的地点' : '这里还没有下一级地点'}
          detail={search ? '换一个字试试，或者继续往下加载。' : '请返回上一级选择，或联系社区添加。'}
        />
      ) : (
        <Box as="ul" role="list" label={here ? `${shortName(here)}的下一级` : '可选地点'} className="z-list">
          {shown.map((place, index) => (
            <Box as="li" key={place.id} className={cx('z-picker__row', index === 0 && 'z-picker__row--first')}>
              {row(place)}
            </Box>
          ))}
        </Box>
      )}
      {walk.next && walk.items.length > 0 ? (
        <Button variant="text" full loading={walk.loading} onPress={walk.loadMore}>
          {`继续加载${levelWord(walk.items)}`}
        </Button>
      ) : null}
    </Box>
  )
}

function levelWord(items: readonly PlaceReply[]): string {
  const first = items[0]
  return first ? levelNames[first.level] : ''
}
