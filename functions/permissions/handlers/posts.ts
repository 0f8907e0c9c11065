import { type PostBody, permissionRoutes } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { dayInChina } from '../../platform/clock'
import type { Official as Actor } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { transact } from '../../platform/table/write'
import { readStandingItem, standingPut } from '../account.store'
import { allowedIn, existingOrganisation, resourcesOf } from '../authority'
import { catalogueNow } from '../catalogue.store'
import { type Official, postPut, readOfficials, readPost, readPosts } from '../directory.store'
import { isDay } from '../domain/days'
import { clashOf } from '../domain/holdings'
import { clashOn, needsPermissionKeeper } from '../domain/post-rules'
import type { Organisation, PostRecord } from '../domain/records'
import { inTree } from '../organisation.store'
import { impossible } from '../personnel'
import { showOrganisation } from '../show-directory'
import { standingOf } from '../standing'
import { startStandings } from '../standings.job'

const routes = permissionRoutes

/** As many standings fit into one transaction with their post; the others follow in a job. */
const atOnce = 90

function changed(id: string, organisationId: string, before: PostRecord | undefined, body: PostBody): PostRecord {
  const { title, catalogue, rank, roles, tags, termEnds, closed, edition } = body
  return {
    id,
    organisationId,
    title,
    ...(catalogue && { catalogue }),
    rank,
    roles: [...new Set(roles)],
    tags: [...new Set(tags)],
    ...(termEnds && { termEnds }),
    closed,
    holders: before?.holders ?? [],
    edition: edition + 1,
    version: (before?.version ?? 0) + 1,
  }
}

const contentOf = ({ title, catalogue, rank, roles, tags, termEnds, closed }: PostRecord): string =>
  JSON.stringify([title, catalogue, rank, [...roles].sort(), [...tags].sort(), termEnds, closed])

/** Whoever keeps the directory gives what the catalogue carries; what is beyond is for who keeps permissions there. */
async function authorise(
  actor: Actor,
  organisation: Organisation,
  before: PostRecord | undefined,
  body: PostBody,
  at: Instant,
): Promise<void> {
  await allowedIn(actor, 'directory.write', organisation, at)
  const entry = body.catalogue === undefined ? undefined : await entryOf(body.catalogue)
  const own = actor.posts.map(({ rank }) => rank)
  if (needsPermissionKeeper(body, before, entry, own)) await allowedIn(actor, 'permission.write', organisation, at)
}

async function entryOf(code: string) {
  const entry = (await catalogueNow()).find((one) => one.code === code)
  if (entry !== undefined) return entry
  const message = '岗位目录中没有这个名称，请重新选择'
  throw new Problem('invalid', { fields: [{ path: 'body.catalogue', message }] })
}

/** Everyone on the post from today on. */
async function holdersOf(post: PostRecord, today: string): Promise<Official[]> {
  const current = post.holders.filter(({ until }) => until === undefined || until > today)
  return [...(await readOfficials(current.map(({ official }) => official))).values()]
}

async function surroundingsOf(officials: readonly Official[], after: PostRecord) {
  const posts = await readPosts(officials.flatMap(({ holdings }) => holdings.map(({ post }) => post)))
  posts.set(after.id, after)
  const organisations = await inTree([...new Set([...posts.values()].map(({ organisationId }) => organisationId))])
  return { posts, organisations }
}

function obstaclesTo(
  after: PostRecord,
  organisation: Organisation,
  officials: readonly Official[],
  posts: ReadonlyMap<string, PostRecord>,
  today: string,
): string[] {
  const clash = clashOn(after.roles)
  if (organisation.ended !== undefined) return [`「${organisation.name}」已撤并，请选择现在的单位`]
  if (after.termEnds !== undefined && !isDay(after.termEnds)) return ['日历上没有这一天，请重新选择任期']
  if (clash !== undefined) return [`一个岗位不能同时有${clash}，这两项职责必须由不同的人承担`]
  if (after.closed && officials.length > 0)
    return [`${officials.map(({ name }) => name).join('、')}还在这个岗位上，请先办理调动或离任再停用`]
  return officials.flatMap(({ name, holdings }) => {
    const both = clashOf(holdings, posts, today)
    return both === undefined ? [] : [`${name}会同时有${both}，这两项职责必须由不同的人承担`]
  })
}

export const savePost = endpoint(routes.savePost, {
  locate: async ({ params }) => {
    const organisation = await existingOrganisation(params.organisationId)
    const [resource] = await resourcesOf(organisation)
    return { resource, loaded: organisation }
  },
  handle: async ({ params, body, actor, now, loaded: organisation }) => {
    const today = dayInChina(now)
    const before = await readPost(params.postId)
    if (before !== undefined && before.organisationId !== organisation.id) throw new Problem('not-found')
    await authorise(actor, organisation, before, body, now)
    const after = changed(params.postId, organisation.id, before, body)
    if (before !== undefined && before.edition === after.edition && contentOf(before) === contentOf(after))
      return showOrganisation(organisation, actor, now, after.id)
    if ((before?.edition ?? 0) !== body.edition) throw new Problem('changed')
    const officials = await holdersOf(after, today)
    if (officials.some(({ id }) => id === actor.id)) throw new Problem('own-personnel')
    const surroundings = await surroundingsOf(officials, after)
    const obstacles = obstaclesTo(after, organisation, officials, surroundings.posts, today)
    if (obstacles.length > 0) throw impossible(obstacles)
    const standings = await Promise.all(
      officials.slice(0, atOnce).map(async (one) => standingOf(one, await readStandingItem(one.id), surroundings)),
    )
    const { written } = await transact([
      { put: postPut(after, actor.id) },
      ...standings.map((one) => ({ put: standingPut(one) })),
    ])
    if (!written) throw new Problem('changed')
    if (officials.length > atOnce) await startStandings(organisation.id, `${after.id}:${after.version}`, actor.id)
    return showOrganisation(organisation, actor, now, after.id)
  },
})
