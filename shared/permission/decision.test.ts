import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PlaceId, placeIdFrom } from '../geo/place'
import { type Action, actions } from './actions'
import {
  decide,
  type FieldAccess,
  type Grant,
  type OfficialActor,
  type Post,
  type Resource,
  territoryFor,
} from './decision'
import { standardGrants } from './roles'

const place = (number: number): PlaceId => placeIdFrom(new Uint8Array(7).fill(number))
const noon = '2026-11-24T04:00:00.000Z'

const aPost = (over: Partial<Post> = {}): Post => ({
  id: 'p1',
  title: '社工',
  organisation: 'o1',
  organisations: ['o1', 'o0'],
  roles: ['service-worker'],
  tags: [],
  rank: 'worker',
  territory: [place(3)],
  ...over,
})
const official = (...posts: Post[]): OfficialActor => ({ kind: 'official', id: 'a1', posts })
const request = (lineage: PlaceId[]): Resource => ({ kind: 'request', id: 'r1', lineage })
const policy = { version: '1', grants: standardGrants }

test('a worker handles what lies inside the own community, and nothing beside it', () => {
  const inside = decide(
    policy,
    official(aPost()),
    'request.handle',
    request([place(1), place(2), place(3), place(4)]),
    noon,
  )
  expect(inside).toMatchObject({ allow: true, because: [{ grant: 'standard/service-worker', post: 'p1' }] })
  expect(
    decide(policy, official(aPost()), 'request.handle', request([place(1), place(2), place(5)]), noon),
  ).toMatchObject({
    allow: false,
    reason: 'outside-territory',
  })
})

test('the tiers above see numbers, not single answers', () => {
  const district = official(aPost({ roles: ['statistics-viewer'], territory: [place(1)] }))
  expect(decide(policy, district, 'statistics.read', request([place(1), place(3)]), noon).allow).toBe(true)
  expect(decide(policy, district, 'request.read', request([place(1), place(3)]), noon)).toMatchObject({
    reason: 'no-grant',
  })
})

test('an official without a post may do nothing', () => {
  for (const action of actions) expect(decide(policy, official(), action, request([place(3)]), noon).allow).toBe(false)
})

// An oracle that shares no code with the decision: every grant against every post, spelled out.
const access: readonly FieldAccess[] = ['none', 'masked', 'full']
const names = ['x', 'y', 'z'] as const
const subset = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 })
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined })
const places = fc.uniqueArray(fc.integer({ min: 0, max: 6 }).map(place), { maxLength: 3 })
const field = fc.constantFrom(...access)
const grants: fc.Arbitrary<Grant> = fc
  .record({
    id: fc.nat().map((number) => `g${number}`),
    effect: fc.constantFrom('allow' as const, 'allow' as const, 'forbid' as const),
    roles: maybe(subset),
    organisations: maybe(subset),
    kinds: maybe(subset),
    owners: maybe(subset),
    action: fc.uniqueArray(fc.constantFrom(...actions), { maxLength: 4 }),
    territory: fc.oneof(
      fc.constant('own' as const),
      fc.constant('all' as const),
      places.map((given) => ({ given })),
    ),
    fields: fc.record({ open: field, internal: field, personal: field, sensitive: field }),
    to: maybe(fc.constantFrom('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')),
  })
  .map(({ id, effect, roles, organisations, kinds, owners, action, territory, fields, to }) => ({
    id,
    effect,
    subject: { ...(roles ? { roles } : {}), ...(organisations ? { organisations } : {}) },
    actions: action,
    resource: { ...(kinds ? { kinds } : {}), ...(owners ? { owners } : {}) },
    territory,
    fields,
    ...(to ? { to } : {}),
  }))
const posts: fc.Arbitrary<Post> = fc
  .record({ id: fc.constantFrom('p1', 'p2'), roles: subset, organisations: subset, territory: places })
  .map((some) => aPost(some))
const resources: fc.Arbitrary<Resource> = fc
  .record({ kind: fc.constantFrom(...names), owner: maybe(fc.constantFrom(...names)), lineage: places })
  .map(({ kind, owner, lineage }) => ({ kind, lineage, ...(owner ? { owner } : {}) }))

function oracle(
  all: readonly Grant[],
  actor: OfficialActor,
  action: Action,
  resource: Resource,
): { allow: boolean; sensitive: FieldAccess } {
  let allow = false
  let forbid = false
  let sensitive = 0
  for (const grant of all) {
    for (const post of actor.posts) {
      const byRole = !grant.subject.roles || grant.subject.roles.filter((one) => post.roles.includes(one)).length > 0
      const byUnit =
        !grant.subject.organisations ||
        grant.subject.organisations.filter((one) => post.organisations.includes(one)).length > 0
      const kind = !grant.resource.kinds || grant.resource.kinds.indexOf(resource.kind) !== -1
      const owner = !grant.resource.owners || grant.resource.owners.indexOf(resource.owner ?? '-') !== -1
      const area =
        grant.territory === 'all' ? undefined : grant.territory === 'own' ? post.territory : grant.territory.given
      const where = area === undefined || resource.lineage.filter((one) => area.includes(one)).length > 0
      const when = grant.to === undefined || noon < grant.to
      if (!(byRole && byUnit && kind && owner && where && when && grant.actions.includes(action))) continue
      if (grant.effect === 'forbid') forbid = true
      else {
        allow = true
        sensitive = Math.max(sensitive, access.indexOf(grant.fields.sensitive))
      }
    }
  }
  return { allow: allow && !forbid, sensitive: access[sensitive] ?? 'none' }
}

test('the decision is what a brute-force reading of the grants says', () => {
  fc.assert(
    fc.property(
      fc.array(grants, { maxLength: 12 }),
      fc.array(posts, { maxLength: 3 }),
      fc.constantFrom(...actions),
      resources,
      (all, held, action, resource) => {
        const decision = decide({ version: '1', grants: all }, official(...held), action, resource, noon)
        const expected = oracle(all, official(...held), action, resource)
        expect(decision.allow).toBe(expected.allow)
        if (decision.allow) expect(decision.fields.sensitive).toBe(expected.sensitive)
      },
    ),
    { numRuns: 5000 },
  )
})

test('a list is bounded by exactly the places where an action is allowed', () => {
  const actor = official(aPost({ territory: [place(3), place(1)] }))
  expect(territoryFor(policy, actor, 'work.read', 'any', noon)).toEqual({
    everywhere: false,
    places: [place(1), place(3)].sort(),
  })
  expect(territoryFor(policy, actor, 'hierarchy.import', 'any', noon)).toEqual({ everywhere: false, places: [] })
})
