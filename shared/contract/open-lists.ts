import { requestMovers } from '../rules/request'
import { routesOf } from './define'
import { cursor, page, placeId } from './parts'
import { requestCard } from './requests'
import * as z from './z'

/** Open requests narrowed by where they lie, what they are about, and with which others they are answered. Served by the channels slice. */
const route = routesOf('channels')

const kind = z
  .string('事项应为文字')
  .check(z.regex(/^(channel\/c[0-9a-z]{12}|subject\/[a-z][a-z0-9-]{1,39})$/, '没有这一类事项'))
const cluster = z.string('编号应为文字').check(z.regex(/^x[0-9a-z]{20}$/, '没有这一件事'))

const openCard = z.strictObject({
  ...requestCard.shape,
  /** As whom one has it there. */
  part: z.enum(requestMovers),
  claimedBy: z.exactOptional(z.strictObject({ id: z.string(), name: z.string() })),
  kind: z.string(),
  /** What it is called: an appeal by its subject. */
  about: z.string(),
  /** The case it belongs to. */
  cluster: z.exactOptional(z.string()),
})
export type OpenCardReply = z.output<typeof openCard>

const openCounts = z.strictObject({
  /** So many were looked at, the first by place. */
  of: z.number(),
  /** There are others behind them. */
  more: z.boolean(),
  kinds: z.array(z.strictObject({ kind: z.string(), name: z.string(), count: z.number() })),
  places: z.array(z.strictObject({ id: placeId, name: z.string(), count: z.number() })),
  clusters: z.array(z.strictObject({ cluster: z.string(), name: z.string(), count: z.number() })),
})
export type OpenCountsReply = z.output<typeof openCounts>

const query = z.strictObject({
  cursor,
  place: z.exactOptional(placeId),
  kind: z.exactOptional(kind),
  cluster: z.exactOptional(cluster),
  /** Also what the list can be narrowed to inside the place, counted in at most its first 300. */
  counts: z.exactOptional(z.literal('yes')),
})

const reply = z.strictObject({ ...page(openCard).shape, counts: z.exactOptional(openCounts) })
export type OpenListReply = z.output<typeof reply>

export const openLists = {
  openHere: route('openHere', {
    method: 'GET',
    path: '/desk/open/here',
    summary:
      'Open requests that whoever works where they lie has, inside the official’s places, by place, 20 a page; narrowed by place, by kind and by case',
    needs: { who: 'official', action: 'request.handle', where: 'list' },
    query,
    reply,
  }),
  openGiven: route('openGiven', {
    method: 'GET',
    path: '/desk/open/given',
    summary:
      'Open requests the official’s organisations have something to do about, wherever they lie, by place, 20 a page; narrowed by place, by kind and by case',
    needs: { who: 'official', action: 'request.undertake', where: 'list' },
    query,
    reply,
  }),
} as const
