import type { PostReply } from '@zmht/shared/contract'
import { rankCodes } from '@zmht/shared/permission'

const order: readonly string[] = rankCodes

const tier = ({ rank }: Pick<PostReply, 'rank'>): number => {
  const at = order.indexOf(rank)
  return at < 0 ? order.length : at
}

/** Posts as people look for them: the highest rank first, closed ones last. */
export const inOrder = <Post extends Pick<PostReply, 'rank' | 'closed' | 'title'>>(
  posts: readonly Post[],
): readonly Post[] =>
  [...posts].sort(
    (one, other) =>
      Number(one.closed) - Number(other.closed) ||
      tier(one) - tier(other) ||
      one.title.localeCompare(other.title, 'zh-CN'),
  )
