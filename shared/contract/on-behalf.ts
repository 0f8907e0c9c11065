import { officialWays, procedures } from '../rules/request'
import { slotId, slotsLeft } from './booking'
import { documents, times } from './channel-settings'
import { routesOf } from './define'
import { answers, form, prefill } from './form'
import { channelId, entityId, fileId, mobile, placeId, requestId, text } from './parts'
import { request } from './requests'
import * as z from './z'

/** 代办: what an official enters for somebody at the counter, at the door or on the phone. Served by the channels slice. */
const route = routesOf('channels')
const handling = { who: 'official', action: 'request.handle', where: 'resource' } as const
/** Of the ledgers: what hangs on no place is nobody. */
const person = z.exactOptional(entityId)

const behalfForm = z.strictObject({
  id: channelId,
  title: z.string(),
  summary: z.string(),
  procedure: z.enum(procedures),
  promisedDays: z.number(),
  organisation: z.strictObject({ name: z.string() }),
  /** Whom it is for, where not everybody. */
  audience: z.exactOptional(z.string()),
  version: z.number(),
  form,
  /** What the ledgers know of the person, as far as the official may see it. */
  prefill,
  home: placeId,
  tail: z.string(),
  person: z.exactOptional(
    z.strictObject({
      id: entityId,
      name: z.string(),
      /** Whether they have an account: then it is in their own list, and they are asked whether it is theirs. */
      account: z.boolean(),
    }),
  ),
  slots: z.exactOptional(slotsLeft),
  times: z.exactOptional(times),
  documents: z.exactOptional(documents),
  /** Why nothing is taken now. */
  shut: z.exactOptional(z.string()),
})
export type BehalfFormReply = z.output<typeof behalfForm>

const service = z.strictObject({
  id: channelId,
  title: z.string(),
  summary: z.string(),
  category: z.string(),
  audience: z.exactOptional(z.string()),
  paused: z.exactOptional(z.literal(true)),
})
export type BehalfServiceReply = z.output<typeof service>

const body = z.strictObject({
  version: z.int('表单版本应为整数'),
  way: z.enum(officialWays, '请选择居民是怎样提出的'),
  /** Where they live, or the place of the ledgers they are registered at. */
  home: placeId,
  /** Somebody of the ledgers; without one, `named` says who it is. */
  person,
  named: z.exactOptional(z.strictObject({ name: text(30, '姓名'), phone: z.exactOptional(mobile) })),
  answers,
  slot: z.exactOptional(slotId),
  /** Photos of what was shown, or signed. */
  files: z.exactOptional(z.array(fileId).check(z.maxLength(9, '最多 9 个照片或文件'))),
})
export type BehalfBody = z.output<typeof body>

export const onBehalf = {
  behalfServices: route('behalfServices', {
    method: 'GET',
    path: '/desk/services',
    summary:
      'The services offered to a place, or to where somebody is registered, whose requests the official handles there',
    needs: { who: 'official', action: 'request.handle', where: 'list' },
    query: z.strictObject({ place: z.exactOptional(placeId), person }),
    reply: z.strictObject({ place: placeId, tail: z.string(), items: z.array(service) }),
  }),
  behalfForm: route('behalfForm', {
    method: 'GET',
    path: '/channels/{channelId}/on-behalf',
    summary: 'A service’s form for somebody who is at the counter, prefilled with what the official may see of them',
    needs: handling,
    params: z.strictObject({ channelId }),
    query: z.strictObject({ place: z.exactOptional(placeId), person }),
    reply: behalfForm,
  }),
  submitOnBehalf: route('submitOnBehalf', {
    method: 'PUT',
    path: '/channels/{channelId}/on-behalf/{requestId}',
    summary:
      'Submits a request for somebody: it is in their own list where they have an account, else it becomes theirs when they register; however often it is sent, it is one request',
    needs: handling,
    params: z.strictObject({ channelId, requestId }),
    body,
    reply: request,
  }),
} as const
