import { expect, test } from 'vitest'
import { type PlaceId, placeIdFrom } from '../geo/place'
import { sensitivities } from '../knowledge/types'
import { actions } from './actions'
import { boundsFor, isInBounds, territoryFor } from './bounds'
import { type Decision, decide, type Policy } from './decision'
import { accessTo } from './fields'
import { readGrants } from './oracle'
import { standardGrants } from './roles'
import { actionsOn, Officials, Resources } from './search'
import type { OfficialActor, Post, Resource } from './standing'
import { diceFrom, noon, questionOf, tangledWorld, type World } from './worlds'

const place = (number: number): PlaceId => placeIdFrom(new Uint8Array(7).fill(number))

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
const policy: Policy = { version: '1', grants: standardGrants }

test('a worker handles what lies inside the own community, and nothing beside it', () => {
  const worker = official(aPost())
  const inside = decide(policy, worker, 'request.handle', request([place(1), place(2), place(3), place(4)]), noon)
  expect(inside).toMatchObject({ allow: true, because: [{ grant: 'standard-service-worker', post: 'p1' }] })
  const beside = decide(policy, worker, 'request.handle', request([place(1), place(2), place(5)]), noon)
  expect(beside).toMatchObject({ allow: false, reason: 'outside-territory' })
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

test('a tag is never taken for two, however it is spelled', () => {
  const forBoth = { ...everyone, id: 'both', subject: { roles: ['a'], tags: ['b'] } }
  const named = ['a,b', 'a","b', 'a|b', 'a'].map((role) => ({ ...everyone, id: role, subject: { roles: [role] } }))
  const granted: Policy = { version: '1', grants: [forBoth, ...named] }
  const whoever = { kind: 'kind0', lineage: [] }
  const because = (roles: string[], tags: string[]) =>
    decide(granted, official(aPost({ roles, tags })), 'ledger.read', whoever, noon).because.map(({ grant }) => grant)
  expect(because(['a', 'b'], [])).toEqual(['a'])
  expect(because(['a,b'], [])).toEqual(['a,b'])
  expect(because(['a","b'], [])).toEqual(['a","b'])
  expect(because(['a|b'], [])).toEqual(['a|b'])
  expect(because(['a'], ['b'])).toEqual(['both', 'a'])
})

test('a list is bounded by exactly the places where an action is allowed', () => {
  const actor = official(aPost({ territory: [place(3), place(1)] }))
  expect(territoryFor(policy, actor, 'work.read', 'any', noon)).toEqual({
    everywhere: false,
    places: [place(1), place(3)].sort(),
    except: [],
  })
  expect(territoryFor(policy, actor, 'hierarchy.import', 'any', noon)).toEqual({
    everywhere: false,
    places: [],
    except: [],
  })
})

/** Everything a decision says, to be compared. */
const told = (decision: Decision, attribute: string) => ({
  allow: decision.allow,
  because: decision.because.map(({ grant }) => grant).sort(),
  fields: decision.allow ? sensitivities.map((one) => accessTo(decision.fields, attribute, one)) : [],
})

const few = actions.slice(0, 5)

/** Worlds of a few grants, and of so many that they are looked up and not looked through. */
const worlds = (seed: number): World =>
  tangledWorld(seed, { grants: seed % 4 === 0 ? 600 : 1 + (seed % 40), officials: 12, resources: 24 })

test('a million decisions are what the grants say, read one after another', () => {
  let asked = 0
  let allowed = 0
  for (let seed = 1; asked < 1_000_000; seed++) {
    const world = worlds(seed)
    const granted: Policy = { version: String(seed), grants: world.grants }
    const dice = diceFrom(-seed)
    // Many grants take the oracle long: it is asked less of them.
    for (let turn = 0; turn < (world.grants.length > 100 ? 500 : 4000); turn++) {
      const { actor, action, resource } = questionOf(dice, world, few)
      const attribute = `attribute${dice.below(4)}`
      const decision = told(decide(granted, actor, action, resource, noon), attribute)
      const said = readGrants(world.grants, actor, action, resource, noon)
      asked++
      if (said.allow) allowed++
      // One grant speaks through several posts.
      const because = [...new Set(decision.because)].sort()
      const shown = said.allow ? sensitivities.map((one) => said.shows(attribute, one)) : []
      if (
        decision.allow !== said.allow ||
        because.join() !== [...said.because].sort().join() ||
        decision.fields.join() !== shown.join()
      ) {
        expect({ seed, turn, ...decision, because }).toEqual({
          seed,
          turn,
          allow: said.allow,
          because: [...said.because].sort(),
          fields: shown,
        })
      }
    }
  }
  // Neither answer is rare.
  expect(allowed / asked).toBeGreaterThan(0.1)
  expect(allowed / asked).toBeLessThan(0.9)
}, 300_000)

test('who may, what they may and to what is what asking for each one says', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const world = worlds(seed)
    const granted: Policy = { version: String(seed), grants: world.grants }
    const dice = diceFrom(seed)
    const { actor, action, resource } = questionOf(dice, world, few)
    const may = (who: OfficialActor, what: (typeof actions)[number], to: Resource) =>
      readGrants(world.grants, who, what, to, noon).allow
    const all = { limit: 1000 }

    const who = new Officials(world.officials).whoMay(granted, action, resource, noon, all)
    const expected = world.officials.filter((one) => may(one, action, resource))
    expect([seed, who.count, ...who.items.map(({ id }) => id)]).toEqual([
      seed,
      expected.length,
      ...expected.map(({ id }) => id),
    ])

    const which = new Resources(world.resources).whichMay(granted, actor, action, noon, all)
    const allowed = world.resources.filter((one) => may(actor, action, one))
    expect([seed, which.count, ...which.items.map(({ id }) => id)]).toEqual([
      seed,
      allowed.length,
      ...allowed.map(({ id }) => id),
    ])

    expect(actionsOn(granted, actor, resource, noon)).toEqual(actions.filter((one) => may(actor, one, resource)))
  }
}, 120_000)

