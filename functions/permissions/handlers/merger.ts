import { permissionRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { allowedAt, allowedIn, existingOrganisation, isOwnPlace, resourcesOf } from '../authority'
import { recordMerger } from '../merger'
import { organisationNow } from '../organisation.store'
import { impossible } from '../personnel'
import { readPersonnel } from '../personnel.store'
import { showOperation } from '../show-directory'

export const mergeOrganisation = endpoint(permissionRoutes.mergeOrganisation, {
  locate: async ({ params }) => {
    const organisation = await existingOrganisation(params.organisationId)
    const [resource] = await resourcesOf(organisation)
    return { resource, loaded: organisation }
  },
  handle: async ({ params, body, actor, now, loaded: organisation }) => {
    const into = await organisationNow(body.into)
    if (into === undefined)
      throw new Problem('invalid', { fields: [{ path: 'body.into', message: '没有找到要并入的单位，请重新选择' }] })
    await allowedIn(actor, 'directory.write', organisation, now)
    await allowedIn(actor, 'directory.write', into, now)
    const places = [...organisation.manages, ...into.manages]
    for (const place of places) await allowedAt(actor, place, organisation.id, now)
    // Whoever is in one of the two gets what the other manages.
    const belongs = actor.posts.some(({ organisations }) =>
      [organisation.id, into.id].some((id) => organisations.includes(id)),
    )
    if (belongs && (await readPersonnel(params.operationId)) === undefined)
      for (const place of places)
        if (!(await isOwnPlace(actor, place))) throw impossible(['不能扩大自己所在单位的管理范围，请由上级单位办理'])
    const { date, reason } = body
    const by = { id: actor.id, name: actor.name }
    const merger = { id: params.operationId, organisation, into, date, reason, by, at: now }
    return showOperation(await recordMerger(merger))
  },
})
