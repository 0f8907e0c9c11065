import type { EntityGraphReply } from '@zmht/shared/contract'

type Node = EntityGraphReply['nodes'][number]
type Edge = EntityGraphReply['edges'][number]

export interface PlacedNode {
  readonly node: Node
  /** The middle of its mark, in pixels from the left and the top. */
  readonly x: number
  readonly y: number
}

export interface PlacedEdge {
  readonly edge: Edge
  /** Where the line begins, how long it is and how far it is turned, in pixels and degrees. */
  readonly x: number
  readonly y: number
  readonly length: number
  readonly angle: number
  /** The middle, where its name stands. */
  readonly middle: { readonly x: number; readonly y: number }
  /** It leads from or to the one that is looked at: its name is written beside the line. */
  readonly central: boolean
}

export interface GraphPicture {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

/** The least room along a ring for one node with its name, in pixels. */
const room = 90
const firstRing = 128
const betweenRings = 104
/** Half a node with its name, beyond the middle of its mark. */
const sides = 48
const above = 30
const below = 84
const whole = 2 * Math.PI
/** How far apart those beside the same one stand where there is room, in radians. */
const fan = 0.4
/** Often enough for sixty nodes to come apart. */
const pushes = 400

/**
 * Lays out what somebody is related to in rings, as many steps out as it is away: the nearest evenly, those further out beside what they are
 * related to. The same graph is always the same picture.
 */
export function layOut({ nodes, edges }: Pick<EntityGraphReply, 'nodes' | 'edges'>): GraphPicture {
  const centre = nodes.find(({ steps }) => steps === 0)
  const angles = new Map<string, number>()
  const points = new Map<string, { readonly x: number; readonly y: number }>()
  if (centre !== undefined) points.set(centre.id, { x: 0, y: 0 })
  let radius = 0
  const last = Math.max(0, ...nodes.map(({ steps }) => steps))
  for (let step = 1; step <= last; step++) {
    const ring = nodes.filter(({ steps }) => steps === step)
    radius = Math.max(step === 1 ? firstRing : radius + betweenRings, (ring.length * room) / whole)
    const wished = step === 1 ? evenly(ring) : besides(ring, edges, angles)
    for (const { id, angle } of apart(wished, room / radius)) {
      angles.set(id, angle)
      points.set(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) })
    }
  }
  const all = [...points.values()]
  const left = Math.min(0, ...all.map(({ x }) => x)) - sides
  const top = Math.min(0, ...all.map(({ y }) => y)) - above
  const placed = nodes.flatMap((node): PlacedNode[] => {
    const point = points.get(node.id)
    return point === undefined ? [] : [{ node, x: Math.round(point.x - left), y: Math.round(point.y - top) }]
  })
  return {
    width: Math.round(Math.max(0, ...all.map(({ x }) => x)) + sides - left),
    height: Math.round(Math.max(0, ...all.map(({ y }) => y)) + below - top),
    nodes: placed,
    edges: edges.flatMap((edge) => line(edge, placed, centre?.id)),
  }
}

interface Wish {
  readonly id: string
  readonly angle: number
}

/** From the top, clockwise; two never opposite, or what is between them would run through the middle. */
const evenly = (ring: readonly Node[]): readonly Wish[] =>
  ring.map(({ id }, index) => ({ id, angle: (index / Math.max(3, ring.length)) * whole - Math.PI / 2 }))

/** Each beside the first one further in that it is related to; several fanned out. */
function besides(ring: readonly Node[], edges: readonly Edge[], angles: ReadonlyMap<string, number>): readonly Wish[] {
  const parents = ring.map(({ id }) => {
    const near = edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
    return { id, parent: near.find((other) => angles.has(other)) ?? '' }
  })
  return parents.map(({ id, parent }) => {
    const siblings = parents.filter((one) => one.parent === parent)
    const place = siblings.findIndex((one) => one.id === id) - (siblings.length - 1) / 2
    return { id, angle: (angles.get(parent) ?? -Math.PI / 2) + place * Math.min(fan, whole / ring.length) }
  })
}

/** Pushes those that stand too close apart along their ring, a little at a time. */
function apart(wishes: readonly Wish[], least: number): readonly Wish[] {
  const turns = ({ id, angle }: Wish): Wish => ({ id, angle: angle - whole * Math.floor(angle / whole + 1 / 4) })
  const ring = wishes.map(turns).sort((one, other) => one.angle - other.angle || (one.id < other.id ? -1 : 1))
  if (ring.length < 2) return ring
  const angles = ring.map(({ angle }) => angle)
  // A full ring has no slack: then they stand evenly.
  const gap = Math.min(least, whole / ring.length)
  for (let push = 0; push < pushes; push++) {
    for (let index = 0; index < angles.length; index++) {
      const next = (index + 1) % angles.length
      const here = angles[index] ?? 0
      const there = (angles[next] ?? 0) + (next === 0 ? whole : 0)
      const lacking = gap - (there - here)
      if (lacking <= 0) continue
      angles[index] = here - lacking / 2
      angles[next] = (angles[next] ?? 0) + lacking / 2
    }
  }
  return ring.map(({ id }, index) => ({ id, angle: angles[index] ?? 0 }))
}

function line(edge: Edge, placed: readonly PlacedNode[], centre: string | undefined): readonly PlacedEdge[] {
  const from = placed.find(({ node }) => node.id === edge.from)
  const to = placed.find(({ node }) => node.id === edge.to)
  if (from === undefined || to === undefined) return []
  const [across, down] = [to.x - from.x, to.y - from.y]
  return [
    {
      edge,
      x: from.x,
      y: from.y,
      length: Math.round(Math.hypot(across, down)),
      angle: Math.round((Math.atan2(down, across) * 3600) / whole) / 10,
      middle: { x: Math.round(from.x + across / 2), y: Math.round(from.y + down / 2) },
      central: edge.from === centre || edge.to === centre,
    },
  ]
}
