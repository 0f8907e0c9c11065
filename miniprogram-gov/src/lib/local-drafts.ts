import Taro from '@tarojs/taro'
import { createStore, useStore } from '@zmht/shared/ui'

export interface Kept {
  readonly id: string
  /** Who writes it: others at the same device do not see it. */
  readonly by: string
}

/** Drafts of one kind on this device. */
export interface LocalDrafts<T extends Kept> {
  readonly keep: (draft: T) => void
  readonly forget: (id: string) => void
  readonly kept: (id: string, by: string) => T | undefined
  /** What one person has begun here, the latest first. */
  readonly of: (by: string) => readonly T[]
  /** The same, as it changes. */
  readonly useDrafts: (by: string) => readonly T[]
}

const most = 10

/**
 * What somebody is writing, kept on this device at every change: a closed page or a lost network loses nothing.
 * @param parse what was stored; undefined when it does not fit any more, written by an older edition of the application: it is then left alone
 */
export function localDrafts<T extends Kept>(
  storageKey: string,
  parse: (stored: unknown) => T | undefined,
): LocalDrafts<T> {
  const current = createStore<readonly T[] | undefined>(undefined)
  const read = (): readonly T[] => {
    const known = current.get()
    if (known !== undefined) return known
    const stored = Taro.getStorageSync<unknown>(storageKey)
    const drafts = Array.isArray(stored) ? stored.flatMap((one) => parse(one) ?? []) : []
    current.set(drafts)
    return drafts
  }
  const write = (drafts: readonly T[]): void => {
    Taro.setStorageSync(storageKey, drafts)
    current.set(drafts)
  }
  return {
    keep: (draft) => write([draft, ...read().filter(({ id }) => id !== draft.id)].slice(0, most)),
    forget: (id) => {
      if (read().some((one) => one.id === id)) write(read().filter((one) => one.id !== id))
    },
    kept: (id, by) => read().find((one) => one.id === id && one.by === by),
    of: (by) => read().filter((one) => one.by === by),
    useDrafts: (by) => (useStore(current) ?? read()).filter((one) => one.by === by),
  }
}
