import { channelRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { auditRefusal } from '../../../platform/audit.store'
import { endpoint } from '../../../platform/endpoint/endpoint'
import { deedOf, locateNotice, mayEverywhere } from '../access'
import { approved, sentBack } from '../domain/notice'
import { saveChange } from '../publish'
import { showNotice } from '../show'
import { noticesToApprove } from '../to-approve'

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

export const awaiting = endpoint(routes.awaitingNotices, async ({ actor, query, bounds, now }) =>
  noticesToApprove({ actor, bounds, at: now }, query.cursor),
)
