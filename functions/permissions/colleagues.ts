import { cached, moving } from '../platform/cache'
import { readStandingItem } from './account.store'
import { phoneOf } from './standing'

/** An official as colleagues read them. Work phones are shown to officials whole. */
export interface Colleague {
  readonly id: string
  readonly name: string
  /** Of their first post. */
  readonly title: string
  /** Holds a post now. Whoever holds none is on no duty. */
  readonly inOffice: boolean
  readonly phone: () => Promise<string>
}

const known = cached(moving, async (id): Promise<Colleague | undefined> => {
  const standing = await readStandingItem(id, false)
  if (standing === undefined || standing.kind !== 'official') return undefined
  return {
    id,
    name: standing.name,
    title: standing.posts[0]?.title ?? '',
    inOffice: standing.posts.length > 0,
    phone: () => phoneOf(standing),
  }
})

/** @returns undefined when there is no such official. At most 5 s old. */
export const colleague = (id: string): Promise<Colleague | undefined> => known.read(id)
