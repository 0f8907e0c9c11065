import { routesOf } from './define'
import { channelId, placeId } from './parts'
import * as z from './z'

const route = routesOf('channels')

/** Sums over what was submitted: per submission is `asked / forms`. What was left blank is asked and nothing else. */
const burden = z.strictObject({
  forms: z.number(),
  asked: z.number(),
  /** Of those asked, questions about somebody or something: what may be known. The others are what the submission itself says. */
  facts: z.number(),
  /** Known already, and left as it was. */
  known: z.number(),
  /** Known otherwise, and put right. */
  changed: z.number(),
  typed: z.number(),
  /** Of those whose author had asked for it before. */
  again: z.strictObject({ forms: z.number(), asked: z.number(), facts: z.number(), known: z.number() }),
})
export type BurdenReply = z.output<typeof burden>

/** What filling in a service is for those who ask for it. Served by the channels slice. */
export const channelBurden = {
  burden: route('burden', {
    method: 'GET',
    path: '/channels/{channelId}/burden',
    summary: 'How many questions a service asked at a place, how many were known already, and how many had to be typed',
    needs: { who: 'official', action: 'statistics.read', where: 'resource' },
    params: z.strictObject({ channelId }),
    query: z.strictObject({ place: placeId }),
    reply: burden,
  }),
} as const
