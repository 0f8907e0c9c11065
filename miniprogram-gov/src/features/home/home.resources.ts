import type { HomeReply } from '@zmht/shared/contract'
import { createResource, nowInstant } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** What is new, what waits, what is to be decided, and how the page is arranged. */
export const homeOf = createResource<HomeReply>(() => api.overview.home())

/** What was opened is no longer new; should this not arrive, it is told again. */
export function opened(home: HomeReply, key: string): void {
  homeOf.put('mine', { ...home, news: { ...home.news, items: home.news.items.filter((one) => one.key !== key) } })
  void api.overview.seeNews({ body: { keys: [key] } }).catch(() => undefined)
}

/** Everything that came until now was looked at. */
export async function sawAll(): Promise<void> {
  await api.overview.seeNews({ body: { keys: [], until: nowInstant() } })
  await homeOf.refresh('mine')
}
