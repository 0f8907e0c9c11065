import { expect, test } from 'vitest'
import { actions } from './actions'
import { changesOf } from './change'
import type { Policy } from './decision'
import type { Grant } from './grant'
import { readGrants } from './oracle'
import { diceFrom, lineagesOf, noon, tangledWorld } from './worlds'

const lineages = lineagesOf([2, 2, 2])
const lineageOf = (place: string) => lineages.find((lineage) => lineage.at(-1) === place) ?? []

test('nobody gains or loses anything by a change of grants who was not named before it', () => {
  let changes = 0
  let named = 0
  let asked = 0
  for (let seed = 1; seed <= 800; seed++) {
    const world = tangledWorld(seed, { grants: 20, officials: 8, resources: 24 })
    const [drawn] = tangledWorld(-seed, { grants: 1, officials: 0, resources: 0 }).grants
    if (drawn === undefined) continue
    const dice = diceFrom(seed)
    const draft: Grant = { ...drawn, id: dice.chance(0.5) ? 'draft' : dice.pick(world.grants).id }
    const grants = [...world.grants.filter(({ id }) => id !== draft.id), ...(dice.chance(0.8) ? [draft] : [])]
    const [before, after]: [Policy, Policy] = [
      { version: 'before', grants: world.grants },
      { version: 'after', grants },
    ]
    const told = new Map(
      [...changesOf(before, after, world.officials, lineageOf, noon)].map((one) => [one.official, one]),
    )
    named += told.size
    asked += world.officials.length
    for (const official of world.officials) {
      for (const action of actions.slice(0, 4)) {
        for (const resource of world.resources) {
          const was = readGrants(before.grants, official, action, resource, noon).allow
          const is = readGrants(after.grants, official, action, resource, noon).allow
          if (was === is) continue
          changes++
          const change = told.get(official)
          const side = (is ? change?.gains : change?.loses) ?? []
          const heard = side.some((one) => one.action === action && (one.kind === resource.kind || one.kind === '*'))
          expect([seed, official.id, action, resource.id, heard]).toEqual([
            seed,
            official.id,
            action,
            resource.id,
            true,
          ])
        }
      }
    }
  }
  expect(changes).toBeGreaterThan(1000)
  // Nor is everybody named whenever anything changes.
  expect(named / asked).toBeLessThan(0.6)
}, 60_000)

test('what is held as wide already is no gain', () => {
  const worker: Grant = {
    id: 'worker',
    effect: 'allow',
    subject: { roles: ['worker'] },
    actions: ['ledger.read'],
    resource: {},
    territory: 'own',
    fields: { open: 'full', internal: 'full', personal: 'full', sensitive: 'masked' },
  }
  const [lineage = []] = lineages.filter(({ length }) => length === 4)
  const [community, building] = [lineage[2], lineage[3]]
  if (community === undefined || building === undefined) throw new Error('the tree has four levels')
  const post = {
    id: 'p',
    title: '社工',
    organisation: 'o',
    organisations: ['o'],
    roles: ['worker'],
    tags: [],
    rank: '',
    territory: [community],
  }
  const official = { kind: 'official', id: 'liu', posts: [post] } as const
  const changes = (given: Partial<Grant>) => [
    ...changesOf(
      { version: '1', grants: [worker] },
      { version: '2', grants: [worker, { ...worker, id: 'more', ...given }] },
      [official],
      lineageOf,
      noon,
    ),
  ]
  expect(changes({ territory: { given: [building] } })).toEqual([])
  expect(changes({ resource: { kinds: ['ledger'] } })).toEqual([])
  expect(changes({ subject: { roles: ['chief'] }, territory: 'all' })).toEqual([])
  expect(changes({ territory: 'all' })[0]?.gains).toContainEqual({
    action: 'ledger.read',
    kind: '*',
    bound: { places: 'everywhere' },
  })
  expect(changes({ effect: 'forbid', territory: { given: [building] } })[0]?.loses).toContainEqual({
    action: 'ledger.read',
    kind: '*',
    bound: { places: [building] },
  })
})