test('what bounds a list holds exactly what is allowed, and by place alone nothing else', () => {
  let inside = 0
  for (let seed = 1; seed <= 1500; seed++) {
    const world = worlds(seed)
    const granted: Policy = { version: String(seed), grants: world.grants }
    const { actor, action, resource } = questionOf(diceFrom(seed), world, few)
    const ofKind = world.resources.filter(({ kind }) => kind === resource.kind)
    const allowed = ofKind.filter((one) => readGrants(world.grants, actor, action, one, noon).allow)
    const bounds = boundsFor(granted, actor, action, resource.kind, noon)
    expect([seed, ...ofKind.filter((one) => isInBounds(bounds, one)).map(({ id }) => id)]).toEqual([
      seed,
      ...allowed.map(({ id }) => id),
    ])
    const { everywhere, places, except } = territoryFor(granted, actor, action, resource.kind, noon)
    const isIn = (one: Resource, some: readonly PlaceId[]) => one.lineage.some((place) => some.includes(place))
    const listed = ofKind.filter((one) => (everywhere || isIn(one, places)) && !isIn(one, except))
    inside += listed.length
    expect([seed, listed.filter((one) => !allowed.includes(one)).map(({ id }) => id)]).toEqual([seed, []])
  }
  expect(inside).toBeGreaterThan(100)
}, 60_000)

test('a long answer comes page by page, none twice and none left out', () => {
  const world = tangledWorld(7, { grants: 8, officials: 500, resources: 4 })
  const granted: Policy = { version: '1', grants: [...world.grants, ...standardGrants, everyone] }
  const officials = new Officials(world.officials)
  const resource: Resource = { kind: 'kind0', lineage: [] }
  const whole = officials.whoMay(granted, 'ledger.read', resource, noon, { limit: 1000 })
  expect(whole.count).toBeGreaterThan(200)
  const ids: string[] = []
  let from: number | undefined = 0
  while (from !== undefined) {
    const page = officials.whoMay(granted, 'ledger.read', resource, noon, { from, limit: 7 })
    expect(page.count).toBe(whole.count)
    ids.push(...page.items.map(({ id }) => id))
    from = page.next
  }
  expect(ids).toEqual(whole.items.map(({ id }) => id))
})

const everyone = {
  id: 'everyone',
  effect: 'allow',
  subject: {},
  actions: ['ledger.read'],
  resource: {},
  territory: 'all',
  fields: { open: 'full', internal: 'none', personal: 'none', sensitive: 'none' },
} as const
