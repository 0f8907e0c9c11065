import { permissionRoutes } from '@zmht/shared/contract'
import { isAwayOn } from '@zmht/shared/permission'
import { dayInChina } from '../../platform/clock'
import { endpoint } from '../../platform/endpoint/endpoint'
import { colleague } from '../colleagues'
import { findOrganisations, findPeople } from '../domain/roster'
import { organisationChain } from '../organisation.store'
import { pageOf } from '../paging'
import { everybodyBelow, tailDigest } from '../roster'

const pageSize = 20
const organisationsShown = 10

export const searchDirectory = endpoint(permissionRoutes.searchDirectory, async ({ query, actor, now }) => {
  const today = dayInChina(now)
  const own = actor.posts[0]?.organisation
  const root = own === undefined ? undefined : (await organisationChain(own)).at(-1)
  if (root === undefined) return { count: 0, people: [], organisations: [] }
  const { blocks, people } = await everybodyBelow(root)
  const digits = /^\d{4,11}$/.test(query.q)
  const wanted = { words: query.q, ...(digits ? { tail: await tailDigest(query.q) } : {}) }
  const found = findPeople(people, wanted)
  const page = pageOf(found, query.cursor, pageSize)
  return {
    count: found.length,
    people: await Promise.all(
      page.items.map(async ({ person, posts }) => {
        const away = person.absences.find((absence) => isAwayOn([absence], today))?.until
        return {
          id: person.id,
          name: person.name,
          phone: (await (await colleague(person.id))?.phone()) ?? '',
          posts: posts.map(({ id, title, organisation }) => ({
            id,
            title,
            organisation: { id: organisation, name: blocks.get(organisation)?.name ?? '' },
          })),
          ...(away === undefined ? {} : { away }),
        }
      }),
    ),
    organisations: findOrganisations(blocks, query.q, today)
      .slice(0, organisationsShown)
      .map(({ id, name }) => ({ id, name })),
    ...(page.next === undefined ? {} : { next: page.next }),
  }
})
