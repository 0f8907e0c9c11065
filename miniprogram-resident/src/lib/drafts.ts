import Taro from '@tarojs/taro'
import { createStore, useStore } from '@zmht/shared/ui'

export interface Kept {
  readonly savedAt: string
}

/** Forms half filled in, kept on this device as they are typed. They belong to whom they were typed by: a phone is lent. */
export interface Drafts<T extends Kept> {
  readonly read: (person: string, id: string) => T | undefined
  readonly save: (person: string, draft: T) => void
  readonly drop: (person: string, id: string) => void
  readonly dropAll: (person: string) => void
  /** Somebody's drafts, the last touched first, as they change. */
  readonly useAll: (person: string) => readonly T[]
}

/**
 * @param prefix what the names of these drafts in the device's storage begin with
 * @param parse what was stored; undefined when it does not fit any more, written by an older edition of the application
 */
export function personalDrafts<T extends Kept>(
  prefix: string,
  idOf: (draft: T) => string,
  parse: (stored: unknown) => T | undefined,
): Drafts<T> {
  /** Counts up with each change, so that lists of drafts follow. */
  const changes = createStore(0)
  const keyOf = (person: string, id: string): string => `${prefix}${person}-${id}`
  const keysOf = (person: string): readonly string[] =>
    Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(keyOf(person, '')))
  const readKey = (key: string): T | undefined => parse(Taro.getStorageSync<unknown>(key))
  const changed = () => changes.set(changes.get() + 1)
  return {
    read: (person, id) => readKey(keyOf(person, id)),
    save: (person, draft) => {
      Taro.setStorageSync(keyOf(person, idOf(draft)), draft)
      changed()
    },
    drop: (person, id) => {
      Taro.removeStorageSync(keyOf(person, id))
      changed()
    },
    dropAll: (person) => {
      for (const key of keysOf(person)) Taro.removeStorageSync(key)
      changed()
    },
    useAll: (person) => {
      useStore(changes)
      return keysOf(person)
        .flatMap((key) => readKey(key) ?? [])
        .sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1))
    },
  }
}
