import { cached, moving } from '../platform/cache'
import { readStandingItem } from './account.store'
import { phoneOf, postsNow } from './standing'

/** An official as colleagues read them. Work phones are shown to officials whole. */
export interface Colleague {
  readonly id: string
  readonly name: string
  /** Of the first post they hold today. */
  readonly title: string
  /** Of the same post. */
  readonly organisation: string | undefined
  /** Holds a post today and is not away. Whoever does not is on no duty. */
  readonly inOffice: boolean
  readonly phone: () => Promise<string>
}

const known = cached(moving, async (id): Promise<Colleague | undefined> => {
  const standing = await readStandingItem(id, false)
  if (standing === undefined || standing.kind !== 'official') return undefined
  const posts = postsNow(standing)
  const post = posts[0] ?? standing.posts[0]
  return {
    id,
    name: standing.name,
    title: post?.title ?? '',
    organisation: post?.organisation,
    inOffice: posts.length > 0,
    phone: () => phoneOf(standing),
  }
})

/** @returns undefined when there is no such official. At most 5 s old. */
export const colleague = (id: string): Promise<Colleague | undefined> => known.read(id)
