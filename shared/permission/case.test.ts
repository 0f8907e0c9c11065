import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aCase, answersTo, type Search } from './case'

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
const [example = '', answer = ''] = [...readme.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => text)

const asked = (given: unknown, search?: Search): unknown[] => [...answersTo(aCase.parse(given), search)]

test('the example of the README is answered as it says', () => {
  expect(asked(JSON.parse(example))).toEqual([JSON.parse(answer)])
})

const city = {
  at: '2026-11-24T04:00:00.000Z',
  grants: [
    { id: 'read', subject: { roles: ['worker'] }, actions: ['read', 'write'], territory: { given: ['a'] } },
    { id: 'never', effect: 'forbid', subject: { tags: ['intern'] }, actions: ['write'], territory: 'all' },
    { id: 'ended', actions: ['delete'], territory: 'all', to: '2026-01-01T00:00:00.000Z' },
  ],
  actors: [
    { id: 'liu', posts: [{ id: 'p1', roles: ['worker'] }] },
    { id: 'guo', posts: [{ id: 'p2', roles: ['worker'], tags: ['intern'] }] },
    { id: 'hu', posts: [] },
  ],
  resources: [
    { id: 'near', kind: 'request', lineage: ['root', 'a'] },
    { id: 'far', kind: 'request', lineage: ['root', 'b'] },
  ],
}

test('each request is answered by whether, what is shown and why', () => {
  const requests = [
    { actor: 'guo', action: 'write', resource: 'near' },
    { actor: 'liu', action: 'write', resource: { kind: 'request', lineage: ['b'] } },
    { actor: 'hu', action: 'read', resource: 'near' },
    { actor: 'liu', action: 'delete', resource: 'near' },
  ]
  const nothing = { open: 'none', internal: 'none', personal: 'none', sensitive: 'none' }
  expect(asked({ ...city, requests })).toEqual([
    { allow: false, fields: nothing, because: [{ grant: 'never', post: 'p2' }], reason: 'forbidden' },
    { allow: false, fields: nothing, because: [], reason: 'outside-territory' },
    { allow: false, fields: nothing, because: [], reason: 'no-grant' },
    { allow: false, fields: nothing, because: [], reason: 'no-grant' },
  ])
})

test('asked backwards it says who, what, and to do what', () => {
  const one = (request: object) => ({ ...city, requests: [request] })
  expect(asked(one({ action: 'write', resource: 'near' }), 'subject')).toEqual([{ count: 1, subjects: ['liu'] }])
  expect(asked(one({ actor: 'guo', action: 'read' }), 'resource')).toEqual([{ count: 1, resources: ['near'] }])
  expect(asked(one({ actor: 'liu', resource: 'near' }), 'action')).toEqual([{ count: 2, actions: ['read', 'write'] }])
})

test.each([
  [
    'somebody who is not there',
    { actor: 'nobody', action: 'read', resource: 'near' },
    '第 1 个请求的办事人“nobody”不在给出的名单里',
  ],
  ['nothing to be done', { actor: 'liu', resource: 'near' }, '第 1 个请求没有写 action'],
])('a request that names %s is refused in words', (_, request, words) => {
  expect(() => asked({ ...city, requests: [request] })).toThrow(words)
})

test('a case that is written otherwise is not answered', () => {
  for (const given of [1, {}, { grants: [{}], requests: [] }, { ...city, requests: [], more: 1 }])
    expect(aCase.safeParse(given).success).toBe(false)
})
