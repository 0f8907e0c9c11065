import { useCallback, useEffect, useRef } from 'react'

/** What follows from a write is there a moment later: milliseconds after which they are read again. */
const pauses = [1_500, 4_000, 9_000] as const

/** @returns reads some times more in the next seconds, so that what was just done is seen without pressing anything */
export function useAgain(read: () => void): () => void {
  const latest = useRef(read)
  latest.current = read
  const timers = useRef<readonly ReturnType<typeof setTimeout>[]>([])
  const stop = useCallback(() => timers.current.forEach(clearTimeout), [])
  useEffect(() => stop, [stop])
  return useCallback(() => {
    stop()
    timers.current = pauses.map((pause) => setTimeout(() => latest.current(), pause))
  }, [stop])
}
