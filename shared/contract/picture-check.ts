import { pictureStates } from '../rules/picture-check'
import { routesOf } from './define'
import { cursor, fileId, instant, page, requestId, text } from './parts'
import * as z from './z'

/** What WeChat's content check says of pictures, and who says otherwise. Served by the channels slice. */
const route = routesOf('channels')

const state = z.enum(pictureStates)

export const picture = z.strictObject({
  id: fileId,
  state,
  /** For whoever reads it, in Chinese; empty where it passed. */
  why: z.string(),
  /** Others than its author and those who work on it may see it. */
  shown: z.boolean(),
  /** For officials: who said that others may see it. */
  vouched: z.exactOptional(z.strictObject({ by: z.string(), reason: z.string(), at: instant })),
  /** Whether the reader may say so. */
  mayVouch: z.boolean(),
})
export type PictureReply = z.output<typeof picture>

const ownPicture = z.strictObject({
  id: fileId,
  state,
  why: z.string(),
  shown: z.boolean(),
  at: instant,
  /** What it was put with. */
  request: z.exactOptional(z.strictObject({ id: requestId, title: z.string() })),
})
export type OwnPictureReply = z.output<typeof ownPicture>

export const pictureCheck = {
  vouchForPicture: route('vouchForPicture', {
    method: 'POST',
    path: '/files/{fileId}/vouching',
    summary:
      'Whoever works on a request says, with a reason that is kept, that others may see a picture of it that did not pass by itself; `state` is what they saw',
    needs: { who: 'official', action: 'request.handle', where: 'resource' },
    params: z.strictObject({ fileId }),
    body: z.strictObject({ request: requestId, state, reason: text(200, '理由') }),
    reply: picture,
    repeatable: true,
  }),
  pictureChecks: route('pictureChecks', {
    method: 'GET',
    path: '/picture-checks',
    summary: 'My pictures that did not pass WeChat’s content check and why, the latest first, 20 a page',
    needs: { who: 'resident', consent: false },
    query: z.strictObject({ cursor }),
    reply: page(ownPicture),
  }),
} as const
