import type { PersonnelBody } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { blind } from '../platform/cipher'
import { beginningOf, dayInChina } from '../platform/clock'
import { dueAt } from '../platform/due.store'
import { type TransactionPart, transact } from '../platform/table/write'
import { readStandingItem, standingPut } from './account.store'
import { readCatalogue } from './catalogue.store'
import { type Official, officialPut, type PostRecord, phoneParts, postPut } from './directory.store'
import { concerned, decidePersonnel, type Outcome } from './domain/personnel'
import { isSecurityPost } from './domain/post-rules'
import type { Organisation } from './domain/records'
import { handoverParts } from './handovers'
import { type PersonnelOperation, personnelParts, readPersonnel } from './personnel.store'
import { type LoadedScene, loadScene, namedIn } from './scene'
import { standingOf } from './standing'

/** An operation somebody asks for, under the id they made. */
export interface Asked {
  readonly id: string
  readonly official: string
  readonly body: PersonnelBody
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Instant
}

/** Refuses unless whoever asks may change the directory in all of these organisations, and permissions in the latter. */
export type Authorise = (organisations: readonly Organisation[], security: readonly Organisation[]) => Promise<void>

/** When an operation to come takes effect: its open work is handed over. */
export const handoverDue = 'handover'

/** The same words under the same id are one operation. Keyed, for a phone number may be among them. */
const digestOf = ({ official, body }: Asked): Promise<string> =>
  blind('personnel', JSON.stringify([official, Object.entries(body).sort(([one], [other]) => (one < other ? -1 : 1))]))

/**
 * Records an operation with everything that follows from it at once: who holds which post, the posts, and what each of them may do, in one
 * transaction. It holds from the next request, wherever it is answered. The same operation again changes nothing.
 * @throws Problem `own-personnel`, `personnel-impossible` with the obstacles, `key-reused`, `changed` after too many others.
 */
export async function recordPersonnel(asked: Asked, authorise: Authorise): Promise<void> {
  const digest = await digestOf(asked)
  for (let attempt = 0; attempt < 8; attempt++) {
    const held = await readPersonnel(asked.id)
    if (held !== undefined) {
      if (held.asked !== digest) throw new Problem('key-reused')
      return
    }
    const { official, body, by } = asked
    if (concerned(body, official).includes(by.id)) throw new Problem('own-personnel')
    const scene = await loadScene(official, body, dayInChina(asked.at))
    const decided = decidePersonnel(body, scene)
    // Where somebody may not act they are not told what stands in the way.
    const outcome = decided.possible ? decided.outcome : undefined
    await authorise(
      organisationsOf(body, scene, outcome),
      outcome === undefined ? [] : await securityOf(outcome, scene),
    )
    if (!decided.possible) throw impossible(decided.obstacles)
    const { written } = await transact(await partsOf(asked, digest, scene, decided.outcome))
    if (written) return
  }
  throw new Problem('changed')
}

export const impossible = (obstacles: readonly string[]): Problem =>
  new Problem('personnel-impossible', {
    detail: `${obstacles.join('；')}。没有作任何更改。`,
    fields: obstacles.map((message) => ({ path: 'body', message })),
  })

/** The organisations an operation reaches into: of what is left, of what is taken, and for who is away of every post. */
function organisationsOf(body: PersonnelBody, scene: LoadedScene, outcome: Outcome | undefined): Organisation[] {
  const { official, posts, organisations } = scene
  const everyPost = body.kind === 'absence' || body.kind === 'return' || (body.kind === 'leave-post' && !body.post)
  const held = official.holdings.filter(({ until }) => until === undefined || until > body.date)
  const reached = [
    ...(outcome?.posts ?? []).map(({ id }) => id),
    ...(outcome?.left ?? []),
    ...(everyPost ? held.map(({ post }) => post) : []),
    ...(body.kind === 'appoint' || (body.kind === 'leave-post' && body.post !== undefined) ? [body.post] : []),
    ...(body.kind === 'transfer' || body.kind === 'promote' ? [body.from, body.to] : []),
  ]
  const ids = new Set(reached.flatMap((id) => (id === undefined ? [] : (posts.get(id)?.organisationId ?? []))))
  return [...ids].flatMap((id) => organisations.get(id) ?? [])
}

