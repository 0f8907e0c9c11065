import { routesOf } from './define'
import { cursor, jobId, level, page, place, placeId, placeWithLineage } from './parts'
import * as z from './z'

const route = routesOf('hierarchy')

export const job = z.strictObject({
  id: jobId,
  kind: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.number(),
  total: z.number(),
  /** What a person reads of it. */
  message: z.string(),
})

export const hierarchy = {
  roots: route('roots', {
    method: 'GET',
    path: '/places',
    summary: 'The provinces that are open here: where a picker starts',
    needs: { who: 'signed-in' },
    reply: z.strictObject({ items: z.array(place) }),
  }),
  byCode: route('byCode', {
    method: 'GET',
    path: '/places/by-code/{code}',
    summary: 'The place an official code stands for today',
    needs: { who: 'signed-in' },
    params: z.strictObject({ code: z.string().check(z.regex(/^\d{2,12}$/, '区划代码应为 2 至 12 位数字')) }),
    reply: placeWithLineage,
  }),
  place: route('place', {
    method: 'GET',
    path: '/places/{placeId}',
    summary: 'A place with its lineage',
    needs: { who: 'signed-in' },
    params: z.strictObject({ placeId }),
    reply: placeWithLineage,
  }),
  children: route('children', {
    method: 'GET',
    path: '/places/{placeId}/children',
    summary: 'The children of a place in order, 100 a page',
    needs: { who: 'signed-in' },
    params: z.strictObject({ placeId }),
    query: z.strictObject({ cursor }),
    reply: page(place),
  }),
  subtree: route('subtree', {
    method: 'GET',
    path: '/places/{placeId}/subtree',
    summary: 'The places of one level inside a place, in path order, 100 a page',
    needs: { who: 'official', action: 'hierarchy.read', where: 'anywhere' },
    params: z.strictObject({ placeId }),
    query: z.strictObject({ cursor, level }),
    reply: page(place),
  }),
  importProvince: route('importProvince', {
    method: 'PUT',
    path: '/places/imports/{jobId}',
    summary: 'Imports a province from the published divisions, as a job; the same id again is the same job',
    needs: { who: 'official', action: 'hierarchy.import', where: 'anywhere' },
    params: z.strictObject({ jobId }),
    body: z.strictObject({
      province: z
        .string('省级代码应为文字')
        .check(z.regex(/^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])$/, '没有这个省级代码')),
    }),
    reply: job,
  }),
  importProgress: route('importProgress', {
    method: 'GET',
    path: '/places/imports/{jobId}',
    summary: 'How far an import is',
    needs: { who: 'official', action: 'hierarchy.import', where: 'anywhere' },
    params: z.strictObject({ jobId }),
    reply: job,
  }),
} as const
