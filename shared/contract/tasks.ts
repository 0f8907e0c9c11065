import { requestStates } from '../rules/request'
import { routesOf } from './define'
import { channelId, cursor, gridId, instant, page, requestId } from './parts'
import * as z from './z'

const route = routesOf('tasks')

const work = z.strictObject({
  requestId,
  channelId,
  title: z.string(),
  /** Whose it is, masked as the reader may see it. */
  who: z.string(),
  place: z.string(),
  state: z.enum(requestStates),
  since: instant,
  due: instant,
  overdue: z.boolean(),
  /** The official who has it in hand. */
  claimedBy: z.exactOptional(z.strictObject({ id: z.string(), name: z.string() })),
  /** The grid it was routed to, with who is on duty there. */
  grid: z.exactOptional(
    z.strictObject({
      id: gridId,
      name: z.string(),
      workers: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    }),
  ),
})
export type WorkReply = z.output<typeof work>

export const tasks = {
  work: route('work', {
    method: 'GET',
    path: '/work',
    summary: 'Open work inside the official’s places, the earliest due first, 20 a page',
    needs: { who: 'official', action: 'work.read', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(work),
  }),
  myWork: route('myWork', {
    method: 'GET',
    path: '/work/mine',
    summary: 'Open work in the grids the official is on duty for, the earliest due first, 20 a page',
    needs: { who: 'official', action: 'work.read', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(work),
  }),
} as const
