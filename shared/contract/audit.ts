import { routesOf } from './define'
import { cursor, day, instant, jobId, officialId } from './parts'
import * as z from './z'

const route = routesOf('permissions')

const entry = z.strictObject({
  id: z.string(),
  at: instant,
  action: z.string(),
  /** What it was about: kind and id. */
  subject: z.string(),
  outcome: z.enum(['done', 'seen', 'refused']),
  purpose: z.exactOptional(z.string()),
  /** Names of the attributes seen. */
  attributes: z.array(z.string()),
})
export type AuditEntryReply = z.output<typeof entry>

const look = z.strictObject({
  id: z.string(),
  at: instant,
  /** Who: the name and where they work, as it is today. */
  name: z.string(),
  title: z.string(),
  purpose: z.string(),
  /** Names of the facts seen. */
  attributes: z.array(z.string()),
})
export type LookReply = z.output<typeof look>

const seal = z.strictObject({ day, count: z.number(), digest: z.string(), chain: z.string(), sealedAt: instant })

export const audit = {
  looks: route('looks', {
    method: 'GET',
    path: '/me/looks',
    summary: 'Who looked at my sensitive facts, when and what for, newest first',
    needs: { who: 'resident', consent: false },
    query: z.strictObject({ cursor }),
    reply: z.strictObject({ items: z.array(look), next: cursor }),
  }),
  auditOfOfficial: route('auditOfOfficial', {
    method: 'GET',
    path: '/audit/officials/{officialId}',
    summary: 'What an official did, saw and was refused, newest first',
    needs: { who: 'official', action: 'audit.read', where: 'resource' },
    params: z.strictObject({ officialId }),
    query: z.strictObject({ cursor }),
    reply: z.strictObject({ items: z.array(entry), next: cursor }),
  }),
  auditSeals: route('auditSeals', {
    method: 'GET',
    path: '/audit/seals',
    summary: 'The sealed days of the audit, newest first: each hangs on the day before',
    needs: { who: 'official', action: 'audit.read', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: z.strictObject({ items: z.array(seal), next: cursor }),
  }),
  verifyAudit: route('verifyAudit', {
    method: 'PUT',
    path: '/audit/seals/{day}/verification/{jobId}',
    summary: 'Reads a sealed day again, to see that nothing in it was changed',
    needs: { who: 'official', action: 'audit.read', where: 'list' },
    params: z.strictObject({ day, jobId }),
    reply: z.strictObject({
      id: jobId,
      state: z.enum(['waiting', 'running', 'done', 'failed']),
      message: z.string(),
      /** Absent while it is not known. */
      whole: z.exactOptional(z.boolean()),
    }),
  }),
} as const
