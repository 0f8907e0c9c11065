import type { EntityGraphReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { layOut } from './graph-layout'

type Graph = Pick<EntityGraphReply, 'nodes' | 'edges'>

/** Somebody in the middle, `near` around them, and `far` behind the first of those. */
function graphOf(near: number, far: number): Graph {
  const node = (id: string, steps: number) => ({ id, kind: 'person' as const, name: id, steps, elsewhere: false })
  const edge = (from: string, to: string) => ({ from, to, type: 'parent', name: '父母', pending: false })
  const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`)
  return {
    nodes: [
      node('me', 0),
      ...names('near', near).map((id) => node(id, 1)),
      ...names('far', far).map((id) => node(id, 2)),
    ],
    edges: [...names('near', near).map((id) => edge('me', id)), ...names('far', far).map((id) => edge('near0', id))],
  }
}

const distance = (one: { x: number; y: number }, other: { x: number; y: number }) =>
  Math.hypot(one.x - other.x, one.y - other.y)

test.each([
  [1, 0],
  [4, 3],
  [12, 20],
  [19, 40],
])('%i near and %i further away stand apart, all inside the picture', (near, far) => {
  const { nodes, width, height } = layOut(graphOf(near, far))
  expect(nodes).toHaveLength(1 + near + far)
  for (const [index, one] of nodes.entries()) {
    expect(one.x).toBeGreaterThanOrEqual(40)
    expect(one.x).toBeLessThanOrEqual(width - 40)
    expect(one.y).toBeGreaterThanOrEqual(28)
    expect(one.y).toBeLessThanOrEqual(height - 80)
    for (const other of nodes.slice(index + 1)) expect(distance(one, other)).toBeGreaterThan(60)
  }
})

test('what is further away stands further out, on the side of what it is related to', () => {
  const { nodes } = layOut(graphOf(4, 1))
  const at = (id: string) => nodes.find(({ node }) => node.id === id) ?? { x: 0, y: 0 }
  expect(distance(at('me'), at('far0'))).toBeGreaterThan(distance(at('me'), at('near0')))
  for (const other of ['near1', 'near2', 'near3'])
    expect(distance(at('far0'), at('near0'))).toBeLessThan(distance(at('far0'), at(other)))
})

test('a line leads from one to the other; those of whom it is about are named', () => {
  const { edges, nodes } = layOut(graphOf(2, 1))
  const [first] = edges
  const near = nodes.find(({ node }) => node.id === 'near0')
  const turned = ((first?.angle ?? 0) * Math.PI) / 180
  expect((first?.x ?? 0) + (first?.length ?? 0) * Math.cos(turned)).toBeCloseTo(near?.x ?? 0, -1)
  expect((first?.y ?? 0) + (first?.length ?? 0) * Math.sin(turned)).toBeCloseTo(near?.y ?? 0, -1)
  expect(edges.map(({ central }) => central)).toEqual([true, true, false])
})

test('of two, what is between them does not run through the middle', () => {
  const { nodes } = layOut(graphOf(2, 0))
  const [me, one, other] = nodes
  const middle = { x: ((one?.x ?? 0) + (other?.x ?? 0)) / 2, y: ((one?.y ?? 0) + (other?.y ?? 0)) / 2 }
  expect(distance(middle, me ?? middle)).toBeGreaterThan(40)
})

test('a relation to what is not shown is left out', () => {
  const graph = graphOf(1, 0)
  const { edges } = layOut({ ...graph, edges: graph.edges.map((edge) => ({ ...edge, to: 'gone' })) })
  expect(edges).toEqual([])
})
