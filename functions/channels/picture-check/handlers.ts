import { channelRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { isSeenByOthers, isVouchedFor, mayBeVouchedFor, whyForAuthor } from '@zmht/shared/rules'
import { auditWrite } from '../../platform/audit.store'
import { endpoint } from '../../platform/endpoint/endpoint'
import { readUse } from '../../platform/files/file.store'
import { foundBy } from '../errands/found'
import { subjectOfRequest } from '../files'
import { readRequest } from '../request.store'
import { locateRequest, moverOf } from '../request-access'
import { type PictureCheck, picturesOf, saveCheck, type Voucher } from './check.store'
import { showPicture, standingOf } from './standing'

export const vouch = endpoint(routes.vouchForPicture, {
  /** A picture is where the request is that it was put with; one that was put with another does not exist there. */
  locate: async ({ params, body }, actor) => {
    const located = await locateRequest({ params: { requestId: body.request } }, actor)
    const { fileId } = params
    const use = (await readUse(fileId, subjectOfRequest(body.request))) ?? (await foundBy(located.loaded, fileId))
    if (use === undefined) throw new Problem('not-found')
    return located
  },
  handle: async ({ params, body, actor, now, loaded }) => {
    const by = await moverOf(loaded, actor, now)
    if (by.kind !== 'worker' && by.kind !== 'desk') throw new Problem('forbidden')
    const picture = await standingOf(params.fileId)
    if (picture === undefined) throw new Problem('not-found')
    const { vouched } = picture
    // The answer to this very call was lost.
    if (isVouchedFor(picture) && vouched?.by === actor.id && vouched.reason === body.reason) {
      await record(picture, vouched)
      return showPicture(picture, actor, true)
    }
    if (picture.state !== body.state || !mayBeVouchedFor(picture))
      throw new Problem('changed', { detail: '这张照片的检查结果刚刚变了，没有改动，您写的理由还在。请看过再决定。' })
    const voucher: Voucher = {
      of: picture.state,
      by: actor.id,
      name: by.name,
      reason: body.reason,
      request: loaded.id,
      at: now,
    }
    const next = { ...picture, vouched: voucher, version: picture.version + 1 }
    if (!(await saveCheck(next))) throw new Problem('changed')
    await record(next, voucher)
    return showPicture(next, actor, true)
  },
})

/** Once for each time somebody vouched. */
const record = ({ fileId }: PictureCheck, { by, of, at, request }: Voucher): Promise<void> =>
  auditWrite({
    id: `vouch-${fileId}-${of}`,
    actor: by,
    action: `picture.vouched.${of}`,
    subject: `request/${request}`,
    at,
  })

export const own = endpoint(routes.pictureChecks, async ({ query, actor }) => {
  const { items, next } = await picturesOf(actor.id, query.cursor)
  const shown = await Promise.all(
    items.map(async ({ fileId, state, label, request, at, vouched }) => {
      const title = request === undefined ? undefined : (await readRequest(request))?.title
      const picture = { state, of: 'resident' as const, ...(vouched === undefined ? {} : { vouched }) }
      return {
        id: fileId,
        state,
        why: whyForAuthor(state, label),
        shown: isSeenByOthers(picture),
        at,
        ...(request === undefined || title === undefined ? {} : { request: { id: request, title } }),
      }
    }),
  )
  return { items: shown, ...(next === undefined ? {} : { next }) }
})
