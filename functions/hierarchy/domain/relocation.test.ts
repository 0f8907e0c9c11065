import { type Level, levels, lineageOf, type PlaceId, type PlacePath, placeIdFrom } from '@zmht/shared/geo'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formerRegions, type Location, type Relocation, relocated, tiersOf } from './relocation'

/** A tree kept as what it is: each place and its parent. The rule book, against which paths are measured. */
class Tree {
  readonly parent = new Map<PlaceId, PlaceId | undefined>()
  readonly level = new Map<PlaceId, Level>()
  readonly edge = new Map<PlaceId, number>()
  add(id: PlaceId, parent: PlaceId | undefined, level: Level) {
    this.parent.set(id, parent)
    this.level.set(id, level)
    this.edge.set(id, 0)
  }
  chain(id: PlaceId): PlaceId[] {
    const above = this.parent.get(id)
    return above === undefined ? [id] : [...this.chain(above), id]
  }
  where(id: PlaceId): Location {
    const chain = this.chain(id)
    return {
      path: chain.join('/') as PlacePath,
      levels: chain.map((one) => levels.indexOf(this.level.get(one) ?? 'door') + 1).join(''),
      edges: chain.map((one) => this.edge.get(one) ?? 0).join('.'),
    }
  }
}

const id = (number: number) => placeIdFrom(Uint8Array.from([number, 1, 2, 3, 4, 5, 6, 7]))

/** Two districts with two communities each, two compounds in each, two buildings in each. */
function aCity() {
  const tree = new Tree()
  let next = 0
  const add = (parent: PlaceId | undefined, level: Level) => {
    const made = id(next++)
    tree.add(made, parent, level)
    return made
  }
  const city = add(undefined, 'province')
  const communities: PlaceId[] = []
  const compounds: PlaceId[] = []
  const buildings: PlaceId[] = []
  for (let d = 0; d < 2; d++) {
    const district = add(city, 'district')
    for (let c = 0; c < 2; c++) {
      const community = add(district, 'community')
      communities.push(community)
      for (let k = 0; k < 2; k++) {
        const compound = add(community, 'compound')
        compounds.push(compound)
        for (let b = 0; b < 2; b++) buildings.push(add(compound, 'building'))
      }
    }
  }
  return { tree, communities, compounds, buildings }
}

const at = '2026-11-25T00:00:00.000Z'

/** Moves a place in the tree and gives the relocation that tells of it. */
function move(tree: Tree, place: PlaceId, to: PlaceId, sequence: number): Relocation {
  const from = tree.where(place)
  tree.parent.set(place, to)
  tree.edge.set(place, sequence)
  const self = tree.where(place)
  return { operation: `t${sequence}`, sequence, from, self, inside: self, at }
}

/** The children go to the other place, the place itself hangs below it. */
function merge(tree: Tree, place: PlaceId, into: PlaceId, sequence: number): Relocation {
  const from = tree.where(place)
  for (const [child, parent] of tree.parent) {
    if (parent !== place) continue
    tree.parent.set(child, into)
    tree.edge.set(child, sequence)
  }
  tree.parent.set(place, into)
  tree.edge.set(place, sequence)
  return { operation: `t${sequence}`, sequence, from, self: tree.where(place), inside: tree.where(into), at }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('move' as const), place: fc.nat(7), to: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('building' as const), place: fc.nat(15), to: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), place: fc.nat(3), to: fc.nat(3) }) },
)

/** Runs the steps; what makes no sense (a place into itself, a merged place) is left out. */
function run(steps: readonly { kind: 'move' | 'building' | 'merge'; place: number; to: number }[]) {
  const { tree, communities, compounds, buildings } = aCity()
  const before = new Map([...tree.parent.keys()].map((one) => [one, tree.where(one)]))
  const relocations: Relocation[] = []
  const ended = new Set<PlaceId>()
  const copies: Map<PlaceId, Location>[] = [before]
  for (const { kind, place, to } of steps) {
    const subject = (kind === 'move' ? compounds : kind === 'building' ? buildings : communities)[place]
    const target = (kind === 'building' ? compounds : communities)[to]
    if (subject === undefined || target === undefined || subject === target) continue
    if (ended.has(subject) || ended.has(target) || tree.parent.get(subject) === target) continue
    relocations.push((kind === 'merge' ? merge : move)(tree, subject, target, relocations.length + 1))
    if (kind === 'merge') ended.add(subject)
    copies.push(new Map([...tree.parent.keys()].map((one) => [one, tree.where(one)])))
  }
  return { tree, relocations, copies }
}

describe('relocation', () => {
  test('a copy of any age, rewritten or not, leads to the chain of parents', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { tree, relocations, copies } = run(steps)
        for (const generation of copies) {
          for (const [place, copy] of generation) {
            const now = relocated(copy, relocations)
            expect(now).toEqual(tree.where(place))
            expect(relocated(now, relocations)).toEqual(now)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('every copy of what is inside a place lies in one of its regions', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { tree, relocations, copies } = run(steps)
        for (const place of tree.parent.keys()) {
          const regions = formerRegions(tree.where(place), relocations)
          expect(regions.at(-1)).toEqual(tree.where(place))
          for (const inner of tree.parent.keys()) {
            if (!tree.chain(inner).includes(place)) continue
            for (const generation of copies) {
              const copy = generation.get(inner)?.path ?? ''
              expect(regions.some(({ path }) => copy === path || copy.startsWith(`${path}/`))).toBe(true)
            }
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test('the tiers of a moved compound name the operation that moved it', () => {
    const { tree, communities, compounds } = aCity()
    const [, , , target] = communities
    const [compound] = compounds
    if (target === undefined || compound === undefined) throw new Error('the city has them')
    const relocation = move(tree, compound, target, 7)
    const door = relocated({ ...relocation.from }, [relocation])
    expect(tiersOf(door).map(({ edge }) => edge)).toEqual([0, 0, 0, 7])
    expect(lineageOf(door.path).at(-2)).toBe(target)
  })
})
