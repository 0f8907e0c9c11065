import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { ParsedAddressReply, PlaceReply } from '../../contract'
import { type Level, levelNames, levels, type PlaceId, shortName } from '../../geo'
import { cx } from '../classes'
import { MoreOfList } from '../frame/MoreOfList'
import type { Paged } from '../hooks/resource'
import { Box } from '../primitives/Box'
import { Button } from '../primitives/Button'
import { Checkbox } from '../primitives/Choice'
import { Icon } from '../primitives/Icon'
import { Pressable } from '../primitives/Pressable'
import { EmptyState, ErrorState, ProblemNotice, Skeleton } from '../primitives/States'
import { Text } from '../primitives/Text'
import { SearchInput } from '../primitives/TextInput'
import type { Finder, Found } from './find-places'
import type { PathStep, PlaceSource } from './place-source'
import { usePlaceFinder } from './usePlaceFinder'
import { WindowedRows } from './WindowedRows'

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
  /**
   * For officials who may: makes what an address names and is not there yet.
   * @returns the way to the place made; rejects with a `Problem`.
   */
  readonly onMint?: ((under: PlaceId, parts: ParsedAddressReply['missing']) => Promise<readonly PathStep[]>) | undefined
}

/**
 * Choice of one place: by typing a few characters, numbers or a whole address, from those chosen lately, or level by level. Pressing a
 * place goes into it, until a place that may be chosen.
 */
