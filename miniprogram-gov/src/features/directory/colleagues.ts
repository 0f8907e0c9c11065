import type { OfficialReply, OrganisationReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import type { ChosenPost } from './operation-draft'

export interface Colleague {
  readonly id: string
  readonly name: string
  /** 「社工，花家地北里社区」 */
  readonly where: string
}

/** Those on posts of some organisations who are there today, each once, the nearest organisation first; without some. */
export function colleaguesIn(
  organisations: readonly OrganisationReply[],
  without: readonly string[],
  today: string,
): readonly Colleague[] {
  const found = new Map<string, Colleague>()
  for (const { name: organisation, posts } of organisations) {
    for (const { title, holders } of posts) {
      for (const { id, name, away, from } of holders) {
        if (without.includes(id) || away !== undefined || from > today || found.has(id)) continue
        found.set(id, { id, name, where: `${title}，${organisation}` })
      }
    }
  }
  return [...found.values()]
}

/** A post with what it gives, from its organisation. */
export function chosenPost({ id, name, manages, posts }: OrganisationReply, postId: string): ChosenPost | undefined {
  const post = posts.find((one) => one.id === postId)
  if (post === undefined) return undefined
  return {
    id: post.id,
    title: post.title,
    organisation: { id, name },
    roles: post.roles,
    places: manages.map(shortName),
  }
}

/** The posts somebody holds today themself: who stands in for another has nothing to be transferred from. */
export const heldPosts = ({ posts }: Pick<OfficialReply, 'posts'>) =>
  posts.filter(({ current, standsInFor }) => current && standsInFor === undefined)

/** Every post somebody holds today, also those they stand in on. */
export const currentPosts = ({ posts }: Pick<OfficialReply, 'posts'>) => posts.filter(({ current }) => current)
