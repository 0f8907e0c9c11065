import type { HandoverEvent } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { dayInChina, now } from '../platform/clock'
import { type TransactionPart, transact } from '../platform/table/write'
import { type PostRecord, postsOf, readPosts } from './directory.store'
import { takerOf } from './domain/handover'
import type { OrganisationInTree } from './domain/standing'
import { type Handover, handoverPut, rulesFor } from './handover.store'
import { inTree } from './organisation.store'
import { handedOverUpdate, type PersonnelOperation, readPersonnel } from './personnel.store'

interface Surroundings {
  readonly posts: ReadonlyMap<string, PostRecord>
  readonly organisations: ReadonlyMap<string, OrganisationInTree>
}

interface Leaving {
  readonly operation: string
  readonly official: string
  readonly post: PostRecord
  readonly event: HandoverEvent
  readonly named?: string
  /** Goes over even where the official may still see to it. */
  readonly whole?: boolean
}

/** Who takes over the open work of a post, by the rules of its organisation. @returns undefined when it stays. */
export async function handoverOf(
  { operation, official, post, event, named, whole = false }: Leaving,
  { organisation, chain }: OrganisationInTree,
): Promise<Handover | undefined> {
  const { rules } = await rulesFor(chain)
  const rule = rules[event]
  if (rule === 'stays') return undefined
  const parent = chain[1]
  const above =
    rule === 'superior' && parent !== undefined
      ? [...(await readPosts((await postsOf(parent)).map(({ id }) => id))).values()]
      : []
  const candidates = { official, post, above, day: dayInChina(now()) }
  const to = takerOf(rule, { ...candidates, ...(named === undefined ? {} : { named }) })
  return {
    operation,
    post: post.id,
    official,
    territory: organisation.manages,
    event,
    ...(to === undefined ? {} : { to }),
    whole,
  }
}

/** @returns what tells the slices that keep work that an operation has taken effect. */
export async function handoverParts(
  operation: PersonnelOperation,
  { posts, organisations }: Surroundings,
): Promise<TransactionPart[]> {
  const { id, official, event, successor, left } = operation
  if (official === undefined || event === undefined) return []
  const handovers = await Promise.all(
    left.map(async (one) => {
      const post = posts.get(one)
      const at = post === undefined ? undefined : organisations.get(post.organisationId)
      if (post === undefined || at === undefined) return undefined
      const leaving = { operation: id, official, post, event, ...(successor === undefined ? {} : { named: successor }) }
      return handoverOf(leaving, at)
    }),
  )
  return handovers.flatMap((one) => (one === undefined ? [] : [{ put: handoverPut(one) }]))
}

/** The day of an operation has come: its open work is handed over. Told again it tells the same. */
export async function takeEffect(id: string): Promise<void> {
  const operation = await readPersonnel(id)
  if (operation === undefined || operation.handedOver !== undefined) return
  const posts = await readPosts(operation.left)
  const organisations = await inTree([...posts.values()].map(({ organisationId }) => organisationId))
  const parts = await handoverParts(operation, { posts, organisations })
  const { written } = await transact([...parts, { update: handedOverUpdate(id, 0) }])
  if (!written) throw new Problem('changed')
}
