/** Stream sequence numbers are decimal and may differ in length. */
export function isBefore(one: string, other: string): boolean {
  return one.length === other.length ? one < other : BigInt(one) < BigInt(other)
}
