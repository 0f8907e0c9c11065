import { isPlaceId, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { countedNow, findPlace } from '../../hierarchy/index'
import { type Drift, driftOf, note } from '../../platform/stream/drift'
import { everyItem } from '../../platform/table/scan'
import { readers, receiptsOf } from './measures'

async function lineageNow(path: unknown): Promise<readonly PlaceId[]> {
  const last = typeof path === 'string' ? lineageOf(path as PlacePath).at(-1) : undefined // a path, or none
  return last !== undefined && isPlaceId(last) ? ((await findPlace(last))?.lineage ?? []) : []
}

const saidOf = async (measure: string, place: PlaceId): Promise<ReadonlyMap<string, number>> =>
  new Map(Object.entries((await countedNow(measure, place)).total))

/** Receipts counted one by one, and people with an account once at every place they have a home in, against what the measures say. */
export async function* recountNotices(): AsyncGenerator<Drift> {
  const notices = new Map<string, Map<PlaceId, Map<string, number>>>()
  for await (const { noticeId, path, chosen } of everyItem('noticeReceipt')) {
    const id = String(noticeId)
    const counted = notices.get(id) ?? new Map<PlaceId, Map<string, number>>()
    notices.set(id, counted)
    const lineage = await lineageNow(path)
    for (const group of ['read', ...(Array.isArray(chosen) ? ['answered', ...chosen.map(String)] : [])])
      note(counted, lineage, group)
  }
  for (const [id, counted] of notices) {
    const measure = receiptsOf(id)
    yield driftOf({ measure, name: `通知 ${id} 的阅读` }, counted, [], (place) => saidOf(measure, place))
  }
  const accounts = new Map<PlaceId, Map<string, number>>()
  for await (const { first, second } of everyItem('reader')) {
    const lineages = await Promise.all([first, second].map(lineageNow))
    note(accounts, [...new Set(lineages.flat())], 'all')
  }
  yield driftOf({ measure: readers, name: '有账号的居民' }, accounts, [], (place) => saidOf(readers, place))
}
