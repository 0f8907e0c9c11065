import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { createStore, type Store, useStore } from './store'

/** How soon after a load coming back to a page loads again. */
const fresh = 1500

interface Loaded<T> {
  readonly data?: T
  readonly error?: unknown
  readonly loading: boolean
  readonly at: number
}

/**
 * Something read from the server, remembered while the application is open: a page shows what was known at once and corrects
 * it a moment later, and what one page changed (`put`) all pages show.
 */
export interface Resource<Key extends string, T> {
  readonly load: (key: Key) => Promise<T>
  readonly entry: (key: Key) => Store<Loaded<T>>
  readonly put: (key: Key, value: T) => void
  readonly refresh: (key: Key) => Promise<void>
  /** Something was added or ended: whoever comes to a page next reads it anew, however soon. */
  readonly outdate: () => void
}

const forgetters = new Set<() => void>()

/** Forgets everything remembered: when somebody signs out. */
export function forgetResources(): void {
  for (const forget of forgetters) forget()
}

export function createResource<T, Key extends string = string>(load: (key: Key) => Promise<T>): Resource<Key, T> {
  const entries = new Map<Key, Store<Loaded<T>>>()
  const running = new Map<Key, Promise<void>>()
  forgetters.add(() => {
    for (const entry of entries.values()) entry.set({ loading: false, at: 0 })
    running.clear()
  })
  const entry = (key: Key): Store<Loaded<T>> => {
    const known = entries.get(key)
    if (known) return known
    const created = createStore<Loaded<T>>({ loading: false, at: 0 })
    entries.set(key, created)
    return created
  }
  const put = (key: Key, data: T) => entry(key).set({ data, loading: false, at: Date.now() })
  const refresh = (key: Key): Promise<void> => {
    const already = running.get(key)
    if (already) return already
    const store = entry(key)
    const { data } = store.get()
    store.set({ ...(data === undefined ? {} : { data }), loading: true, at: store.get().at })
    const run = load(key)
      .then((value) => put(key, value))
      .catch((error: unknown) => {
        // What was known stays in sight; the page says that it could not be brought up to date.
        store.set({ ...(data === undefined ? {} : { data }), error, loading: false, at: Date.now() })
      })
      .finally(() => running.delete(key))
    running.set(key, run)
    return run
  }
  const outdate = (): void => {
    for (const store of entries.values()) store.set({ ...store.get(), at: 0 })
  }
  return { load, entry, put, refresh, outdate }
}

export interface LoadedResource<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly loading: boolean
  readonly reload: () => Promise<void>
}

/** Reads a resource on arrival, on coming back to the page and on pulling down. */
export function useResource<T, Key extends string>(resource: Resource<Key, T>, key: Key): LoadedResource<T> {
  const store = resource.entry(key)
  const state = useStore(store)
  const reload = useCallback(() => resource.refresh(key), [resource, key])
  const reloadIfOld = useCallback(() => {
    if (Date.now() - store.get().at > fresh) void reload()
  }, [store, reload])
  useEffect(reloadIfOld, [reloadIfOld])
  useDidShow(reloadIfOld)
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  return { data: state.data, error: state.error, loading: state.loading, reload }
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string
}

export interface Paged<T> {
  readonly items: readonly T[]
  /** True until the first page came or failed. */
  readonly first: boolean
  readonly error: unknown
  readonly loading: boolean
  readonly more: boolean
  readonly loadMore: () => void
  readonly reload: () => Promise<void>
}

/**
 * An endless list by cursor. `load` must be stable (`useCallback`) and changes when the list becomes another one.
 * Coming back to the page or pulling down starts again from the first page.
 */
export function usePaged<T>(load: (cursor: string | undefined) => Promise<Page<T>>): Paged<T> {
  const [state, setState] = useState<{
    items: readonly T[]
    next?: string
    error?: unknown
    loading: boolean
    first: boolean
  }>({
    items: [],
    loading: true,
    first: true,
  })
  const run = useRef(0)
  const loadedAt = useRef(0)
  const busy = useRef(false)

  const fetchPage = useCallback(
    async (cursor: string | undefined, before: readonly T[]) => {
      const mine = ++run.current
      busy.current = true
      setState((now) => ({ ...now, loading: true }))
      try {
        const page = await load(cursor)
        if (mine !== run.current) return
        setState({
          items: [...before, ...page.items],
          ...(page.next === undefined ? {} : { next: page.next }),
          loading: false,
          first: false,
        })
      } catch (error) {
        if (mine === run.current) setState((now) => ({ ...now, error, loading: false, first: false }))
      } finally {
        if (mine === run.current) {
          busy.current = false
          loadedAt.current = Date.now()
        }
      }
    },
    [load],
  )

  const reload = useCallback(() => fetchPage(undefined, []), [fetchPage])
  useEffect(() => {
    setState({ items: [], loading: true, first: true })
    void reload()
  }, [reload])
  useDidShow(() => {
    if (!busy.current && Date.now() - loadedAt.current > fresh) void reload()
  })
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))

  return {
    items: state.items,
    first: state.first,
    error: state.error,
    loading: state.loading,
    more: state.next !== undefined,
    loadMore: () => {
      if (!busy.current && state.next !== undefined) void fetchPage(state.next, state.items)
    },
    reload,
  }
}
