import { requestStates } from '../rules/request'
import { routesOf } from './define'
import { instant, placeId, requestId, stepKey, text } from './parts'
import * as z from './z'

/** 同一件事: requests that tell of the same, answered together. Served by the channels slice. */
const route = routesOf('channels')
const handling = { who: 'official', action: 'request.handle', where: 'resource' } as const
const params = z.strictObject({ requestId })

const one = {
  id: requestId,
  number: z.string(),
  who: z.string(),
  place: z.string(),
  state: z.enum(requestStates),
  submittedAt: instant,
}

const likeRequest = z.strictObject({
  ...one,
  /** Why it seems to be the same. */
  reasons: z.array(z.string()),
  /** How many requests it is answered together with, where it belongs to a case. */
  together: z.exactOptional(z.number()),
})
export type LikeRequestReply = z.output<typeof likeRequest>

const caseReply = z.strictObject({
  requests: z.number(),
  people: z.number(),
  lead: requestId,
  /** The first of them, as far as the reader may read them, the lead first. */
  items: z.array(z.strictObject({ ...one, lead: z.boolean() })),
})
export type CaseReply = z.output<typeof caseReply>

const likeAppeal = z.strictObject({
  /** How many neighbours told of the same; absent where nobody did. */
  like: z.exactOptional(z.strictObject({ people: z.number(), subject: z.string(), since: instant })),
})
export type LikeAppealReply = z.output<typeof likeAppeal>

export const cases = {
  likeRequests: route('likeRequests', {
    method: 'GET',
    path: '/requests/{requestId}/like',
    summary:
      'Open requests nearby that seem to tell of the same, as far as the official handles them, with reasons; the likeliest first',
    needs: handling,
    params,
    reply: z.strictObject({ items: z.array(likeRequest) }),
  }),
  requestCase: route('requestCase', {
    method: 'GET',
    path: '/requests/{requestId}/case',
    summary: 'The case a request belongs to, with its first fifty requests',
    needs: handling,
    params,
    reply: caseReply,
  }),
  joinCase: route('joinCase', {
    method: 'POST',
    path: '/requests/{requestId}/case',
    summary:
      'Has requests answered together with this one, or with the lead of its case: what is done with the lead is done with each',
    needs: handling,
    params,
    body: z.strictObject({
      key: stepKey,
      requests: z.array(requestId).check(z.minLength(1, '请选择要合并的'), z.maxLength(20, '一次最多合并 20 件')),
    }),
    reply: caseReply,
    repeatable: true,
  }),
  leaveCase: route('leaveCase', {
    method: 'POST',
    path: '/requests/{requestId}/case/parting',
    summary: 'Takes a request out of its case: it is answered by itself again',
    needs: handling,
    params,
    body: z.strictObject({ key: stepKey }),
    reply: z.strictObject({}),
    repeatable: true,
  }),
  likeAppeals: route('likeAppeals', {
    method: 'POST',
    path: '/appeals/like',
    summary:
      'How many neighbours told of the same as the appeal a resident is writing; nothing of them, and nothing is kept',
    needs: { who: 'resident', consent: true },
    body: z.strictObject({
      text: text(2000, '诉求内容'),
      place: z.exactOptional(placeId),
      home: placeId,
    }),
    reply: likeAppeal,
    repeatable: true,
  }),
} as const
