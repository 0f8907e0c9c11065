import { contract } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { findPlace } from '../../hierarchy/index'
import { open } from '../../platform/cipher'
import { endpoint } from '../../platform/endpoint/endpoint'
import { organisationsBelow, postsOf, readOfficial, readOrganisation } from '../directory.store'
import { phoneContext } from '../standing'

/** Officials' numbers are their work phones: the directory shows them to officials whole. */
async function holder(id: string): Promise<{ id: string; name: string; phone: string } | undefined> {
  const official = await readOfficial(id)
  if (official === undefined) return undefined
  return { id: official.id, name: official.name, phone: await open<string>(official.phone, phoneContext(official.id)) }
}

export const organisation = endpoint(contract.permissions.organisation, async ({ params }) => {
  const found = await readOrganisation(params.organisationId)
  if (found === undefined) throw new Problem('not-found')
  const [posts, below, manages] = await Promise.all([
    postsOf(found.id),
    organisationsBelow(found.id),
    Promise.all(found.manages.map((place) => findPlace(place))),
  ])
  return {
    id: found.id,
    name: found.name,
    ...(found.parentId === undefined ? {} : { parent: found.parentId }),
    manages: manages.filter((place) => place !== undefined).map(({ id, name, level }) => ({ id, name, level })),
    posts: await Promise.all(
      posts.map(async ({ id, title, holders }) => ({
        id,
        title,
        holders: (await Promise.all(holders.map(holder))).filter((one) => one !== undefined),
      })),
    ),
    below: [...below],
  }
})
