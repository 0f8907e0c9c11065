import Taro from '@tarojs/taro'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { createStore, useStore } from '@zmht/shared/ui'

/** Long work this person began on this device: it goes on on the server whether or not its page is open. */
export interface UnderWay {
  readonly kind: 'operation' | 'mint'
  readonly id: string
  readonly place: PlaceId
  readonly title: string
  /** Who began it: others at the same device do not see it. */
  readonly by: string
}

const key = 'zmht-under-way'
const most = 10
const current = createStore<readonly UnderWay[] | undefined>(undefined)

function entryOf(value: unknown): UnderWay | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('kind' in value) || !('id' in value) || !('place' in value) || !('title' in value) || !('by' in value)) {
    return undefined
  }
  const { kind, id, place, title, by } = value
  if (kind !== 'operation' && kind !== 'mint') return undefined
  if (typeof id !== 'string' || typeof title !== 'string' || typeof by !== 'string') return undefined
  return typeof place === 'string' && isPlaceId(place) ? { kind, id, place, title, by } : undefined
}

function read(): readonly UnderWay[] {
  const known = current.get()
  if (known !== undefined) return known
  const stored = Taro.getStorageSync<unknown>(key)
  const entries = Array.isArray(stored)
    ? stored.map(entryOf).filter((entry): entry is UnderWay => entry !== undefined)
    : []
  current.set(entries)
  return entries
}

function write(entries: readonly UnderWay[]): void {
  Taro.setStorageSync(key, entries)
  current.set(entries)
}

export function rememberWork(entry: UnderWay): void {
  write([entry, ...read().filter(({ id }) => id !== entry.id)].slice(0, most))
}

export function forgetWork(id: string): void {
  write(read().filter((entry) => entry.id !== id))
}

/** What one person has under way or has not looked at since it ended. */
export function useWorkUnderWay(by: string): readonly UnderWay[] {
  const entries = useStore(current) ?? read()
  return entries.filter((entry) => entry.by === by)
}
