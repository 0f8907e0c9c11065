/** Whether two values say the same: the table does not keep the order of a map. */
export const sameContent = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
