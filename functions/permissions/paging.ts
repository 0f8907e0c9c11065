import { Problem } from '@zmht/shared/problems'

/** A page of what is in memory whole. The position is how many come before it. @throws Problem `invalid` for one that this never gave. */
export function pageOf<T>(
  all: readonly T[],
  cursor: string | undefined,
  size: number,
): { readonly items: readonly T[]; readonly next?: string } {
  if (cursor !== undefined && !/^\d{1,7}$/.test(cursor))
    throw new Problem('invalid', {
      fields: [{ path: 'query.cursor', message: '翻页位置不正确，请从第一页重新看起' }],
    })
  const from = Number(cursor ?? 0)
  const end = from + size
  return { items: all.slice(from, end), ...(end < all.length ? { next: String(end) } : {}) }
}
