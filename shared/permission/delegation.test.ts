import { expect, test } from 'vitest'
import type { PlaceId } from '../geo/place'
import { sensitivities } from '../knowledge/types'
import { actions } from './actions'
import type { Policy } from './decision'
import { beyondOf, type Surroundings } from './delegation'
import type { Grant } from './grant'
import { readGrants } from './oracle'
import type { OfficialActor } from './standing'
import { diceFrom, lineagesOf, noon, tangledWorld } from './worlds'

const lineages = lineagesOf([2, 2, 2])
const placeOf = (organisation: string) => organisation.slice(2) as PlaceId // made-up organisations are called by their place
const surroundings: Surroundings = {
  lineageOf: (place) => lineages.find((lineage) => lineage.at(-1) === place) ?? [],
  chainOf: (organisation) => [...surroundings.lineageOf(placeOf(organisation))].reverse().map((place) => `o-${place}`),
}

/** An organisation manages its place, as the tree of a city has it. */
const tidy = (official: OfficialActor): OfficialActor => ({
  ...official,
  posts: official.posts.map((post) => ({ ...post, territory: [placeOf(post.organisation)] })),
})

const order = ['none', 'masked', 'full']

test('what somebody gives, they hold: nobody comes to do or see through them what they may not', () => {
  let given = 0
  for (let seed = 1; seed <= 3000; seed++) {
    const world = tangledWorld(seed, { grants: 30, officials: 10, resources: 12 })
    const officials = world.officials.map(tidy)
    const policy: Policy = { version: String(seed), grants: world.grants }
    const dice = diceFrom(seed)
    const [drawn] = tangledWorld(-seed, { grants: 1, officials: 0, resources: 0 }).grants
    const held = dice.pick(world.grants)
    if (drawn === undefined) continue
    // What looks like something that is held is given more often than what looks like nothing.
    const draft: Grant = {
      ...held,
      id: 'draft',
      effect: 'allow',
      subject: dice.chance(0.5) ? held.subject : drawn.subject,
      resource: dice.chance(0.6) ? held.resource : { ...held.resource, ...drawn.resource },
      territory: dice.chance(0.5) ? held.territory : drawn.territory,
      fields: dice.chance(0.6) ? held.fields : drawn.fields,
    }
    for (const giver of officials) {
      if (draft.actions.length === 0 || beyondOf(policy, giver, draft, surroundings, noon).length > 0) continue
      given++
      for (const receiver of officials) {
        for (const action of actions.slice(0, 4)) {
          for (const resource of world.resources) {
            const through = readGrants([draft], receiver, action, resource, noon)
            if (!through.allow) continue
            const own = readGrants(world.grants, giver, action, resource, noon)
            expect([seed, giver.id, receiver.id, action, resource.id, own.allow]).toEqual([
              seed,
              giver.id,
              receiver.id,
              action,
              resource.id,
              true,
            ])
            // Of their own values a prohibition may hide some: that is no reason not to give the rest.
            const allowing = readGrants(
              world.grants.filter(({ effect }) => effect === 'allow'),
              giver,
              action,
              resource,
              noon,
            )
            for (const one of sensitivities)
              expect(order.indexOf(through.shows('attribute0', one))).toBeLessThanOrEqual(
                order.indexOf(allowing.shows('attribute0', one)),
              )
          }
        }
      }
    }
  }
  expect(given).toBeGreaterThan(300)
}, 120_000)

const [root, , below = ''] = lineages.map((lineage) => `o-${lineage.at(-1)}`)
const post = {
  id: 'p1',
  title: '书记',
  organisation: below,
  organisations: surroundings.chainOf(below),
  roles: ['organiser'],
  tags: [],
  rank: '',
  territory: [placeOf(below)],
}
const giver: OfficialActor = { kind: 'official', id: 'guo', posts: [post] }
const full = { open: 'full', internal: 'full', personal: 'full', sensitive: 'masked' } as const
const held: Grant = {
  id: 'held',
  effect: 'allow',
  subject: { roles: ['organiser'] },
  actions: ['ledger.read', 'work.read'],
  resource: { kinds: ['person', 'ledger'] },
  territory: 'own',
  fields: full,
  to: '2027-01-01T00:00:00.000Z',
}
const given: Grant = {
  ...held,
  id: 'given',
  subject: { roles: ['helper'], organisations: [below] },
  actions: ['ledger.read'],
}
const never: Grant = { ...held, id: 'never', effect: 'forbid', resource: { kinds: ['ledger'] } }

test.each<[string, Partial<Grant>, string | undefined]>([
  ['to those below, what is held', {}, undefined],
  ['only inside', { territory: { given: [placeOf(below)] } }, undefined],
  ['what is not held', { actions: ['request.handle'] }, 'not-held'],
  ['of another kind', { resource: { kinds: ['request'] } }, 'resource'],
  ['of any kind', { resource: {} }, 'resource'],
  ['everywhere', { territory: 'all' }, 'territory'],
  ['above', { territory: { given: [placeOf(root ?? '')] } }, 'territory'],
  ['to whoever has the role, in their own places', { subject: { roles: ['helper'] } }, 'territory'],
  ['to the organisation above', { subject: { organisations: [root ?? ''] } }, 'territory'],
  ['to see more', { fields: { ...full, sensitive: 'full' } }, 'fields'],
  ['for longer', { to: '2028-01-01T00:00:00.000Z' }, 'dates'],
])('giving it %s', (_, over, why) => {
  const beyond = beyondOf({ version: '1', grants: [held] }, giver, { ...given, ...over }, surroundings, noon)
  expect(beyond.map((one) => one.why)).toEqual(why === undefined ? [] : [why])
})

test('who is forbidden some of it does not give it', () => {
  const beyond = beyondOf({ version: '1', grants: [held, never] }, giver, given, surroundings, noon)
  expect(beyond).toEqual([{ why: 'forbidden', action: 'ledger.read', grant: 'never' }])
})
