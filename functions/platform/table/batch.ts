import { pause } from './write'

/**
 * Reads many items by their keys, 100 a request; what the table left for later is asked for again.
 * @returns what is there, in no order.
 */
export async function readBatch<Key, Item>(
  keys: readonly Key[],
  get: (keys: Key[]) => Promise<{ readonly data: Item[]; readonly unprocessed: Key[] }>,
): Promise<Item[]> {
  const found: Item[] = []
  let left = [...keys]
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt > 0) await pause(50 * 2 ** Math.min(attempt, 6) * Math.random())
    const { data, unprocessed } = await get(left)
    found.push(...data)
    left = unprocessed
  }
  return found
}

/** Writes many items without a condition, 25 a request; what the table left for later is sent again. */
export async function writeBatch<Item, Key>(
  items: readonly Item[],
  write: (items: Item[]) => Promise<{ readonly unprocessed: Key[] }>,
  itemOf: (key: Key) => Item | undefined,
): Promise<void> {
  let left = [...items]
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt > 0) await pause(50 * 2 ** Math.min(attempt, 6) * Math.random())
    const { unprocessed } = await write(left)
    left = unprocessed.flatMap((key) => itemOf(key) ?? [])
  }
}
