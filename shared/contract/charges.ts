import { chargeKindCodes, chargeStates } from '../permission/charge'
import { routesOf } from './define'
import { chargeId, cursor, day, entityId, instant, text } from './parts'
import * as z from './z'

const route = routesOf('ledgers')

const charge = z.strictObject({
  id: chargeId,
  entity: entityId,
  kind: z.enum(['person', 'organisation']),
  /** Whom or what it is about. */
  name: z.string(),
  as: z.enum(chargeKindCodes),
  from: day,
  /** The first day on which it is no more. */
  until: z.exactOptional(day),
  state: z.enum(chargeStates),
  /** What whoever asked said of it. */
  reason: z.string(),
  /** What whoever decided or ended it said. */
  answer: z.exactOptional(z.string()),
  at: instant,
  edition: z.number(),
})
export type ChargeReply = z.output<typeof charge>

const asked = z.extend(charge, {
  /** Who asks. */
  who: z.string(),
  phone: z.string(),
  place: z.string(),
})
export type AskedChargeReply = z.output<typeof asked>

const edition = z.number('版本应为数字').check(z.int('版本不正确'), z.gte(1, '版本不正确'))

export const charges = {
  charges: route('charges', {
    method: 'GET',
    path: '/charges',
    summary: 'For whom I may act, asked to, or did: wards, those I care for, organisations',
    needs: { who: 'resident', consent: false },
    reply: z.strictObject({ items: z.array(charge) }),
  }),
  askCharge: route('askCharge', {
    method: 'PUT',
    path: '/charges/{chargeId}',
    summary: 'Asks to act for somebody of my family, or for an organisation; the community decides',
    needs: { who: 'resident', consent: true },
    params: z.strictObject({ chargeId }),
    body: z.strictObject({
      entity: entityId,
      as: z.enum(chargeKindCodes, '请选择身份'),
      from: day,
      until: z.exactOptional(day),
      reason: text(200, '说明'),
    }),
    reply: charge,
  }),
  endCharge: route('endCharge', {
    method: 'PUT',
    path: '/charges/{chargeId}/end',
    summary: 'Ends it, from the next request on: by who held it, or by the community',
    needs: { who: 'owner-or-official', action: 'ledger.decide', where: 'resource' },
    params: z.strictObject({ chargeId }),
    body: z.strictObject({ edition, reason: text(200, '原因') }),
    reply: charge,
  }),
  askedCharges: route('askedCharges', {
    method: 'GET',
    path: '/charges/asked',
    summary: 'Who asks to act for somebody inside the official’s places, by place, 20 a page',
    needs: { who: 'official', action: 'ledger.decide', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: z.strictObject({ items: z.array(asked), next: cursor }),
  }),
  decideCharge: route('decideCharge', {
    method: 'PUT',
    path: '/charges/{chargeId}/decision',
    summary: 'Lets somebody act for another, or not',
    needs: { who: 'official', action: 'ledger.decide', where: 'resource' },
    params: z.strictObject({ chargeId }),
    body: z.strictObject({ edition, accept: z.boolean(), reason: text(200, '说明') }),
    reply: charge,
  }),
} as const
