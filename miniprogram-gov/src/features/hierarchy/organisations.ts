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
 * The organisations an official may hand a duty to or take grid workers from: their own, those below them and beside them, and those that
 * are answerable for the place already.
 */
export async function organisationsAround(
  me: Official,
  answerable: readonly AnswerableReply[],
): Promise<readonly Organisation[]> {
  const known = new Map<string, Organisation>()
  const add = ({ id, name }: Organisation) => known.set(id, { id, name })
  for (const { holder } of answerable) if (holder !== undefined) add(holder.organisation)
  const own = [...new Map(me.posts.map(({ organisation }) => [organisation.id, organisation])).values()]
  for (const organisation of own) {
    add(organisation)
    const whole = await readOrganisation(organisation.id)
    whole.below.forEach(add)
    if (whole.parent !== undefined) {
      const above = await readOrganisation(whole.parent)
      add(above)
      above.below.forEach(add)
    }
  }
  return [...known.values()]
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
