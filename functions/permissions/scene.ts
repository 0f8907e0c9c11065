import type { PersonnelBody } from '@zmht/shared/contract'
import type { Day } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { seal } from '../platform/cipher'
import { phoneIndexOf } from './by-phone'
import { type Official, officialByPhone, readOfficial, readOfficials, readPosts } from './directory.store'
import { overlap, type Period } from './domain/holdings'
import type { Scene } from './domain/personnel'
import type { OrganisationInTree } from './domain/standing'
import { inTree } from './organisation.store'
import { phoneContext } from './standing'

export interface LoadedScene extends Scene {
  readonly tree: ReadonlyMap<string, OrganisationInTree>
}

const postsIn = (body: PersonnelBody): string[] => {
  switch (body.kind) {
    case 'appoint':
      return [body.post]
    case 'transfer':
    case 'promote':
      return [body.from, body.to]
    case 'leave-post':
      return body.post === undefined ? [] : [body.post]
    default:
      return []
  }
}

/** Who takes over or stands in, as the operation names them. */
export function namedIn(body: PersonnelBody): string | undefined {
  if (body.kind === 'absence') return body.substitute
  return 'successor' in body ? body.successor : undefined
}

/**
 * The official an operation is about. Who is new comes with name and phone, and holds nothing yet.
 * @throws Problem `not-found`, `invalid` for a phone that is somebody else's.
 */
async function officialOf(id: string, body: PersonnelBody): Promise<Official> {
  const known = await readOfficial(id)
  const person = body.kind === 'appoint' ? body.person : undefined
  if (person === undefined) {
    if (known === undefined) throw new Problem('not-found')
    return known
  }
  const phoneIndex = await phoneIndexOf(person.phone)
  const bearer = await officialByPhone(phoneIndex)
  if (bearer !== undefined && bearer !== id) {
    const name = (await readOfficial(bearer))?.name ?? ''
    const message = `这个手机号已登记为${name}，请在通讯录里找到本人再任职`
    throw new Problem('invalid', { fields: [{ path: 'body.person.phone', message }] })
  }
  if (known !== undefined) {
    if (known.name === person.name && known.phoneIndex === phoneIndex) return known
    throw new Problem('key-reused')
  }
  const phone = await seal(person.phone, phoneContext(id))
  return { id, name: person.name, phone, phoneIndex, holdings: [], absences: [], version: 0 }
}

/** Farther than that no chain of people who stand in for each other is followed. */
const mostLinks = 8

/** Whom somebody stands in for in a period, and whom those stand in for. */
async function standsInFor(official: Official, period: Period): Promise<Set<string>> {
  const found = new Set<string>()
  for (let tier: readonly Official[] = [official], link = 0; tier.length > 0 && link < mostLinks; link++) {
    const next = tier
      .flatMap(({ holdings }) => holdings.flatMap((one) => (overlap(one, period) ? (one.standsInFor ?? []) : [])))
      .filter((id) => !found.has(id))
    for (const id of next) found.add(id)
    tier = [...(await readOfficials(next)).values()]
  }
  return found
}

/** Reads everything an operation is judged by, strongly consistent. */
export async function loadScene(id: string, body: PersonnelBody, today: Day): Promise<LoadedScene> {
  const official = await officialOf(id, body)
  const own = await readPosts([...official.holdings.map(({ post }) => post), ...postsIn(body)])
  const named = namedIn(body)
  const standIns = [...own.values()].flatMap(({ holders }) =>
    holders.flatMap((one) => (one.standsInFor === id ? [one.official] : [])),
  )
  const others = await readOfficials([...(named === undefined ? [] : [named]), ...standIns])
  others.delete(id)
  const theirs = await readPosts(
    [...others.values()].flatMap(({ holdings }) => holdings.map(({ post }) => post)).filter((post) => !own.has(post)),
  )
  const posts = new Map([...own, ...theirs])
  const tree = await inTree([...new Set([...posts.values()].map(({ organisationId }) => organisationId))])
  return {
    today,
    official,
    others,
    posts,
    tree,
    organisations: new Map([...tree].map(([one, { organisation }]) => [one, organisation])),
    standsInFor:
      body.kind === 'absence' ? await standsInFor(official, { from: body.date, until: body.until }) : new Set(),
  }
}
