import type { PlaceId } from '@zmht/shared/geo'
import { shortName } from '@zmht/shared/geo'
import { Button, Icon, type PathStep, ProblemNotice, WindowedRows } from '@zmht/shared/ui'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { places } from '@/lib/api'
import { countsOf } from './resources'
import { type Branch, type TreeRow, type TreeState, treeRows } from './tree-state'
import { briefCounts } from './words'

/** Reads the branches of a tree as they are opened, page by page. */
function useTree(roots: readonly (readonly PathStep[])[], chosen: readonly PathStep[]) {
  const [state, setState] = useState<TreeState>(() => ({
    open: new Set(roots.flatMap((way) => way.at(-1)?.id ?? [])),
    branches: new Map(),
  }))
  const busy = useRef(new Set<PlaceId>())
  const latest = useRef(state)
  latest.current = state

  const load = useCallback(async (parent: PlaceId) => {
    if (busy.current.has(parent)) return
    const before = latest.current.branches.get(parent)
    if (before !== undefined && before.next === undefined && before.error === undefined) return
    busy.current.add(parent)
    const put = (branch: Branch) => setState((now) => ({ ...now, branches: new Map(now.branches).set(parent, branch) }))
    const items = before?.items ?? []
    put({ items, loading: true, ...(before?.next === undefined ? {} : { next: before.next }) })
    try {
      const page = await places.loadChildren(parent, before?.next)
      put({ items: [...items, ...page.items], loading: false, ...(page.next === undefined ? {} : { next: page.next }) })
    } catch (error) {
      put({ items, loading: false, error, ...(before?.next === undefined ? {} : { next: before.next }) })
    } finally {
      busy.current.delete(parent)
    }
  }, [])

  const setOpen = useCallback((id: PlaceId, on: boolean) => {
    setState((now) => {
      const open = new Set(now.open)
      if (on) open.add(id)
      else open.delete(id)
      return { ...now, open }
    })
  }, [])

  // The way to the chosen place is open, and so is the place.
  const way = chosen.map(({ id }) => id).join('/')
  useEffect(() => {
    setState((now) => ({ ...now, open: new Set([...now.open, ...chosenIds(way)]) }))
  }, [way])
  useEffect(() => {
    for (const id of state.open) if (!state.branches.has(id)) void load(id)
  }, [state.open, state.branches, load])

  /** After something was made or moved: what is open is read anew. */
  const reload = useCallback(() => setState((now) => ({ ...now, branches: new Map() })), [])
  return { state, setOpen, load, reload }
}

const chosenIds = (way: string) => (way === '' ? [] : (way.split('/') as PlaceId[])) // joined just before

/** The tree on a PC: opened with the mouse or the arrow keys, read on as it is scrolled. */
export function PlaceTree({
  roots,
  chosen,
  edition,
  onPlace,
}: {
  /** The ways to where the official's places begin. */
  readonly roots: readonly (readonly PathStep[])[]
  readonly chosen: readonly PathStep[]
  /** Read anew when it changes. */
  readonly edition: number
  readonly onPlace: (way: readonly PathStep[]) => void
}) {
  const { state, setOpen, load, reload } = useTree(roots, chosen)
  const first = useRef(edition)
  useEffect(() => {
    if (first.current !== edition) reload()
    first.current = edition
  }, [edition, reload])
  const rows = treeRows(roots, state, chosen)
  const box = useRef<HTMLDivElement>(null)

  const onKey = (event: KeyboardEvent) => {
    const target = event.target
    if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'treeitem') return
    const all = Array.from(box.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])
    const at = all.indexOf(target)
    const id = rows.find((row) => row.kind === 'place' && row.key === target.dataset.place)
    const go = (to: HTMLElement | undefined) => {
      to?.focus()
      event.preventDefault()
    }
    switch (event.key) {
      case 'ArrowDown':
        return go(all[at + 1])
      case 'ArrowUp':
        return go(all[at - 1])
      case 'ArrowRight':
      case 'ArrowLeft':
        if (id?.kind !== 'place' || !id.hasChildren) return
        setOpen(id.place.id, event.key === 'ArrowRight')
        event.preventDefault()
        return
    }
  }
  const isOpen = (place: PathStep | undefined) => place !== undefined && state.open.has(place.id)
  const lowest = Math.min(...roots.map((way) => way.length))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the items of the tree inside
    <div ref={box} className="g-tree" onKeyDown={onKey}>
      <WindowedRows
        role="tree"
        label="地理层级"
        items={rows}
        keyOf={(row) => row.key}
        row={(row) =>
          row.kind === 'place' ? (
            <TreeItem
              row={row}
              depth={row.way.length - lowest}
              open={state.open.has(row.place.id)}
              on={chosen.at(-1)?.id === row.key}
              counted={isOpen(row.way.at(-2))}
              onOpen={setOpen}
              onPlace={onPlace}
            />
          ) : (
            <MoreOfBranch row={row} depth={row.depth - lowest + 1} onMore={() => void load(row.parent.id)} />
          )
        }
      />
    </div>
  )
}

