/** Fewer than this tell of single people. */
export const fewest = 3

/**
 * Which numbers are withheld where single people may not be seen: those of fewer than three; and where only one of those that add up to a number that is shown
 * is withheld, another one with it, or it could be told from the rest.
 * @param counts one row for each place, one number for each group; each row and each column adds up to a number that is shown
 * @returns the same shape, true where a number is withheld
 */
export function withheld(counts: readonly (readonly number[])[]): boolean[][] {
  const hidden = counts.map((row) => row.map((count) => count > 0 && count < fewest))
  const columns = counts[0]?.length ?? 0
  const cell = (row: number, column: number) => ({
    count: counts[row]?.[column] ?? 0,
    hidden: hidden[row]?.[column] === true,
    hide: () => {
      const line = hidden[row]
      if (line !== undefined) line[column] = true
    },
  })
  const lines = [
    ...counts.map((_, row) => Array.from({ length: columns }, (_one, column) => ({ row, column }))),
    ...Array.from({ length: columns }, (_, column) => counts.map((_one, row) => ({ row, column }))),
  ]
  for (let changed = true; changed; ) {
    changed = false
    for (const line of lines) {
      const cells = line.map(({ row, column }) => cell(row, column)).filter(({ count }) => count > 0)
      if (cells.filter((one) => one.hidden).length !== 1) continue
      const next = cells.filter((one) => !one.hidden).sort((one, other) => one.count - other.count)[0]
      if (next === undefined) continue
      next.hide()
      changed = true
    }
  }
  return hidden
}
