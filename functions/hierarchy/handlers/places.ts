import { contract } from '@zmht/shared/contract'
import { placeTail } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { readJob } from '../../platform/job.store'
import { startJob } from '../../platform/jobs'
import { importKind } from '../import'
import {
  type Place,
  type PlaceCard,
  readByCode,
  readChildren,
  readLineage,
  readPlace,
  readRoots,
  readSubtree,
} from '../place.store'

const routes = contract.hierarchy

const cardOf = ({ id, name, level, kind, code, hasChildren }: PlaceCard): PlaceCard => ({
  id,
  name,
  level,
  kind,
  ...(code === undefined ? {} : { code }),
  hasChildren,
})

async function withLineage(place: Place | undefined) {
  if (place === undefined) throw new Problem('not-found')
  const lineage = await readLineage(place.path)
  return { ...cardOf(place), lineage, tail: placeTail(lineage) }
}

export const roots = endpoint(routes.roots, async () => ({ items: (await readRoots()).map(cardOf) }))

export const place = endpoint(routes.place, async ({ params }) => withLineage(await readPlace(params.placeId)))

export const byCode = endpoint(routes.byCode, async ({ params }) => {
  const id = await readByCode(params.code.padEnd(12, '0'))
  return withLineage(id === undefined ? undefined : await readPlace(id))
})

export const children = endpoint(routes.children, async ({ params, query }) => {
  if ((await readPlace(params.placeId)) === undefined) throw new Problem('not-found')
  return readChildren(params.placeId, query.cursor)
})

export const subtree = endpoint(routes.subtree, async ({ params, query }) => {
  const root = await readPlace(params.placeId)
  if (root === undefined) throw new Problem('not-found')
  return readSubtree(root, query.level, query.cursor)
})

export const importProvince = endpoint(routes.importProvince, async ({ params, body, actor }) => {
  const job = await startJob({
    id: params.jobId,
    kind: importKind,
    input: { province: body.province },
    by: actor.id,
    message: '等待开始',
  })
  return { id: job.id, kind: job.kind, state: job.state, done: job.done, total: job.total, message: job.message }
})

export const importProgress = endpoint(routes.importProgress, async ({ params }) => {
  const job = await readJob(params.jobId)
  if (job === undefined) throw new Problem('not-found')
  return { id: job.id, kind: job.kind, state: job.state, done: job.done, total: job.total, message: job.message }
})
