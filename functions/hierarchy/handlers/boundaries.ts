import { type BoundaryReply, hierarchyRoutes } from '@zmht/shared/contract'
import { levels, lineageOf, type PlaceId } from '@zmht/shared/geo'
import { type CoordinateSystem, converted } from '@zmht/shared/geo/coordinates'
import { areaOf } from '@zmht/shared/geo/polygon'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { type Boundary, placesAt, readBoundaries, readBoundaryVersion, saveBoundary } from '../boundary.store'
import { fitOf, geometryOf, levelsWithBoundary, readGeometry } from '../domain/boundary'
import { childrenOf } from '../index'
import { type PlaceCard, readChildren, readPlace } from '../place.store'
import { showPlace } from '../show'

const routes = hierarchyRoutes

const named = ({ id, name, level }: Pick<PlaceCard, 'id' | 'name' | 'level'>) => ({ id, name, level })

const show = (
  place: Pick<PlaceCard, 'id' | 'name' | 'level'>,
  { polygons, area, version }: Boundary,
  crs: CoordinateSystem,
): BoundaryReply => ({ place: named(place), crs, geometry: geometryOf(polygons, crs), area, version })

async function existing(id: PlaceId) {
  const place = await readPlace(id)
  if (place === undefined) throw new Problem('not-found')
  return place
}

export const at = endpoint(routes.at, async ({ query }) => {
  const position = converted([Number(query.longitude), Number(query.latitude)], query.crs, 'wgs84')
  const places = await Promise.all((await placesAt(position)).map((id) => readPlace(id)))
  const items = await Promise.all(
    places.flatMap((place) => (place === undefined || place.ended !== undefined ? [] : [showPlace(place)])),
  )
  return { items: items.sort((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level)) }
})

export const boundary = endpoint(routes.boundary, async ({ params, query }) => {
  const place = await existing(params.placeId)
  const held = (await readBoundaries([place.id], true)).get(place.id)
  if (held === undefined) throw new Problem('not-found')
  return show(place, held, query.crs)
})

async function locate({ params }: { params: { placeId: PlaceId } }) {
  const place = await readPlace(params.placeId)
  if (place === undefined) throw new Problem('no-such-place')
  return { resource: { kind: 'place', id: place.id, lineage: lineageOf(place.path) }, loaded: place }
}

export const setBoundary = endpoint(routes.setBoundary, {
  locate,
  handle: async ({ body, actor, now, loaded: place }) => {
    if (!levelsWithBoundary.includes(place.level) || place.kind === 'road' || place.ended !== undefined)
      throw new Problem('invalid', {
        fields: [{ path: 'path.placeId', message: '只有区县、街道乡镇、社区村和小区可以画边界' }],
      })
    const polygons = readGeometry(body.geometry, body.crs)
    const before = await readBoundaryVersion(place.id)
    const held = before?.drawn === true ? (await readBoundaries([place.id], true)).get(place.id) : undefined
    // Sent again after no answer came: the same boundary.
    if (held !== undefined && JSON.stringify(held.polygons) === JSON.stringify(polygons))
      return show(place, held, body.crs)
    if ((held?.version ?? 0) !== body.version) throw new Problem('changed')
    const area = areaOf(polygons)
    const version = await saveBoundary(place.id, before, { polygons, area }, { at: now, by: actor.id })
    if (version === undefined) throw new Problem('changed')
    return show(place, { place: place.id, version, area, polygons }, body.crs)
  },
})

export const removeBoundary = endpoint(routes.removeBoundary, {
  locate,
  handle: async ({ actor, now, loaded: place }) => {
    const before = await readBoundaryVersion(place.id)
    if (before === undefined || !before.drawn) return {}
    const version = await saveBoundary(place.id, before, undefined, { at: now, by: actor.id })
    if (version === undefined) throw new Problem('changed')
    return {}
  },
})

const pageSize = 20

/** The children are listed 100 at a time, and their boundaries 20 at a time: a position says which hundred, and where in it. */
export const boundaries = endpoint(routes.boundaries, async ({ params, query }) => {
  await existing(params.placeId)
  const { part: start, from } = splitPosition(query.cursor)
  const children = await readChildren(params.placeId, from)
  const items: BoundaryReply[] = []
  let index = start
  while (index < children.items.length && items.length < pageSize) {
    const some = children.items.slice(index, index + pageSize - items.length)
    const found = await readBoundaries(some.map(({ id }) => id))
    for (const child of some) {
      const held = found.get(child.id)
      if (held !== undefined) items.push(show(child, held, query.crs))
    }
    index += some.length
  }
  const next =
    index < children.items.length
      ? joinPosition(index, from)
      : children.next === undefined
        ? undefined
        : joinPosition(0, children.next)
  return { items, ...(next === undefined ? {} : { next }) }
})

/** What one call compares: more is asked for a level further down. */
const reportLimits = { children: 300, points: 30_000 } as const

export const overlaps = endpoint(routes.overlaps, async ({ params, query }) => {
  const place = await existing(params.placeId)
  const { crs } = query
  const children = await childrenOf(place.id)
  if (children.length > reportLimits.children)
    throw new Problem('invalid', { detail: `下级超过 ${reportLimits.children} 个，请到下一级查看边界的重叠与空白。` })
  const held = await readBoundaries([place.id, ...children.map(({ id }) => id)])
  const bounded = children.flatMap((child) => {
    const polygons = held.get(child.id)?.polygons
    return polygons === undefined ? [] : [{ place: named(child), polygons }]
  })
  if (bounded.flatMap(({ polygons }) => polygons.flat(2)).length > reportLimits.points)
    throw new Problem('invalid', { detail: '下级的边界加起来点数太多，请简化边界后再查看重叠与空白。' })
  const fit = fitOf(held.get(place.id)?.polygons, bounded)
  const drawn = new Set(bounded.map((one) => one.place.id))
  return {
    without: children.filter(({ id }) => !drawn.has(id)).map(named),
    overlaps: fit.overlaps.map(({ one, other, area, polygons }) => ({
      one,
      other,
      area,
      geometry: geometryOf(polygons, crs),
    })),
    ...(fit.gaps === undefined
      ? {}
      : { gaps: fit.gaps.map(({ area, polygons }) => ({ area, geometry: geometryOf(polygons, crs) })) }),
    outside: fit.outside.map(({ place: child, area, polygons }) => ({
      place: child,
      area,
      geometry: geometryOf(polygons, crs),
    })),
    crs,
  }
})
