import { type Navigation, useStore } from '@zmht/shared/ui'
import { navigation, pages } from '@/lib/navigation'
import { newestRequests } from '../requests/resources'
import type { Resident } from '../session/resident'
import { useKept } from './kept'
import { messages } from './resources'
import { isWaiting, noticeLine, progressLine } from './stream'

/** The tabs, with how much waits to be read as far as it is known. Asks for nothing itself: pages open as fast as before. */
export function useTabs(me: Resident): Navigation {
  const reader = useKept(me.id)
  const notices = useStore(messages.entry('mine')).data?.items ?? []
  const requests = useStore(newestRequests.entry('mine')).data?.items ?? []
  const lines = [...notices.map((one) => noticeLine(one, reader)), ...requests.map((one) => progressLine(one, reader))]
  const badge = lines.filter(isWaiting).length
  return {
    ...navigation,
    entries: navigation.entries.map((entry) => (entry.page === pages.messages ? { ...entry, badge } : entry)),
  }
}
