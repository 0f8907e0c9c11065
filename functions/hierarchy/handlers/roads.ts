import { hierarchyRoutes } from '@zmht/shared/contract'
import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import { type FieldProblem, Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { dictionaryFollows } from '../city-dictionary'
import { readPlace } from '../place.store'
import { readSegments, type Segment, saveSegments } from '../road.store'

const routes = hierarchyRoutes

async function road(id: PlaceId) {
  const place = await readPlace(id)
  if (place === undefined || place.kind !== 'road') throw new Problem('not-found')
  return place
}

async function show(segments: readonly Segment[], version: number) {
  const items = await Promise.all(
    segments.map(async (one) => ({ ...one, name: (await readPlace(one.place))?.name ?? '' })),
  )
  return { items, version }
}

export const segments = endpoint(routes.segments, async ({ params }) => {
  await road(params.placeId)
  const held = await readSegments(params.placeId)
  return show(held.segments, held.version)
})

export const setSegments = endpoint(routes.setSegments, {
  locate: async ({ params }) => {
    const place = await road(params.placeId)
    return { resource: { kind: 'place', id: place.id, lineage: lineageOf(place.path) }, loaded: place }
  },
  handle: async ({ params, body, actor, loaded }) => {
    const around = lineageOf(loaded.path).at(-2)
    const wrong: FieldProblem[] = []
    for (const [index, { place, from, to }] of body.items.entries()) {
      const path = `body.items.${index}`
      const found = await readPlace(place)
      if (found === undefined || around === undefined || !lineageOf(found.path).includes(around))
        wrong.push({ path, message: '这一段经过的地点不在道路所在的范围内' })
      if (to < from) wrong.push({ path, message: '门牌的起止号写反了' })
    }
    if (wrong.length > 0) throw new Problem('invalid', { fields: wrong })
    const version = body.version + 1
    if (!(await saveSegments(params.placeId, body.items, version, actor.id))) throw new Problem('changed')
    await dictionaryFollows(params.placeId)
    return show(body.items, version)
  },
})
