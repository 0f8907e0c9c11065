import { entityKinds } from '../knowledge/types'
import { routesOf } from './define'
import { alike, entity } from './ledgers'
import { cursor, entityId, instant, job, jobId, page, placeId, stepKey } from './parts'
import * as z from './z'

/** Two records of one, and one record of two. */
const route = routesOf('ledgers')

const someone = z.strictObject({ id: entityId, kind: z.enum(entityKinds), name: z.string() })

/** What names one saying in a history. */
const telling = z.string().check(z.maxLength(120, '记录编号不正确'))

const saidSince = z.strictObject({
  telling,
  at: instant,
  title: z.string(),
  who: z.string(),
  /** Facts as far as the reader may see them, and the names of relations with nothing beside them. */
  about: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  /** Whose it is, where it can be told. */
  side: z.exactOptional(z.enum(['survivor', 'gone'])),
})

const merged = z.strictObject({
  gone: someone,
  /** When it was joined, and by whom. */
  at: instant,
  who: z.string(),
  /** How many sayings are its own. */
  own: z.number(),
  /** What was said of both since, newest first: somebody says whose it is. */
  since: z.array(saidSince),
})
export type MergedReply = z.output<typeof merged>

const duplicate = z.strictObject({
  /** The one known later: joined, it goes into the other. */
  one: z.extend(someone, { home: z.string() }),
  alike: z.extend(alike, { home: z.string() }),
})
export type DuplicateReply = z.output<typeof duplicate>

const deciding = { who: 'official', action: 'ledger.decide', where: 'list' } as const
const search = z.strictObject({ jobId })

export const duplicates = {
  merges: route('merges', {
    method: 'GET',
    path: '/entities/{entityId}/merges',
    summary:
      'What was found to be the same as this entity, and what was said since: taken apart, each saying is given to one of them',
    needs: { who: 'official', action: 'ledger.decide', where: 'resource' },
    params: z.strictObject({ entityId }),
    reply: z.strictObject({ items: z.array(merged) }),
  }),
  split: route('split', {
    method: 'POST',
    path: '/entities/{entityId}/merges/{goneId}/split',
    summary: 'Takes two apart that had been joined: both live again, each with its own history, relations and rows',
    needs: { who: 'official', action: 'ledger.decide', where: 'resource' },
    params: z.strictObject({ entityId, goneId: entityId }),
    body: z.strictObject({
      key: stepKey,
      /** The sayings since that are of the one taken out; all others stay. */
      given: z.array(telling).check(z.maxLength(400, '一次最多划分 400 条记录')),
    }),
    reply: z.strictObject({ entity, gone: someone }),
    repeatable: true,
  }),
  duplicates: route('duplicates', {
    method: 'GET',
    path: '/entities/duplicates',
    summary: 'Pairs that may be one inside the official’s places, side by side, by place, 20 a page',
    needs: deciding,
    query: z.strictObject({ cursor }),
    reply: page(duplicate),
  }),
  tellDuplicate: route('tellDuplicate', {
    method: 'POST',
    path: '/entities/{entityId}/duplicates/{otherId}',
    summary: 'Says whether two are one: joined they are one from then on; two are never asked about again',
    needs: { who: 'official', action: 'ledger.decide', where: 'resource' },
    params: z.strictObject({ entityId, otherId: entityId }),
    body: z.strictObject({ key: stepKey, outcome: z.enum(['same', 'different'], '请选择是否同一个') }),
    reply: entity,
  }),
  findDuplicates: route('findDuplicates', {
    method: 'PUT',
    path: '/entities/duplicates/searches/{jobId}',
    summary:
      'Looks for pairs that may be one among all people or organisations of a place, as a job; the same again is the same search',
    needs: { who: 'official', action: 'ledger.decide', where: 'resource' },
    params: search,
    body: z.strictObject({ place: placeId, kind: z.enum(['person', 'organisation'], '请选择查找哪一类') }),
    reply: job,
  }),
  duplicateSearch: route('duplicateSearch', {
    method: 'GET',
    path: '/entities/duplicates/searches/{jobId}',
    summary: 'How far a search for pairs is, for whoever began it',
    needs: deciding,
    params: search,
    reply: job,
  }),
} as const
