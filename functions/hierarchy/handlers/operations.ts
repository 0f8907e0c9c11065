import { hierarchyRoutes, type OperationBody, type OperationReply } from '@zmht/shared/contract'
import { lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { now } from '../../platform/clock'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { readJob } from '../../platform/job.store'
import { consequencesOf } from '../domain/consequences'
import { decidedAt, isDivision, planOperation } from '../domain/operation'
import { countedNow } from '../index'
import { allPlaces } from '../measures'
import { type Operation, readOperation } from '../operation.store'
import { operate as carryOut, jobOf, namedIn, prepare } from '../operations'
import { type Place, readLineage, readPlace } from '../place.store'

const routes = hierarchyRoutes

async function locate({ params }: { params: { placeId: PlaceId } }) {
  const place = await readPlace(params.placeId)
  if (place === undefined) throw new Problem('not-found')
  return { resource: { kind: 'place', id: place.id, lineage: lineageOf(place.path) }, loaded: place }
}

async function mayReorganise(actor: Official, place: Place, body: OperationBody): Promise<void> {
  const action = isDivision(place.level) ? 'hierarchy.reorganise' : 'hierarchy.write'
  const named = (await Promise.all(namedIn(body).map(readPlace))).flatMap((one) =>
    one === undefined ? [] : [one.path],
  )
  for (const lineage of decidedAt(place, named))
    await allowed(actor, action, { kind: 'place', id: place.id, lineage }, now())
}

/** 「社区书记 李立春」 */
const nameOf = (actor: Official): string => [actor.posts[0]?.title, actor.name].filter(Boolean).join(' ')

export const operate = endpoint(routes.operate, {
  locate,
  handle: async ({ params, body, actor, loaded }) => {
    await mayReorganise(actor, loaded, body)
    return show(await carryOut(params.operationId, params.placeId, body, { id: actor.id, name: nameOf(actor) }))
  },
})

export const operation = endpoint(routes.operation, async ({ params }) => {
  const found = await readOperation(params.operationId)
  if (found === undefined || found.place !== params.placeId) throw new Problem('not-found')
  return show(found)
})

async function show(operation: Operation): Promise<OperationReply> {
  const { id, body, state, at, byName, obstacles } = operation
  const [place, job] = await Promise.all([readPlace(operation.place), readJob(jobOf(id))])
  const message =
    state === 'scheduled'
      ? `${body.date} 起生效`
      : state === 'refused'
        ? `到生效日时不能调整：${(obstacles ?? []).join('；')}`
        : (job?.message ?? '已生效')
  return {
    id,
    kind: body.kind,
    place: { id: operation.place, name: place?.name ?? '', level: place?.level ?? 'community' },
    state,
    date: body.date,
    ...(at === undefined ? {} : { at }),
    reason: body.reason,
    ...(body.document === undefined ? {} : { document: body.document }),
    by: byName,
    message,
    done: job?.done ?? 0,
    total: job?.total ?? 0,
  }
}

const nowhere = '2000-01-01T00:00:00.000Z'

export const consequences = endpoint(routes.consequences, {
  locate,
  handle: async ({ params, body, actor, loaded }) => {
    await mayReorganise(actor, loaded, body)
    const { place, surroundings, obstacles } = await prepare(params.placeId, body)
    const names = async (path: PlacePath) => (await readLineage(path)).map(({ name }) => name)
    const before = await names(place.path)
    const [places, requests] = await Promise.all(
      [allPlaces, 'requests'].map(async (measure) => (await countedNow(measure, place.id)).total),
    )
    const inside = { ...places }
    const requestCount = Object.values(requests ?? {}).reduce((sum, one) => sum + one, 0)
    const reply = { before, inside, requests: requestCount, obstacles: [...obstacles] }
    if (obstacles.length > 0) return { ...reply, after: before, follows: [] }
    const plan = planOperation(
      body,
      place,
      surroundings,
      { operation: 'preview', sequence: 0, at: nowhere },
      body.kind === 'split' ? body.parts.map(() => place.id) : [],
    )
    const own = plan.relocations.find(({ from }) => from.path === place.path)
    const above = own === undefined ? before.slice(0, -1) : (await names(own.self.path)).slice(0, -1)
    const after = [...above, body.kind === 'rename' ? body.name : place.name]
    const targets = [...surroundings.named.values()].map(({ name }) => name)
    return { ...reply, after, follows: consequencesOf(body, place, targets, inside, requestCount) }
  },
})
