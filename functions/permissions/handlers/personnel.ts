import { type OfficialReply, type PersonnelBody, permissionRoutes } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import type { Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { dayInChina } from '../../platform/clock'
import type { Official as Actor } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { allowedIn, existingOrganisation, mayIn, resourcesOf } from '../authority'
import { type Official, readOfficial, readPost, readPosts } from '../directory.store'
import { inTree } from '../organisation.store'
import { type Authorise, recordPersonnel } from '../personnel'
import { personnelOfOfficial, readPersonnel } from '../personnel.store'
import { phoneOfOfficial, showHoldings, showOperation } from '../show-directory'

const routes = permissionRoutes

async function show(official: Official, actor: Actor, at: Instant): Promise<OfficialReply> {
  const today = dayInChina(at)
  const posts = await readPosts(
    official.holdings.filter(({ until }) => until === undefined || until > today).map(({ post }) => post),
  )
  const organisations = [...(await inTree([...posts.values()].map(({ organisationId }) => organisationId))).values()]
  const [held, history, phone, ...mine] = await Promise.all([
    showHoldings(official, today),
    personnelOfOfficial(official.id),
    phoneOfOfficial(official),
    ...organisations.map(({ organisation }) => mayIn(actor, 'directory.write', organisation, at)),
  ])
  return {
    id: official.id,
    name: official.name,
    phone,
    posts: held,
    absences: official.absences.filter(({ until }) => until > today).map((one) => ({ ...one })),
    history: history.map(showOperation),
    // Nobody records an operation about themself.
    editable: official.id !== actor.id && mine.some(Boolean),
  }
}

export const official = endpoint(routes.official, async ({ params, actor, now }) => {
  const found = await readOfficial(params.officialId)
  if (found === undefined) throw new Problem('not-found')
  return show(found, actor, now)
})

/** The post whose organisation an operation is first of all about. */
async function postOf(officialId: string, operationId: string, body: PersonnelBody): Promise<string> {
  if (body.kind === 'appoint') return body.post
  const known = await readOfficial(officialId)
  if (known === undefined) throw new Problem('not-found')
  if (body.kind === 'transfer' || body.kind === 'promote') return body.from
  if (body.kind === 'leave-post' && body.post !== undefined) return body.post
  const done = await readPersonnel(operationId)
  const today = known.holdings.filter(({ until }) => until === undefined || until > body.date)
  return done?.left[0] ?? (today[0] ?? known.holdings.at(-1))?.post ?? ''
}

async function locate({
  params: { officialId, operationId },
  body,
}: {
  params: { officialId: string; operationId: string }
  body: PersonnelBody
}): Promise<{ resource: Resource; loaded: undefined }> {
  const post = await readPost(await postOf(officialId, operationId, body))
  if (post === undefined) {
    const path = body.kind === 'appoint' || body.kind === 'leave-post' ? 'body.post' : 'body.from'
    throw new Problem('invalid', { fields: [{ path, message: '没有找到这个岗位，请重新选择' }] })
  }
  const [resource] = await resourcesOf(await existingOrganisation(post.organisationId))
  return { resource, loaded: undefined }
}

/** Both ends lie in the caller's places; a post that can change who may do what is given by who keeps permissions there. */
const authoriserOf =
  (actor: Actor, at: Instant): Authorise =>
  async (organisations, security) => {
    for (const one of organisations) await allowedIn(actor, 'directory.write', one, at)
    for (const one of security) await allowedIn(actor, 'permission.write', one, at)
  }

export const personnel = endpoint(routes.personnel, {
  locate,
  handle: async ({ params, body, actor, now }) => {
    const { officialId, operationId } = params
    const by = { id: actor.id, name: actor.name }
    await recordPersonnel({ id: operationId, official: officialId, body, by, at: now }, authoriserOf(actor, now))
    const found = await readOfficial(officialId)
    if (found === undefined) throw new Problem('not-found')
    return show(found, actor, now)
  },
})
