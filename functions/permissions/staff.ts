import type { PlaceId } from '@zmht/shared/geo'
import { dayInChina, now } from '../platform/clock'
import { colleague } from './colleagues'
import { holdersOn, postsOf, readPosts } from './directory.store'
import { holdersAt, type OrganisationContact, organisationContact } from './holders'

export interface StaffMember {
  readonly id: string
  readonly name: string
  /** Of the post they are listed by. */
  readonly title: string
  readonly phone: string
}

/** More than these nobody rings up one after another. */
const mostShown = 20

/**
 * Who is responsible at a place: the organisation that has the general duty there, nearest upwards, and who is on its posts today and not away.
 * @param lineage root first
 */
export async function staffAt(
  lineage: readonly PlaceId[],
): Promise<{ readonly organisation?: OrganisationContact; readonly people: readonly StaffMember[] }> {
  const today = dayInChina(now())
  const holder = (await holdersAt(lineage, today)).get('territory')
  const organisation = holder === undefined ? undefined : await organisationContact(holder.organisation)
  if (organisation === undefined) return { people: [] }
  const listed = await postsOf(organisation.id)
  const posts = await readPosts(listed.map(({ id }) => id))
  const held = listed.flatMap(({ id, title }) => {
    const post = posts.get(id)
    return post === undefined ? [] : holdersOn(post, today).map((official) => ({ official, title }))
  })
  const people = await Promise.all(
    held.slice(0, mostShown).map(async ({ official, title }): Promise<StaffMember[]> => {
      const found = await colleague(official)
      if (found?.inOffice !== true) return []
      return [{ id: official, name: found.name, title, phone: await found.phone() }]
    }),
  )
  return { organisation, people: people.flat() }
}
