/** @returns the next free local number: one more than the highest, padded as numbers are. */
export function nextOrder(taken: readonly string[]): string {
  const highest = taken.reduce((most, order) => Math.max(most, Number.parseInt(order, 10) || 0), 0)
  return String(highest + 1).padStart(6, '0')
}