function TreeItem({
  row,
  depth,
  open,
  on,
  counted,
  onOpen,
  onPlace,
}: {
  readonly row: Extract<TreeRow, { kind: 'place' }>
  readonly depth: number
  readonly open: boolean
  readonly on: boolean
  readonly counted: boolean
  readonly onOpen: (id: PlaceId, open: boolean) => void
  readonly onPlace: (way: readonly PathStep[]) => void
}) {
  const { place } = row
  const counts = useChildCounts(counted ? row.way.at(-2)?.id : undefined, place.id)
  return (
    <div
      role="treeitem"
      tabIndex={on || depth === 0 ? 0 : -1}
      aria-level={depth + 1}
      aria-selected={on}
      aria-expanded={row.hasChildren ? open : undefined}
      data-place={place.id}
      className={on ? 'g-tree__item g-tree__item--on' : 'g-tree__item'}
      style={{ paddingLeft: depth * 18 }}
      onClick={() => onPlace(row.way)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onPlace(row.way)
      }}
    >
      {row.hasChildren ? (
        <div
          className="g-tree__toggle"
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation()
            onOpen(place.id, !open)
          }}
        >
          <Icon name={open ? 'down' : 'chevron'} />
        </div>
      ) : (
        <div className="g-tree__toggle" aria-hidden="true" />
      )}
      <span className="g-tree__name">{shortName(place)}</span>
      {counts === '' ? null : <span className="g-tree__counts">{counts}</span>}
    </div>
  )
}

/** What is inside a child, from the counts of its parent, which are read once for all its children. */
function useChildCounts(parent: PlaceId | undefined, child: PlaceId | undefined): string {
  const store = parent === undefined ? undefined : countsOf.entry(parent)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (store === undefined || parent === undefined) return
    const show = () => setWords(briefCounts(store.get().data?.children.find(({ id }) => id === child)?.groups))
    const { data, loading } = store.get()
    if (data === undefined && !loading) void countsOf.refresh(parent)
    show()
    return store.subscribe(show)
  }, [store, parent, child])
  return words
}

/** The end of a branch: read on as soon as it comes into sight. */
function MoreOfBranch({
  row,
  depth,
  onMore,
}: {
  readonly row: Extract<TreeRow, { kind: 'more' }>
  readonly depth: number
  readonly onMore: () => void
}) {
  const end = useRef<HTMLDivElement>(null)
  const more = useRef(onMore)
  more.current = onMore
  const { branch } = row
  const waiting = !branch.loading && branch.error === undefined
  useEffect(() => {
    if (!waiting || end.current === null) return
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) more.current()
    })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [waiting])
  return (
    <div ref={end} className="g-tree__more" style={{ paddingLeft: depth * 18 + 28 }}>
      {branch.error !== undefined ? (
        <>
          <ProblemNotice error={branch.error} />
          <Button variant="text" icon="refresh" onPress={onMore}>
            重试
          </Button>
        </>
      ) : (
        '正在读取…'
      )}
    </div>
  )
}
