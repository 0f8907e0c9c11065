import type { AnswerableReply } from '@zmht/shared/contract'
import { api } from '@/lib/api'
import type { Official } from '../session/official'

export interface Organisation {
  readonly id: string
  readonly name: string
}

export interface Holder {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly title: string
  readonly organisation: string
}

const readOrganisation = (organisationId: string) => api.permissions.organisation({ params: { organisationId } })

/**
 * The organisations an official may hand a duty to: their own, those below them and beside them, and those that are answerable for the
 * place already.
 */
export async function organisationsAround(
  me: Official,
  answerable: readonly AnswerableReply[],
): Promise<readonly Organisation[]> {
  const known = new Map<string, Organisation>()
  const add = ({ id, name }: Organisation) => known.set(id, { id, name })
  for (const { holder } of answerable) if (holder !== undefined) add(holder.organisation)
  const own = [...new Map(me.posts.map(({ organisation }) => [organisation.id, organisation])).values()]
  own.forEach(add)
  const around = await Promise.all(
    own.map(async ({ id }) => {
      const whole = await readOrganisation(id)
      return [whole, ...(whole.parent === undefined ? [] : [await readOrganisation(whole.parent.id)])]
    }),
  )
  for (const organisation of around.flat()) {
    add(organisation)
    organisation.below.forEach(add)
  }
  return [...known.values()]
}

/** The organisations grid workers are taken from: the one that keeps the place, and the official's own. */
export async function workingOrganisations(
  me: Official,
  answerable: readonly AnswerableReply[],
): Promise<readonly Organisation[]> {
  const keeper = answerable.find(({ duty }) => duty === 'territory')?.holder?.organisation
  const own = me.posts.map(({ organisation }) => organisation)
  return [...new Map([...(keeper === undefined ? [] : [keeper]), ...own].map((one) => [one.id, one])).values()]
}

/** Who holds the posts of an organisation, each person once with the first of their titles. */
export async function holdersOf(organisationId: string): Promise<readonly Holder[]> {
  const { name: organisation, posts } = await readOrganisation(organisationId)
  const people = new Map<string, Holder>()
  for (const { title, holders } of posts) {
    for (const { id, name, phone } of holders) {
      if (!people.has(id)) people.set(id, { id, name, phone, title, organisation })
    }
  }
  return [...people.values()]
}
