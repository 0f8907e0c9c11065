import { channelRoutes as routes } from '@zmht/shared/contract'
import { territoryOf } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace, rootPlaces } from '../../../hierarchy/index'
import { auditRefusal } from '../../../platform/audit.store'
import { endpoint } from '../../../platform/endpoint/endpoint'
import { joinPosition, splitPosition } from '../../../platform/table/page'
import { deedOf, locateNotice, mayEverywhere } from '../access'
import { approved, sentBack } from '../domain/notice'
import { noticesWaiting, readNotice } from '../notice.store'
import { saveChange } from '../publish'
import { showNotice, showNoticeCard } from '../show'

export const judge = endpoint(routes.judgeNotice, {
  locate: locateNotice,
  handle: async ({ body, actor, now, loaded: seen }) => {
    // One place of it outside their own, and somebody further up decides.
    if (!(await mayEverywhere(actor, 'notice.approve', seen, now))) {
      await auditRefusal({ actor: actor.id, action: 'notice.approve', subject: `notice/${seen.id}`, at: now })
      throw new Problem('outside-territory')
    }
    const isSaid = seen.edition === body.edition + 1 && seen.by.id === actor.id
    if (isSaid && (body.verdict === 'approve') === (seen.state !== 'draft')) return showNotice(seen, actor, now)
    // Approving is for what waits alone: a draft is its author's to send.
    if (seen.state !== 'awaiting-approval') throw new Problem('step-not-allowed')
    const by = deedOf(actor, now)
    const next =
      body.verdict === 'approve' ? approved(seen, body.edition, by) : sentBack(seen, body.reason, body.edition, by)
    if ((await saveChange(next, seen)) !== 'saved') throw new Problem('changed')
    return showNotice(next, actor, now)
  },
})

export const awaiting = endpoint(routes.awaitingNotices, async ({ actor, query, bounds, now }) => {
  const { everywhere, places } = territoryOf(bounds)
  const found = await Promise.all(places.map(findPlace))
  const roots = everywhere
    ? await rootPlaces()
    : [...new Set(found.flatMap((place) => place?.lineage.slice(0, 1) ?? []))]
  const { part, from } = splitPosition(query.cursor)
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
})
