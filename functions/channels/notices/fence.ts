import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { type ApprovalReason, approvalNeeded } from '@zmht/shared/rules'
import { countedNow, findPlace, placeFacts, placesInside } from '../../hierarchy/index'
import { peopleAt, visibleLedger } from '../../ledgers/index'
import type { Official } from '../../platform/endpoint/actor'
import { allowed } from '../../platform/endpoint/endpoint'
import { mayEverywhere, noticeResource } from './access'
import { type Sum, sumWithin, tidy } from './domain/fence'
import type { Fence, Notice } from './domain/notice'
import { placesOf } from './domain/notice'
import { readers } from './measures'

/** The lineages of all places of a fence, and of further ones. @throws Problem `no-such-place` */
export async function lineagesOf(
  fence: Fence,
  more: readonly PlaceId[] = [],
): Promise<ReadonlyMap<PlaceId, readonly PlaceId[]>> {
  const all = [...new Set([...placesOf(fence), ...more])]
  return new Map(await Promise.all(all.map(async (id) => [id, (await placeFacts(id)).lineage] as const)))
}

/** A fence without what says nothing. @throws Problem `no-such-place`, `invalid` where everything is left out */
export async function tidied(fence: Fence): Promise<Fence> {
  const { places, except } = tidy(fence, await lineagesOf(fence))
  if (fence.except.some((one) => places.includes(one)))
    throw new Problem('invalid', {
      fields: [{ path: 'body.content.fence.except', message: '排除的地点和要发的地点是同一个，请去掉其中一个' }],
    })
  return { ...fence, places: [...places], except: [...except] }
}

/** Each of its places is the actor's to write to, and so is the ledger theirs to see. @throws Problem `outside-territory`, `forbidden`, `not-found` */
export async function checkFence(
  notice: Pick<Notice, 'id' | 'organisationId' | 'fence'>,
  actor: Official,
  at: Instant,
): Promise<void> {
  for (const place of notice.fence.places) {
    const { lineage } = await placeFacts(place)
    await allowed(actor, 'notice.write', await noticeResource(notice, lineage), at)
  }
  const { ledger } = notice.fence
  if (ledger === undefined) return
  const { content } = await visibleLedger(ledger, actor, at)
  if (content.kind !== 'person')
    throw new Problem('invalid', {
      fields: [{ path: 'body.content.fence.ledger', message: '只有居民的台账才能用来选定发给谁，请另选一本' }],
    })
}

/** Why it waits for somebody else's word when this actor publishes it. */
export async function approvalFor(
  notice: Pick<Notice, 'id' | 'organisationId' | 'fence' | 'urgency'>,
  actor: Official,
  at: Instant,
): Promise<ApprovalReason | undefined> {
  const [communities, mayApprove] = await Promise.all([
    Promise.all(notice.fence.places.map(communityOf)),
    mayEverywhere(actor, 'notice.approve', notice, at),
  ])
  const inOneCommunity = communities[0] !== undefined && communities.every((one) => one === communities[0])
  return approvalNeeded({ urgency: notice.urgency, inOneCommunity, mayApprove })
}

/** The community a place lies in, or is; none for what is above. */
export async function communityOf(place: PlaceId): Promise<PlaceId | undefined> {
  return (await findPlace(place))?.tiers.find(({ level }) => level === 'community')?.id
}

/** Numbers of the people of a place. */
export interface Crowd {
  readonly people: number
  readonly accounts: number
}

export async function crowdAt(place: PlaceId): Promise<Crowd> {
  const [people, { total }] = await Promise.all([peopleAt(place), countedNow(readers, place)])
  return { people, accounts: total.all ?? 0 }
}

/** Numbers by place, added up and taken away. */
export async function summed<Key extends string>(
  { plus, minus }: Sum,
  at: (place: PlaceId) => Promise<Readonly<Record<Key, number>>>,
  empty: Readonly<Record<Key, number>>,
): Promise<Record<Key, number>> {
  const total: Record<Key, number> = { ...empty }
  const add = async (places: readonly PlaceId[], sign: 1 | -1) => {
    for (const counted of await Promise.all(places.map(at)))
      for (const key of keysOf(empty)) total[key] += sign * counted[key]
  }
  await add(plus, 1)
  await add(minus, -1)
  return total
}

const keysOf = <Key extends string>(of: Readonly<Record<Key, number>>): Key[] => Object.keys(of) as Key[] // its own keys

export const noCrowd: Crowd & Record<'people' | 'accounts', number> = { people: 0, accounts: 0 }

/** How many of a tidy fence are inside a place. */
export async function crowdWithin(
  fence: Fence,
  place: PlaceId,
  lineages: ReadonlyMap<PlaceId, readonly PlaceId[]>,
): Promise<Crowd> {
  return summed(sumWithin(fence, place, lineages), async (at) => ({ ...(await crowdAt(at)) }), noCrowd)
}

/** The same with the doors, for whoever looks before publishing. */
export async function reachWithin(
  fence: Fence,
  place: PlaceId,
  lineages: ReadonlyMap<PlaceId, readonly PlaceId[]>,
): Promise<Crowd & { readonly doors: number }> {
  const at = async (one: PlaceId) => ({ ...(await crowdAt(one)), doors: await placesInside(one, 'door') })
  return summed(sumWithin(fence, place, lineages), at, { ...noCrowd, doors: 0 })
}
