/** Sets of numbered rows: a bit each. */

/** @returns an empty set for rows 0 … count - 1 */
export const noRows = (count: number): Uint32Array => new Uint32Array((count + 31) >> 5)

/** @returns the rows 0 … count - 1, all of them */
export function allRows(count: number): Uint32Array {
  const rows = noRows(count).fill(~0)
  if ((count & 31) !== 0) rows[rows.length - 1] = (1 << (count & 31)) - 1
  return rows
}

export const hasRow = (rows: Uint32Array, row: number): boolean => (((rows[row >> 5] ?? 0) >>> (row & 31)) & 1) === 1

export function addRow(rows: Uint32Array, row: number): void {
  rows[row >> 5] = (rows[row >> 5] ?? 0) | (1 << (row & 31))
}

export function addRows(rows: Uint32Array, more: Uint32Array): void {
  for (let word = 0; word < rows.length; word++) rows[word] = (rows[word] ?? 0) | (more[word] ?? 0)
}

export function dropRows(rows: Uint32Array, fewer: Uint32Array): void {
  for (let word = 0; word < rows.length; word++) rows[word] = (rows[word] ?? 0) & ~(fewer[word] ?? 0)
}

/** @returns how many rows are in a set */
export function countRows(rows: Uint32Array): number {
  let count = 0
  for (let word of rows) {
    word -= (word >>> 1) & 0x55555555
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
    count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return count
}

/** The rows of a set from one on, in order. */
export function* rowsFrom(rows: Uint32Array, start = 0): Generator<number> {
  for (let word = start >> 5; word < rows.length; word++) {
    let left = rows[word] ?? 0
    if (word === start >> 5) left &= ~0 << (start & 31)
    for (; left !== 0; left &= left - 1) yield (word << 5) + 31 - Math.clz32(left & -left)
  }
}

/** Leaves of a set what is in another too. */
export function keepRows(rows: Uint32Array, others: Uint32Array): void {
  for (let word = 0; word < rows.length; word++) rows[word] = (rows[word] ?? 0) & (others[word] ?? 0)
}

/** A shorter list is searched, a longer one becomes a row of bits. */
const leastForBits = 256

/** Which rows have a value, for every value of one thing they have. Rows are added in order. */
export class RowsByValue {
  readonly #lists = new Map<string, number[]>()
  readonly #bits = new Map<string, Uint32Array>()

  add(value: string, row: number): void {
    const list = this.#lists.get(value)
    if (list === undefined) this.#lists.set(value, [row])
    else if (list.at(-1) !== row) list.push(row)
  }

  /** @returns how many rows have one of the values, at most */
  count(values: ReadonlySet<string>): number {
    let count = 0
    for (const value of values) count += this.#lists.get(value)?.length ?? 0
    return count
  }

  /** Calls back with the rows that have one of the values, each once or more often. */
  each(values: ReadonlySet<string>, found: (row: number) => void): void {
    for (const value of values) for (const row of this.#lists.get(value) ?? []) found(row)
  }

  /** @returns whether a row has one of the values */
  has(values: ReadonlySet<string>, row: number): boolean {
    for (const value of values) {
      const list = this.#lists.get(value)
      if (list === undefined) continue
      if (list.length < leastForBits ? isListed(list, row) : hasRow(this.#bitsOf(value, list), row)) return true
    }
    return false
  }

  /** Adds the rows that have one of the values to a set. */
  addTo(rows: Uint32Array, values: ReadonlySet<string>): void {
    for (const value of values) {
      const list = this.#lists.get(value)
      if (list === undefined) continue
      if (list.length < leastForBits) for (const row of list) addRow(rows, row)
      else {
        addRows(rows, this.#bitsOf(value, list))
      }
    }
  }

  #bitsOf(value: string, list: readonly number[]): Uint32Array {
    const known = this.#bits.get(value)
    if (known) return known
    const bits = noRows((list.at(-1) ?? 0) + 1)
    for (const row of list) addRow(bits, row)
    this.#bits.set(value, bits)
    return bits
  }
}

function isListed(list: readonly number[], row: number): boolean {
  let [low, high] = [0, list.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = list[middle] ?? 0
    if (at === row) return true
    if (at < row) low = middle + 1
    else high = middle - 1
  }
  return false
}
