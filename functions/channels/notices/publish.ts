import type { PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { findPlace, placeFacts } from '../../hierarchy/index'
import { dueAt } from '../../platform/due.store'
import type { TransactionPart } from '../../platform/table/write'
import { partitionOf } from '../domain/reach'
import { isListed, type Notice, type NoticeText } from './domain/notice'
import { saveNotice } from './notice.store'
import { forgetOffers, type NoticeOffer, offered, taken } from './offer.store'

/** What falls due of a notice: it goes out, it is over. */
export const noticeDues = { publish: 'notice-publish', expire: 'notice-expire' } as const

/** A notice as each of its places lists it. */
export async function offersOf(notice: Notice): Promise<readonly NoticeOffer[]> {
  const { id, title, urgency, organisationId, fence, revision, expires, asks, publishedAt, corrections } = notice
  const { audience, ledger } = fence
  const told = corrections[0]?.at ?? publishedAt ?? notice.by.at
  const left = await Promise.all(
    fence.except.map(async (one) => ({ one, lineage: (await findPlace(one))?.lineage ?? [] })),
  )
  return Promise.all(
    fence.places.map(async (place): Promise<NoticeOffer> => {
      const at = partitionOf((await placeFacts(place)).tiers)
      if (at === undefined) throw new Problem('no-such-place')
      const except = left.flatMap(({ one, lineage }) => (lineage.includes(place) ? [one] : []))
      return {
        ...{ at, place, id, title, urgency, organisationId, revision, told, expires },
        ...(except.length === 0 ? {} : { except }),
        ...(audience === undefined ? {} : { audience }),
        ...(ledger === undefined ? {} : { ledger }),
        ...(asks ? { asks } : {}),
        ...(notice.withdrawn === undefined ? {} : { withdrawn: notice.withdrawn.reason }),
      }
    }),
  )
}

/** Never the same twice: what phones compare. */
const markOf = ({ id, by, edition }: Notice): string => `${Date.parse(by.at).toString(36)}${id.slice(1, 6)}${edition}`

/**
 * Saves a change of a notice with what follows from it at once: its places' lists and marks, what falls due.
 * @returns false when it was changed since it was seen
 */
export async function saveChange(
  next: Notice,
  seen: Notice,
  text?: NoticeText,
  parts: readonly TransactionPart[] = [],
): Promise<'saved' | 'changed' | 'beside'> {
  const isInLists = isListed(next)
  const offers = isInLists || isListed(seen) ? await offersOf(next) : []
  const lists = isInLists ? offered(offers, markOf(next)) : taken(offers, markOf(next))
  const beside = [...lists, ...duesOf(next, seen), ...parts]
  const root = await rootOf(next)
  const saved = await saveNotice(next, seen, { ...(text === undefined ? {} : { text }), root, parts: beside })
  forgetOffers(offers)
  return saved
}

/** The root of the tree it goes to. */
export async function rootOf({ fence }: Pick<Notice, 'fence'>): Promise<PlaceId | undefined> {
  const [first] = fence.places
  return first === undefined ? undefined : (await findPlace(first))?.lineage[0]
}

function duesOf(next: Notice, seen: Notice): readonly TransactionPart[] {
  const { state, expires, publishAt } = next
  if (state === seen.state) return []
  const due = (at: string, kind: string) => [{ put: dueAt(at, { slice: 'channels', kind, subject: next.id }) }]
  if (state === 'published') return due(expires, noticeDues.expire)
  return state === 'scheduled' && publishAt !== undefined ? due(publishAt, noticeDues.publish) : []
}
