import type { RequestReply } from '@zmht/shared/contract'
import { nowInstant } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import type { Plan, Visit } from './plan'

/** More is not walked in a day. */
const most = 120
const atOnce = 6

/** What is open in the official's grids and what they have in hand of tasks, with the number of each who may be called. */
export async function prepare(onProgress: (done: number) => void): Promise<Plan> {
  const requests = await all((cursor) => api.tasks.myWork({ query: cursor === undefined ? {} : { cursor } }))
  const others =
    requests.items.length > 0
      ? requests
      : await all((cursor) => api.tasks.work({ query: cursor === undefined ? {} : { cursor } }))
  const items = await all((cursor) => api.tasks.heldItems({ query: cursor === undefined ? {} : { cursor } }))
  const visits: Visit[] = items.items.map(({ id, title, name, place }) => ({ id, of: 'item', title, who: name, place }))
  for (let from = 0; from < others.items.length; from += atOnce) {
    const some = others.items.slice(from, from + atOnce)
    visits.push(
      ...(await Promise.all(
        some.map(async ({ requestId, title, who, place, due }): Promise<Visit> => {
          const phone = phoneIn(await api.channels.request({ params: { requestId } }))
          return { id: requestId, of: 'request', title, who, place, due, ...(phone === undefined ? {} : { phone }) }
        }),
      )),
    )
    onProgress(from + some.length)
  }
  return { at: nowInstant(), visits, more: others.more || items.more }
}

async function all<One>(
  read: (cursor: string | undefined) => Promise<{ readonly items: readonly One[]; readonly next?: string }>,
): Promise<{ readonly items: readonly One[]; readonly more: boolean }> {
  const items: One[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined && items.length < most)
  return { items: items.slice(0, most), more: cursor !== undefined || items.length > most }
}

/** The first number whoever prepares this may call: the resident's own stands first in a form. */
function phoneIn({ answers }: RequestReply): string | undefined {
  return answers.flatMap((part) => part.items).find((item) => item.call !== undefined)?.call
}
