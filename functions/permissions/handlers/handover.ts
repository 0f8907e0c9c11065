import { permissionRoutes } from '@zmht/shared/contract'
import type { HandoverRules } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { allowedIn, existingOrganisation, resourcesOf } from '../authority'
import { rulesFor, saveRules } from '../handover.store'
import { inTree } from '../organisation.store'
import { namesOf } from '../show-directory'

const routes = permissionRoutes

async function show(organisation: string) {
  const chain = (await inTree([organisation])).get(organisation)?.chain
  if (chain === undefined) throw new Problem('not-found')
  const { rules, from, edition } = await rulesFor(chain)
  const named = (await namesOf([from]))(from)
  return { rules: { ...rules }, ...(named === undefined ? {} : { from: named }), edition }
}

const isSame = (one: HandoverRules, other: HandoverRules): boolean =>
  one.transfer === other.transfer && one.leave === other.leave && one.merger === other.merger

export const handover = endpoint(routes.handover, async ({ params }) => show(params.organisationId))

export const saveHandover = endpoint(routes.saveHandover, {
  locate: async ({ params }) => {
    const organisation = await existingOrganisation(params.organisationId)
    const [resource] = await resourcesOf(organisation)
    return { resource, loaded: organisation }
  },
  handle: async ({ params, body, actor, now, loaded }) => {
    await allowedIn(actor, 'directory.write', loaded, now)
    const { rules, edition } = body
    if (!(await saveRules(params.organisationId, rules, edition + 1, actor.id))) {
      const held = await show(params.organisationId)
      // A save whose answer was lost is the same save.
      const isOwn = held.edition === edition + 1 && held.from?.id === params.organisationId
      if (!isOwn || !isSame(held.rules, rules)) throw new Problem('changed')
    }
    return show(params.organisationId)
  },
})
