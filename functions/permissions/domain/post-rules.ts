import {
  type CataloguePost,
  incompatibleRoles,
  type Rank,
  rankCodes,
  roles,
  securityRoles,
} from '@zmht/shared/permission'
import type { PostRecord } from './records'

/** What a post gives whoever holds it. */
type Content = Pick<CataloguePost, 'roles' | 'tags' | 'rank'>

const added = (after: readonly string[], before: readonly string[]): string[] =>
  after.filter((one) => !before.includes(one))
const highestFirst: readonly string[] = rankCodes
const isAbove = (rank: Rank, other: string | undefined): boolean =>
  other === undefined || highestFirst.indexOf(rank) < highestFirst.indexOf(other)

/**
 * Who keeps the directory gives posts what their name in the catalogue carries. Anything beyond, any role that changes or watches who may do
 * what, and a rank above the giver's own is for who keeps permissions.
 * @param own The ranks of the giver's posts.
 */
export function needsPermissionKeeper(
  after: Content,
  before: Pick<PostRecord, 'roles' | 'tags' | 'rank'> | undefined,
  entry: CataloguePost | undefined,
  own: readonly string[],
): boolean {
  const former = before ?? { roles: [], tags: [], rank: undefined }
  const newRoles = added(after.roles, former.roles)
  const changed = [...newRoles, ...added(former.roles, after.roles)]
  if (changed.some((role) => [...securityRoles].some((one) => one === role))) return true
  if (added(newRoles, entry?.roles ?? []).length > 0) return true
  if (added(added(after.tags, former.tags), entry?.tags ?? []).length > 0) return true
  if (after.rank === former.rank) return false
  const highest = rankCodes.find((rank) => own.includes(rank))
  return isAbove(after.rank, highest) || (after.rank !== entry?.rank && isAbove(after.rank, entry?.rank ?? 'worker'))
}

/** Whether who is put on a post can change or watch who may do what. */
export const isSecurityPost = (post: Pick<PostRecord, 'roles' | 'catalogue'>, catalogue: readonly CataloguePost[]) =>
  post.roles.some((role) => [...securityRoles].some((one) => one === role)) ||
  catalogue.some(({ code, security }) => security && code === post.catalogue)

/** @returns in plain words which roles may not meet on one post. */
export function clashOn(given: readonly string[]): string | undefined {
  return incompatibleRoles
    .find((pair) => pair.every((role) => given.includes(role)))
    ?.map((role) => roles[role])
    .join('与')
}
