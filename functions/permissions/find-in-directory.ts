import { dayInChina } from '../platform/clock'
import type { Official } from '../platform/endpoint/actor'
import { type FoundBy, findOrganisations, findPeople } from './domain/roster'
import { everybodyBelow, tailDigest } from './roster'

/** Somebody or some organisation of the directory that was found, with where they are. */
export interface InDirectory {
  readonly id: string
  readonly name: string
  /** 「望京街道 社工」; of an organisation the one above it. */
  readonly where: string
  readonly by: FoundBy
}

export interface FoundInDirectory {
  readonly people: readonly InDirectory[]
  readonly organisations: readonly InDirectory[]
}

/** Colleagues and organisations of the actor's city by name, pinyin initials, title of a post, or the end of a work phone; the best first. */
export async function findInDirectory(words: string, actor: Official, at: string): Promise<FoundInDirectory> {
  const root = actor.posts[0]?.organisations.at(-1)
  if (root === undefined) return { people: [], organisations: [] }
  const { blocks, people } = await everybodyBelow(root)
  const digits = /^\d{4,11}$/.test(words)
  const nameOf = (organisation: string | undefined) =>
    organisation === undefined ? '' : (blocks.get(organisation)?.name ?? '')
  return {
    people: findPeople(people, { words, ...(digits ? { tail: await tailDigest(words) } : {}) }).map(
      ({ person, posts: [post], by }) => ({
        id: person.id,
        name: person.name,
        where: post === undefined ? '' : `${nameOf(post.organisation)} ${post.title}`.trim(),
        by,
      }),
    ),
    organisations: findOrganisations(blocks, words, dayInChina(at)).map(({ id, name, parentId, by }) => ({
      id,
      name,
      where: nameOf(parentId),
      by,
    })),
  }
}
