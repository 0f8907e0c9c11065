import { communityStates } from '../rules/community-page'
import { routesOf } from './define'
import { channelId, cursor, instant, page, requestId, text } from './parts'
import * as z from './z'

/** What everybody a service is offered to may read of what was answered, in an official's own words. Served by the channels slice. */
const route = routesOf('channels')

const words = {
  question: text(200, '问的是什么'),
  answer: text(1000, '怎么答复的'),
} as const

const kept = z.strictObject({
  /** Whether the request may have one: its channel publishes answers, and it is closed. */
  may: z.boolean(),
  kept: z.exactOptional(
    z.strictObject({
      question: z.string(),
      answer: z.string(),
      /** Whether residents see it: the content check may be still to come. */
      state: z.enum(communityStates),
      withdrawn: z.boolean(),
      /** Counts up with each change; sent back with the next. */
      edition: z.number(),
      by: z.string(),
      at: instant,
    }),
  ),
})
export type KeptAnswerReply = z.output<typeof kept>

const shown = z.strictObject({
  id: requestId,
  question: z.string(),
  answer: z.string(),
  organisation: z.string(),
  at: instant,
})
export type PublicAnswerReply = z.output<typeof shown>

const params = z.strictObject({ requestId })
const needs = { who: 'official', action: 'request.handle', where: 'resource' } as const

export const publicAnswers = {
  keptAnswer: route('keptAnswer', {
    method: 'GET',
    path: '/requests/{requestId}/public-answer',
    summary: 'What is made public of the answer to a request, and whether something may be',
    needs,
    params,
    reply: kept,
  }),
  publishAnswer: route('publishAnswer', {
    method: 'PUT',
    path: '/requests/{requestId}/public-answer',
    summary:
      'Makes an answer public in words that name nobody; refused where they repeat what the resident filled in of people',
    needs,
    params,
    body: z.strictObject({ ...words, edition: z.number() }),
    reply: kept,
  }),
  withdrawAnswer: route('withdrawAnswer', {
    method: 'DELETE',
    path: '/requests/{requestId}/public-answer',
    summary: 'Takes a public answer back',
    needs,
    params,
    reply: kept,
  }),
  publicAnswers: route('publicAnswers', {
    method: 'GET',
    path: '/services/{channelId}/answers',
    summary: 'What was answered by a service and made public, the latest first, 20 a page',
    needs: { who: 'resident', consent: true },
    params: z.strictObject({ channelId }),
    query: z.strictObject({ cursor }),
    reply: page(shown),
  }),
} as const
