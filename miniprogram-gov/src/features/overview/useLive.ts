import { useEffect, useRef } from 'react'
import { api } from '@/lib/api'
import { useEvery } from '@/lib/useEvery'
import { placeIdIn } from '../home/resources'

/** How often an open board asks whether a number changed, in milliseconds: together with what it then reads it is in sight within two seconds. */
const pause = 1000

/** Reads a board again whenever one of its numbers changed. What is asked each second is a mark of a few bytes; a failure is asked again a second later. */
export function useLive(
  place: string,
  month: string | undefined,
  mark: string | undefined,
  reload: () => Promise<void>,
): void {
  const seen = useRef<string>()
  const asking = useRef(false)
  // The mark of what is shown is the first to compare with; of another place it is another.
  useEffect(() => {
    if (mark !== undefined) seen.current = mark
  }, [mark])
  useEvery(pause, () => {
    if (asking.current || seen.current === undefined) return
    asking.current = true
    void (async () => {
      try {
        const now = await api.overview.mark({ query: { place: placeIdIn(place), ...(month ? { month } : {}) } })
        if (now.mark === seen.current) return
        seen.current = now.mark
        await reload()
      } catch {
        // The page stays as it is; the next second asks again.
      } finally {
        asking.current = false
      }
    })()
  })
}
