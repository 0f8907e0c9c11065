import { nowMillis } from './clock'

interface Kept<T> {
  readonly value: Promise<T>
  readonly until: number
}

/**
 * A small memory of one function instance. Immutable things (by version) are kept for ever, moving things for 5 s at most:
 * "live" means within 5 s everywhere. A failed load is not kept.
 */
export function cached<T>(keepMillis: number, load: (key: string) => Promise<T>, limit = 5000) {
  const kept = new Map<string, Kept<T>>()
  caches.add(kept)
  const read = (key: string): Promise<T> => {
    const found = kept.get(key)
    if (found !== undefined && found.until > nowMillis()) return found.value
    const value = load(key)
    if (kept.size >= limit) {
      const oldest = kept.keys().next()
      if (!oldest.done) kept.delete(oldest.value)
    }
    kept.set(key, { value, until: nowMillis() + keepMillis })
    value.catch(() => kept.delete(key))
    return value
  }
  return { read, forget: (key: string) => void kept.delete(key) }
}

const caches = new Set<Map<string, unknown>>()

/** Empties every cache: a cold start, for tests and the bench. */
export function forgetEverything(): void {
  for (const cache of caches) cache.clear()
}

export const moving = 5000
export const forEver = Number.MAX_SAFE_INTEGER