export function PlacePicker({
  places,
  startIn,
  within,
  chosen,
  onChoose,
  until = 'door',
  from = until,
  leafFrom = 'community',
  onMint,
}: One) {
  const walk = useWalk(places, startIn, within)
  const mayStop = (place: { readonly level: Level }) => levels.indexOf(place.level) >= levels.indexOf(from)
  const isLast = (place: { readonly level: Level; readonly hasChildren: boolean }) =>
    !place.hasChildren || levels.indexOf(place.level) >= levels.indexOf(until)
  const notOpen = (place: { readonly level: Level; readonly hasChildren: boolean }) =>
    !place.hasChildren && levels.indexOf(place.level) < levels.indexOf(leafFrom)
  const isOn = (id: string | undefined) => id !== undefined && chosen?.at(-1)?.id === id
  const choose = (path: readonly PathStep[]) => {
    places.remember(path)
    onChoose(path)
  }
  const recent = places
    .recent()
    .filter((path) => inside(path, within) && !isOn(path.at(-1)?.id))
    .filter((path) => mayStop(path.at(-1) ?? { level: 'province' }))
    .slice(0, 3)
  return (
    <Walk
      places={places}
      walk={walk}
      within={within}
      shortcuts={
        recent.length === 0 || chosen !== undefined ? null : (
          <Box role="group" label="最近选过" className="z-picker__recent">
            <Text size="small" tone="quiet">
              最近选过
            </Text>
            {recent.map((path) => (
              <Pressable key={path.at(-1)?.id} className="z-picker__chip" onPress={() => choose(path)}>
                {tailWords(path)}
              </Pressable>
            ))}
          </Box>
        )
      }
      found={(found, leave) => {
        const place = found.path.at(-1)
        if (place === undefined) return null
        const known = { level: place.level, hasChildren: found.hasChildren }
        const last = isLast(known)
        return (
          <>
            <Pressable
              className="z-picker__choose"
              disabled={notOpen(known)}
              pressed={last ? isOn(place.id) : undefined}
              onPress={() => {
                leave()
                if (last) {
                  choose(found.path)
                  walk.enter(found.path.slice(0, -1))
                } else walk.enter(found.path)
              }}
            >
              <FoundWords found={found} />
              {notOpen(known) ? (
                <Text inline size="small" tone="quiet">
                  还没有开通
                </Text>
              ) : isOn(place.id) ? (
                <Chosen />
              ) : last || mayStop(place) ? null : (
                <Icon name="chevron" className="z-text--quiet" />
              )}
            </Pressable>
            {!last && mayStop(place) ? (
              <Pressable
                className="z-picker__deeper"
                label={`选这里：${shortName(place)}`}
                onPress={() => {
                  leave()
                  choose(found.path)
                  walk.enter(found.path.slice(0, -1))
                }}
              >
                选这里
              </Pressable>
            ) : null}
          </>
        )
      }}
      missing={
        onMint === undefined
          ? undefined
          : (finder, leave) => (
              <Missing
                missing={finder.missing}
                onMint={onMint}
                onMade={(path) => {
                  leave()
                  choose(path)
                  walk.enter(path.slice(0, -1))
                }}
              />
            )
      }
      row={(place) => {
        const step = { id: place.id, name: place.name, level: place.level }
        const last = isLast(place)
        const on = isOn(place.id)
        if (notOpen(place)) {
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
          <Pressable className="z-picker__choose" pressed={on} onPress={() => choose([...walk.path, step])}>
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
                label={`${on ? '已选' : '选这里'}：${shortName(place)}`}
                onPress={() => choose([...walk.path, step])}
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

function inside(path: readonly PathStep[], within: readonly PathStep[] | undefined): boolean {
  const root = within?.at(-1)
  return root === undefined || path.some(({ id }) => id === root.id)
}

const tailWords = (path: readonly PathStep[]) =>
  path
    .slice(-4)
    .filter((step, index, all) => index >= all.length - 3 || levels.indexOf(step.level) >= levels.indexOf('compound'))
    .map(shortName)
    .join(' ')

function Chosen() {
  return (
    <Box className="z-row z-gap-1 z-text--accent">
      <Icon name="check" />
      已选
    </Box>
  )
}

/** A place found: what it is called, and below it where that is. */
function FoundWords({ found }: { readonly found: Found }) {
  const at = found.path.findIndex(({ level }) => levels.indexOf(level) >= levels.indexOf('compound'))
  const cut = at < 0 ? found.path.length - 1 : at
  return (
    <Box className="z-grow">
      <Text>{found.path.slice(cut).map(shortName).join(' ')}</Text>
      {cut > 0 ? (
        <Text size="small" tone="quiet">
          {found.path
            .slice(Math.max(0, cut - 3), cut)
            .map(shortName)
            .join(' ')}
        </Text>
      ) : null}
    </Box>
  )
}

/** 「新建 9号楼 1单元」 for those who may. */
function Missing({
  missing,
  onMint,
  onMade,
}: {
  readonly missing: Finder['missing']
  readonly onMint: (under: PlaceId, parts: ParsedAddressReply['missing']) => Promise<readonly PathStep[]>
  readonly onMade: (path: readonly PathStep[]) => void
}) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const under = missing?.under.path.at(-1)
  if (missing === undefined || under === undefined) return null
  const names = missing.parts.map(({ name }) => name).join(' ')
  const make = async () => {
    setBusy(true)
    setError(undefined)
    try {
      onMade(await onMint(under.id, missing.parts))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Box className="z-stack z-gap-2">
      <Text size="small" tone="quiet">{`${missing.under.tail}里还没有 ${names}。`}</Text>
      <Button variant="quiet" icon="plus" loading={busy} onPress={() => void make()}>
        {`新建 ${names}`}
      </Button>
      {error === undefined ? null : <ProblemNotice error={error} />}
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
        places={places}
        walk={walk}
        within={within}
        found={(found, leave) => {
          const place = found.path.at(-1)
          if (place === undefined) return null
          const held = found.path.slice(0, -1).find((step) => selected.some((one) => one.id === step.id))
          const on = selected.some((one) => one.id === place.id)
          return (
            <>
              <Pressable
                className="z-picker__choose"
                pressed={on}
                disabled={held !== undefined || (full && !on)}
                onPress={() => {
                  leave()
                  walk.enter(found.path.slice(0, -1))
                  if (!on) onChange([...selected, place])
                }}
              >
                <FoundWords found={found} />
                {on ? (
                  <Chosen />
                ) : held ? (
                  <Text inline size="small" tone="quiet">{`已含在${shortName(held)}里`}</Text>
                ) : null}
              </Pressable>
              {found.hasChildren ? (
                <Pressable
                  className="z-picker__deeper"
                  label={`${shortName(place)}的下一级`}
                  onPress={() => {
                    leave()
                    walk.enter(found.path)
                  }}
                >
                  下一级
                  <Icon name="chevron" />
                </Pressable>
              ) : null}
            </>
          )
        }}
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
  readonly paged: Paged<PlaceReply>
  readonly enter: (path: readonly PathStep[]) => void
}

const levelIndex = (level: Level) => levels.indexOf(level)

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
    first: boolean
    error?: unknown
  }>({ items: [], loading: true, first: true })
  const run = useRef(0)
  const busy = useRef(false)
  const fetchPage = useCallback(
    async (parent: PlaceId | undefined, cursor: string | undefined, before: readonly PlaceReply[]) => {
      const mine = ++run.current
      busy.current = true
      setState({ items: before, loading: true, first: cursor === undefined, ...(cursor ? { next: cursor } : {}) })
      try {
        const page = await places.loadChildren(parent, cursor)
        if (mine !== run.current) return
        setState({
          items: [...before, ...page.items],
          loading: false,
          first: false,
          ...(page.next ? { next: page.next } : {}),
        })
      } catch (error) {
        if (mine === run.current)
          setState({ items: before, loading: false, first: false, error, ...(cursor ? { next: cursor } : {}) })
      } finally {
        if (mine === run.current) busy.current = false
      }
    },
    [places],
  )
  const here = path.at(-1)?.id
  useEffect(() => void fetchPage(here, undefined, []), [fetchPage, here])
  return {
    path,
    enter: setPath,
    paged: {
      items: state.items,
      first: state.first,
      error: state.error,
      loading: state.loading,
      more: state.next !== undefined,
      loadMore: () => {
        if (!busy.current && state.next !== undefined) void fetchPage(here, state.next, state.items)
      },
      reload: () => fetchPage(here, undefined, []),
    },
  }
}

function Walk({
  places,
  walk,
  within,
  shortcuts,
  row,
  found,
  missing,
}: {
  readonly places: PlaceSource
  readonly walk: WalkState
  readonly within: readonly PathStep[] | undefined
  readonly shortcuts?: ReactNode
  readonly row: (place: PlaceReply) => ReactNode
  /** `leave` ends the search. */
  readonly found: (found: Found, leave: () => void) => ReactNode
  readonly missing?: ((finder: Finder, leave: () => void) => ReactNode) | undefined
}) {
  const [text, setText] = useState('')
  const here = walk.path.at(-1)
  const leave = () => setText('')
  useEffect(() => setText(''), [here?.id])
  const finder = usePlaceFinder(places, {
    text,
    here: walk.path,
    within: within?.at(-1)?.id,
    context: here?.id,
  })
  const lowest = Math.max(0, (within?.length ?? 0) - 1)
  const words = text.trim()
  return (
    <Box className="z-picker">
      <SearchInput
        label={
          here && levelIndex(here.level) >= levelIndex('compound')
            ? '输入号码，如 3-2-501'
            : '输入小区名、拼音首字母，或粘贴整个地址'
        }
        value={text}
        onChange={setText}
      />
      {words !== '' ? (
        <Answers
          words={words}
          finder={finder}
          paged={walk.paged}
          row={row}
          found={found}
          leave={leave}
          missing={missing}
          top={here === undefined ? <Children paged={walk.paged} here={here} row={row} /> : undefined}
        />
      ) : (
        <>
          {shortcuts}
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
          <Children paged={walk.paged} here={here} row={row} />
        </>
      )}
    </Box>
  )
}

function Children({
  paged,
  here,
  row,
}: {
  readonly paged: Paged<PlaceReply>
  readonly here: PathStep | undefined
  readonly row: (place: PlaceReply) => ReactNode
}) {
  if (paged.items.length === 0) {
    if (paged.error !== undefined) return <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
    if (paged.loading) return <Skeleton lines={5} />
    return <EmptyState icon="place" title="这里还没有下一级地点" detail="请返回上一级选择，或联系社区添加。" />
  }
  return (
    <>
      <WindowedRows
        items={paged.items}
        keyOf={(place) => place.id}
        label={here ? `${shortName(here)}的下一级` : '可选地点'}
        rowClass="z-picker__row"
        row={row}
      />
      <MoreOfList paged={paged} />
      {paged.more && paged.items.length >= 100 ? (
        <Text size="small" tone="quiet" className="z-list-end">
          {`已显示 ${paged.items.length} 个${levelWord(paged.items)}，直接输入号码更快。`}
        </Text>
      ) : null}
    </>
  )
}

/** What fits the words: in this very list first, then anywhere. */
function Answers({
  words,
  finder,
  paged,
  row,
  found,
  leave,
  missing,
  top,
}: {
  readonly words: string
  readonly finder: Finder
  readonly paged: Paged<PlaceReply>
  readonly row: (place: PlaceReply) => ReactNode
  readonly found: (found: Found, leave: () => void) => ReactNode
  readonly leave: () => void
  readonly missing: ((finder: Finder, leave: () => void) => ReactNode) | undefined
  /** Where nothing says in which city to look: the way to choose one. */
  readonly top: ReactNode
}) {
  const here = paged.items
    .filter((place) => place.name.includes(words))
    .sort((one, other) => Number(other.name.startsWith(words)) - Number(one.name.startsWith(words)))
    .slice(0, 20)
  const current = finder.words === words
  const elsewhere = current ? finder.found.filter(({ path }) => !here.some(({ id }) => id === path.at(-1)?.id)) : []
  if (here.length === 0 && elsewhere.length === 0) {
    if (!current) return <Skeleton lines={3} />
    if (finder.error !== undefined) return <ProblemNotice error={finder.error} />
    return top === undefined ? (
      <EmptyState icon="place" title={`没有找到“${words}”`} detail="换一个字试试，或清空后逐级选择。" />
    ) : (
      <>
        <Text tone="quiet">{`没有找到“${words}”。先选所在的省市，再输入小区名或地址：`}</Text>
        {top}
      </>
    )
  }
  return (
    <>
      <Box live="polite">
        <Box as="ul" role="list" label="找到的地点" className="z-list">
          {here.map((place, index) => (
            <Box as="li" key={place.id} className={cx('z-picker__row', index === 0 && 'z-picker__row--first')}>
              {row(place)}
            </Box>
          ))}
          {elsewhere.map((one, index) => (
            <Box
              as="li"
              key={one.path.at(-1)?.id ?? one.tail}
              className={cx('z-picker__row', index === 0 && here.length === 0 && 'z-picker__row--first')}
            >
              {found(one, leave)}
            </Box>
          ))}
        </Box>
      </Box>
      {current && missing ? missing(finder, leave) : null}
      {current ? null : <Skeleton lines={1} />}
    </>
  )
}

function levelWord(items: readonly PlaceReply[]): string {
  const first = items[0]
  return first ? levelNames[first.level] : ''
}
