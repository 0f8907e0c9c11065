import { type HistoryEntryReply, hierarchyRoutes } from '@zmht/shared/contract'
import { type PlaceId, placeTail } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { readJob } from '../../platform/job.store'
import { startJob } from '../../platform/jobs'
import { showJob } from '../../platform/show-job'
import { importKind } from '../import'
import { countedNow } from '../index'
import { allPlaces } from '../measures'
import { type HistoryEntry, readAliases, readHistory } from '../operation.store'
import { pastChildren, pastLineage, readPast } from '../past'
import {
  cardOf,
  findChildren,
  type Place,
  readByCode,
  readChildren,
  readPlace,
  readRoots,
  readSubtree,
} from '../place.store'
import { namesBelow, showPlace } from '../show'

const routes = hierarchyRoutes

async function found(id: PlaceId): Promise<Place> {
  const place = await readPlace(id)
  if (place === undefined) throw new Problem('not-found')
  return place
}

export const roots = endpoint(routes.roots, async () => ({ items: (await readRoots()).map(cardOf) }))

export const place = endpoint(routes.place, async ({ params, query }) => {
  if (query.at === undefined) return showPlace(await found(params.placeId))
  const past = await readPast(params.placeId, query.at)
  if (past === undefined) throw new Problem('not-found')
  const lineage = await pastLineage(past, query.at)
  const { hasChildren } = await found(params.placeId)
  const { id, name, level, kind, code } = past
  return {
    id,
    name,
    level,
    kind,
    hasChildren,
    ...(code === undefined ? {} : { code }),
    lineage: lineage.map((one) => ({ id: one.id, name: one.name, level: one.level })),
    tail: placeTail(lineage),
  }
})

export const byCode = endpoint(routes.byCode, async ({ params }) => {
  const id = await readByCode(params.code.padEnd(12, '0'))
  if (id === undefined) throw new Problem('not-found')
  return showPlace(await found(id))
})

/** What stands for a place today: itself, or, when it ended, its successors. */
async function today(id: PlaceId, depth = 0): Promise<Place[]> {
  const place = await readPlace(id)
  if (place === undefined || depth > 8) return []
  if (place.ended === undefined || place.ended.into.length === 0) return [place]
  return (await Promise.all(place.ended.into.map((one) => today(one, depth + 1)))).flat()
}

export const resolve = endpoint(routes.resolve, async ({ query }) => {
  const code = query.code?.padEnd(12, '0')
  const value = code ?? query.name
  if (value === undefined)
    throw new Problem('invalid', { fields: [{ path: 'query', message: '请填写名称或区划代码' }] })
  const current = code === undefined ? undefined : await readByCode(code)
  const items = []
  if (current !== undefined) for (const one of await today(current)) items.push({ place: await showPlace(one) })
  for (const { place: former, until } of await readAliases(value)) {
    for (const one of await today(former)) {
      if (items.some((item) => item.place.id === one.id)) continue
      items.push({ place: await showPlace(one), former: { name: value, until } })
    }
  }
  return { items }
})

export const children = endpoint(routes.children, async ({ params, query }) => {
  await found(params.placeId)
  if (query.at !== undefined) return { items: await pastChildren(params.placeId, query.at) }
  if (query.starts !== undefined && query.starts !== '')
    return { items: await findChildren(params.placeId, query.starts) }
  return readChildren(params.placeId, query.cursor)
})

export const subtree = endpoint(routes.subtree, async ({ params, query }) => {
  const root = await found(params.placeId)
  const { items, next } = await readSubtree(root, query.level, query.cursor)
  return {
    items: await Promise.all(
      items.map(async ({ path, ...card }) => ({ ...card, names: await namesBelow(path, root.path) })),
    ),
    ...(next === undefined ? {} : { next }),
  }
})

export const counts = endpoint(routes.counts, async ({ params }) => {
  await found(params.placeId)
  const counted = await countedNow(allPlaces, params.placeId)
  return {
    groups: { ...counted.total },
    children: counted.children
      .filter(({ groups }) => Object.keys(groups).length > 0)
      .map(({ place: id, groups }) => ({ id, groups: { ...groups } })),
  }
})

export const history = endpoint(routes.history, async ({ params }) => {
  await found(params.placeId)
  const entries = await readHistory(params.placeId)
  return { items: await Promise.all(entries.map(showEntry)) }
})

async function named(id: PlaceId) {
  const one = await readPlace(id)
  return { id, name: one?.name ?? '', level: one?.level ?? ('community' as const) }
}

async function showEntry(entry: HistoryEntry): Promise<HistoryEntryReply> {
  const { operation, kind, date, reason, document, byName, before, after } = entry
  const { parent: left, ...was } = before
  const { parent, into, ...is } = after
  return {
    operation: { id: operation, kind, date, reason, by: byName, ...(document === undefined ? {} : { document }) },
    before: { ...was, ...(left === undefined ? {} : { parent: await named(left) }) },
    after: {
      ...is,
      ...(parent === undefined ? {} : { parent: await named(parent) }),
      ...(into === undefined ? {} : { into: await Promise.all(into.map(named)) }),
    },
  }
}

export const importProvince = endpoint(routes.importProvince, async ({ params, body, actor }) =>
  showJob(
    await startJob({
      id: params.jobId,
      kind: importKind,
      input: { province: body.province },
      by: actor.id,
      message: '等待开始',
    }),
  ),
)

export const importProgress = endpoint(routes.importProgress, async ({ params }) => {
  const job = await readJob(params.jobId)
  if (job === undefined) throw new Problem('not-found')
  return showJob(job)
})