/** The organisations in which somebody is given a post that can change or watch who may do what. */
async function securityOf({ given }: Outcome, { posts, organisations }: LoadedScene): Promise<Organisation[]> {
  const catalogue = await readCatalogue()
  return given.flatMap((id) => {
    const post = posts.get(id)
    return post !== undefined && isSecurityPost(post, catalogue) ? (organisations.get(post.organisationId) ?? []) : []
  })
}

async function partsOf(asked: Asked, digest: string, scene: LoadedScene, outcome: Outcome): Promise<TransactionPart[]> {
  const { by, at, body } = asked
  const operation = operationOf(asked, digest, scene, outcome)
  const officials = outcome.officials.map((one) => ({ ...one, version: one.version + 1 }))
  const posts = outcome.posts.map((one) => ({ ...one, version: one.version + 1 }))
  const surroundings = {
    posts: new Map([...scene.posts, ...posts.map((one): [string, PostRecord] => [one.id, one])]),
    organisations: scene.tree,
  }
  const standings = await Promise.all(
    officials.map(async (one) => standingOf(one, await readStandingItem(one.id), surroundings)),
  )
  const isLater = body.date > dayInChina(at)
  return [
    ...personnelParts(isLater ? operation : { ...operation, handedOver: 0 }),
    ...officials.map((one) => ({ put: officialPut(one, by.id) })),
    ...(scene.official.version === 0 ? phoneParts(scene.official, undefined) : []),
    ...posts.map((one) => ({ put: postPut(one, by.id) })),
    ...standings.map((one) => ({ put: standingPut(one) })),
    ...(isLater
      ? [{ put: dueAt(beginningOf(body.date), { slice: 'permissions', kind: handoverDue, subject: asked.id }) }]
      : await handoverParts(operation, surroundings)),
  ]
}

function operationOf(asked: Asked, digest: string, scene: LoadedScene, outcome: Outcome): PersonnelOperation {
  const { id, official, body, by, at } = asked
  const successor = namedIn(body)
  const nameOf = (one: Official | undefined) => (one === undefined ? undefined : { id: one.id, name: one.name })
  const ends = endsOf(body, outcome.left)
  const [from, to, taker] = [
    postFacts(scene, ends.from),
    postFacts(scene, ends.to),
    nameOf(successor === undefined ? undefined : scene.others.get(successor)),
  ]
  return {
    id,
    official,
    asked: digest,
    organisations: organisationsOf(body, scene, outcome).map((one) => one.id),
    left: outcome.left,
    ...(outcome.event === undefined ? {} : { event: outcome.event }),
    ...(successor === undefined ? {} : { successor }),
    by: by.id,
    facts: {
      kind: body.kind,
      date: body.date,
      ...('until' in body && body.until !== undefined ? { until: body.until } : {}),
      official: { id: official, name: scene.official.name },
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(taker === undefined ? {} : { successor: taker }),
      reason: body.reason,
      by,
      at,
    },
  }
}

function endsOf(body: PersonnelBody, left: readonly string[]): { readonly from?: string; readonly to?: string } {
  switch (body.kind) {
    case 'appoint':
      return { to: body.post }
    case 'transfer':
    case 'promote':
      return { from: body.from, to: body.to }
    case 'leave-post': {
      const [from] = left
      return from !== undefined && left.length === 1 ? { from } : {}
    }
    default:
      return {}
  }
}

function postFacts({ posts, organisations }: LoadedScene, id: string | undefined) {
  const post = id === undefined ? undefined : posts.get(id)
  const organisation = post === undefined ? undefined : organisations.get(post.organisationId)
  if (post === undefined || organisation === undefined) return undefined
  return { post: post.id, title: post.title, organisation: { id: organisation.id, name: organisation.name } }
}
