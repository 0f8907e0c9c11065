import type { NoticeCardReply } from '@zmht/shared/contract'
import { type Bounds, territoryOf } from '@zmht/shared/permission'
import { findPlace, rootPlaces } from '../../hierarchy/index'
import type { Official } from '../../platform/endpoint/actor'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { mayEverywhere } from './access'
import { noticesWaiting, readNotice } from './notice.store'
import { showNoticeCard } from './show'

interface Asking {
  readonly actor: Official
  /** Of what `notice.approve` is allowed. */
  readonly bounds: Bounds
  readonly at: string
}

/** A page of the notices that wait for somebody who may approve them at all their places. */
export async function noticesToApprove(
  { actor, bounds, at: now }: Asking,
  cursor: string | undefined,
): Promise<{ items: NoticeCardReply[]; next?: string }> {
  const { everywhere, places } = territoryOf(bounds)
  const found = await Promise.all(places.map(findPlace))
  const roots = everywhere
    ? await rootPlaces()
    : [...new Set(found.flatMap((place) => place?.lineage.slice(0, 1) ?? []))]
  const { part, from } = splitPosition(cursor)
  for (let at = part; at < roots.length; at++) {
    const root = roots[at]
    if (root === undefined) break
    const page = await noticesWaiting(root, at === part ? from : undefined)
    const theirs = await Promise.all(
      page.items.map(async (card) => {
        const notice = await readNotice(card.id)
        const isTheirs =
          notice?.state === 'awaiting-approval' && (await mayEverywhere(actor, 'notice.approve', notice, now))
        return isTheirs ? [await showNoticeCard(card)] : []
      }),
    )
    const items = theirs.flat()
    const rest = page.next !== undefined ? joinPosition(at, page.next) : undefined
    const next = rest ?? (at + 1 < roots.length ? joinPosition(at + 1) : undefined)
    if (items.length > 0 || next === undefined) return { items, ...(next === undefined ? {} : { next }) }
  }
  return { items: [] }
}
