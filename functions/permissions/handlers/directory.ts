import { permissionRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { existingOrganisation } from '../authority'
import { inTree } from '../organisation.store'
import { personnelOfOrganisation } from '../personnel.store'
import { namesOf, showOperation, showOrganisation } from '../show-directory'

const routes = permissionRoutes

export const directory = endpoint(routes.directory, async ({ actor }) => {
  const ids = [...new Set(actor.posts.map(({ organisation }) => organisation))]
  const tree = await inTree(ids)
  const highest = [...new Set(ids.flatMap((id) => tree.get(id)?.chain.at(-1) ?? []))]
  const named = await namesOf([...ids, ...highest])
  return { own: ids.flatMap((id) => named(id) ?? []), roots: highest.flatMap((id) => named(id) ?? []) }
})

export const organisation = endpoint(routes.organisation, async ({ params, actor, now }) =>
  showOrganisation(await existingOrganisation(params.organisationId), actor, now),
)

export const organisationHistory = endpoint(routes.organisationHistory, async ({ params, query }) => {
  if ((await inTree([params.organisationId])).size === 0) throw new Problem('not-found')
  const { items, next } = await personnelOfOrganisation(params.organisationId, query.cursor)
  return { items: items.map(showOperation), ...(next === undefined ? {} : { next }) }
})
