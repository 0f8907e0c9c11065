import type { PlacePath } from '@zmht/shared/geo'
import { ended } from '@zmht/shared/rules'
import { readPage } from '../platform/table/page'
import { type RequestCard, requestItem } from './request.store'

const pageSize = 20

export async function requestsOfResident(
  resident: string,
  cursor: string | undefined,
): Promise<{ items: (RequestCard & { id: string })[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    requestItem().query.mine({ resident }).go({ cursor: from, limit: pageSize, order: 'desc' }),
  )
  return { items: data.map(({ id, card }) => ({ id, ...card })), ...(next === null ? {} : { next }) }
}

/** So many pages are looked through for what still runs, and so much of it is told. */
const mostPages = 5
const mostRunning = 5

/** What a resident has asked for of one channel and is under way, the newest first, among their last hundred requests. */
export async function runningOf(
  resident: string,
  channelId: string,
): Promise<Pick<RequestCard & { id: string }, 'id' | 'number' | 'state'>[]> {
  const found: Pick<RequestCard & { id: string }, 'id' | 'number' | 'state'>[] = []
  let from: string | undefined
  for (let pages = 0; pages < mostPages; pages++) {
    const { items, next } = await requestsOfResident(resident, from)
    for (const { id, number, state, channelId: of } of items)
      if (of === channelId && !ended.includes(state)) found.push({ id, number, state })
    if (next === undefined || found.length >= mostRunning) break
    from = next
  }
  return found.slice(0, mostRunning)
}

/** The index gives its own keys with the card: `path#id`. */
function pathOfKey(key: unknown): PlacePath {
  const text = String(key)
  return text.slice(0, text.lastIndexOf('#')) as PlacePath // as the templates write it
}

/** A page of a channel's requests whose copied path begins with a path, by place: the territory is in the key. */
export async function requestsOfChannel(
  channelId: string,
  path: PlacePath,
  cursor: string | undefined,
): Promise<{ items: (RequestCard & { id: string; path: PlacePath })[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    requestItem()
      .query.ofChannel({ channelId })
      .begins({ path })
      .go({ cursor: from, limit: pageSize, data: 'includeKeys' }),
  )
  return {
    items: data.map((item) => ({
      id: item.id,
      path: pathOfKey((item as { gsi2sk?: unknown }).gsi2sk), // asked for with `includeKeys`
      ...item.card,
    })),
    ...(next === null ? {} : { next }),
  }
}

/** The requests of a district whose copied path begins with a path, for whoever rewrites the copies. */
export async function requestsIn(
  district: string,
  path: PlacePath,
  cursor: string | undefined,
  limit: number,
): Promise<{ items: string[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    requestItem().query.inPlace({ district }).begins({ path }).go({ cursor: from, limit }),
  )
  return { items: data.map(({ id }) => id), ...(next === null ? {} : { next }) }
}
