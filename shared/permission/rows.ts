/** Sets of numbered rows: a bit each. */

/** @returns an empty set for rows 0 … count - 1 */
export const noRows = (count: number): Uint32Array => new Uint32Array((count + 31) >> 5)

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

/** Which rows have a value, for every value of one thing they have. */
export class RowsByValue {
  readonly #lists = new Map<string, number[]>()

  add(value: string, row: number): void {
    const list = this.#lists.get(value)
    if (list === undefined) this.#lists.set(value, [row])
    else if (list.at(-1) !== row) list.push(row)
  }

  /** @returns the rows that have one of the values, each once or more often */
  *any(values: Iterable<string>): Generator<readonly number[]> {
    for (const value of values) {
      const list = this.#lists.get(value)
      if (list !== undefined) yield list
    }
  }

  /** How many rows there are with one of the values, at most. */
  count(values: Iterable<string>): number {
    let count = 0
    for (const list of this.any(values)) count += list.length
    return count
  }
}
