import { type OrganisationBody, permissionRoutes } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import type { Official as Actor } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { transact } from '../../platform/table/write'
import { allowedAt, allowedIn, existingOrganisation, isOwnPlace, resourcesOf } from '../authority'
import type { Organisation } from '../domain/records'
import {
  forgetOrganisation,
  inTree,
  mostTiers,
  organisationNow,
  organisationPut,
  readOrganisations,
} from '../organisation.store'
import { impossible } from '../personnel'
import { showOrganisation } from '../show-directory'
import { refreshOrganisation } from '../standings.job'

const routes = permissionRoutes

const bodyOf = (organisation: Organisation): Omit<OrganisationBody, 'edition'> => {
  const { name, kind, parentId: parent, supervisorId: supervisor, place, phone, manages } = organisation
  return {
    name,
    kind,
    ...(parent && { parent }),
    ...(supervisor && { supervisor }),
    ...(place && { place }),
    ...(phone && { phone }),
    manages: [...manages],
  }
}

/** As it would be saved. */
function changed(id: string, before: Organisation | undefined, body: OrganisationBody): Organisation {
  const { name, kind, parent, supervisor, place, phone, manages, edition } = body
  return {
    id,
    name,
    kind,
    ...(parent && { parentId: parent }),
    ...(supervisor && { supervisorId: supervisor }),
    ...(place && { place }),
    ...(phone && { phone }),
    manages: [...new Set(manages)],
    ...(before?.ended && { ended: before.ended }),
    version: edition + 1,
  }
}

const isSame = (held: Organisation, wanted: Organisation): boolean =>
  JSON.stringify(bodyOf(held)) === JSON.stringify(bodyOf(wanted))

/** Neither the organisation nor anything it manages leaves or comes into the caller's places from outside. */
async function authorise(actor: Actor, before: Organisation | undefined, after: Organisation, at: Instant) {
  if (before !== undefined) await allowedIn(actor, 'directory.write', before, at)
  await allowedIn(actor, 'directory.write', after, at)
  for (const place of after.place === undefined ? after.manages : [...after.manages, after.place])
    await allowedAt(actor, place, after.id, at)
  if (before?.parentId === after.parentId) return
  for (const parent of [before?.parentId, after.parentId])
    if (parent !== undefined) await allowedIn(actor, 'directory.write', await existingParent(parent), at)
}

async function existingParent(id: string): Promise<Organisation> {
  const parent = await organisationNow(id)
  if (parent !== undefined) return parent
  throw new Problem('invalid', { fields: [{ path: 'body.parent', message: '没有找到上级单位，请重新选择' }] })
}

/** @returns in plain words what is wrong with how an organisation would hang in the tree */
async function obstaclesTo(after: Organisation, before: Organisation | undefined): Promise<string[]> {
  if (before?.ended !== undefined) return [`「${before.name}」已撤并，不能再修改`]
  const named = [after.parentId, after.supervisorId].filter((id) => id !== undefined)
  const found = await readOrganisations(named)
  const obstacles: string[] = []
  if (after.supervisorId !== undefined && !found.has(after.supervisorId)) obstacles.push('没有找到行业主管单位')
  if (after.supervisorId === after.id) obstacles.push('行业主管不能是单位自己')
  const parent = after.parentId === undefined ? undefined : found.get(after.parentId)
  if (parent?.ended !== undefined) obstacles.push(`「${parent.name}」已撤并，请选择现在的上级单位`)
  const chain = parent === undefined ? [] : ((await inTree([parent.id])).get(parent.id)?.chain ?? [])
  if (chain.includes(after.id) || after.parentId === after.id) obstacles.push('上级单位不能是单位自己或它的下级单位')
  else if (chain.length + 1 > mostTiers) obstacles.push(`单位层级最多 ${mostTiers} 级`)
  return obstacles
}

/** Nobody widens what they may do by changing the organisation they belong to. */
async function ownObstacles(actor: Actor, before: Organisation | undefined, after: Organisation): Promise<string[]> {
  if (before === undefined || !actor.posts.some(({ organisations }) => organisations.includes(after.id))) return []
  if (before.parentId !== after.parentId) return ['不能调整自己所在单位的上级，请由上级单位办理']
  for (const place of after.manages) {
    const isWider = !before.manages.includes(place) && !(await isOwnPlace(actor, place))
    if (isWider) return ['不能扩大自己所在单位的管理范围，请由上级单位办理']
  }
  return []
}

export const saveOrganisation = endpoint(routes.saveOrganisation, {
  locate: async ({ params, body }) => {
    const before = await organisationNow(params.organisationId)
    if (before === undefined && body.parent !== undefined) await existingParent(body.parent)
    const [resource] = await resourcesOf(before ?? changed(params.organisationId, undefined, body))
    return { resource, loaded: before }
  },
  handle: async ({ params, body, actor, now, loaded: before }) => {
    const after = changed(params.organisationId, before, body)
    await authorise(actor, before, after, now)
    if (before !== undefined && before.version === after.version && isSame(before, after))
      return showOrganisation(before, actor, now)
    if ((before?.version ?? 0) !== body.edition) throw new Problem('changed')
    const obstacles = [...(await obstaclesTo(after, before)), ...(await ownObstacles(actor, before, after))]
    if (obstacles.length > 0) throw impossible(obstacles)
    const { written } = await transact([{ put: organisationPut(after, actor.id) }])
    if (!written) throw new Problem('changed')
    forgetOrganisation(after.id)
    await refreshOrganisation(after, actor.id)
    return showOrganisation(await existingOrganisation(after.id), actor, now)
  },
})
