import type { Official } from '../platform/endpoint/actor'
import { type ApplicationCard, bundlesOf } from './bundle.store'

/** Of an organisation that has more, the latest are told. */
const mostPages = 3

/** The applications of the organisations an official works in, as they stand on their cards; the latest first. */
export async function applicationsOf({ posts }: Pick<Official, 'posts'>): Promise<readonly ApplicationCard[]> {
  const all: ApplicationCard[] = []
  for (const organisation of new Set(posts.map((post) => post.organisation))) {
    let cursor: string | undefined
    for (let page = 0; page < mostPages; page++) {
      const { items, next } = await bundlesOf(organisation, cursor)
      all.push(...items)
      cursor = next
      if (cursor === undefined) break
    }
  }
  return all
}
