import { fileKinds } from '../rules/file'
import { itemStates } from '../rules/task'
import { routesOf } from './define'
import { day, entityId, instant, itemId, officialId, organisationId, requestId, stepKey, taskId, text } from './parts'
import { request } from './requests'
import * as z from './z'

/** What whoever handles a request has done on the spot: a task of one item, whose outcome comes back. Served by the channels slice. */
const route = routesOf('channels')

const files = z.array(z.strictObject({ id: z.string(), kind: z.enum(fileKinds) }))

const errand = z.strictObject({
  /** The item it is. */
  id: itemId,
  taskId,
  what: z.string(),
  due: day,
  /** To whom it was given. */
  to: z.string(),
  /** Absent: it is being made. */
  state: z.exactOptional(z.enum(itemStates)),
  /** Who has it in hand. */
  claimedBy: z.exactOptional(z.string()),
  /** Why it came back. */
  note: z.exactOptional(z.string()),
  by: z.string(),
  at: instant,
  outcome: z.exactOptional(
    z.strictObject({
      by: z.string(),
      at: instant,
      /** What was found, to begin an answer from. */
      words: z.string(),
      lines: z.array(z.strictObject({ label: z.string(), text: z.string() })),
      files,
    }),
  ),
})
export type ErrandReply = z.output<typeof errand>

const taker = z.strictObject({
  id: officialId,
  name: z.string(),
  /** They are on duty in this grid today, where it is to be done. */
  grid: z.exactOptional(z.string()),
})
export type ErrandTakerReply = z.output<typeof taker>

const params = z.strictObject({ requestId })
const needs = { who: 'official', action: 'request.handle', where: 'resource' } as const

export const errands = {
  handOut: route('handOut', {
    method: 'POST',
    path: '/requests/{requestId}/errands',
    summary:
      'Has something done on the spot, as a task of one item: by an official, an organisation, or whoever works there. Its clock goes on, and the outcome comes back to the desk',
    needs,
    params,
    body: z.strictObject({
      key: stepKey,
      task: taskId,
      what: text(300, '要做什么'),
      due: day,
      /** One of what the request speaks of; absent: the place it lies at. */
      about: z.exactOptional(entityId),
      official: z.exactOptional(officialId),
      organisation: z.exactOptional(organisationId),
    }),
    reply: request,
    repeatable: true,
  }),
  errands: route('errands', {
    method: 'GET',
    path: '/requests/{requestId}/errands',
    summary: 'What was handed out of a request, the latest first, each with how it stands and what came of it',
    needs: { who: 'official', action: 'request.read', where: 'resource' },
    params,
    reply: z.strictObject({ items: z.array(errand) }),
  }),
  errandTakers: route('errandTakers', {
    method: 'GET',
    path: '/requests/{requestId}/errand-takers',
    summary:
      'To whom something of a request can be handed out: those on duty in its grid first; and what it can be about',
    needs,
    params,
    query: z.strictObject({ about: z.exactOptional(entityId) }),
    reply: z.strictObject({
      items: z.array(taker),
      about: z.array(z.strictObject({ id: entityId, name: z.string() })),
    }),
  }),
} as const
