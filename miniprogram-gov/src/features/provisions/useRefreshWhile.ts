import { useEffect, useRef } from 'react'

const everyMillis = 3000

/** Brings something up to date every few seconds while it is under way on the server. */
export function useRefreshWhile(isUnderWay: boolean, refresh: () => Promise<void>): void {
  const latest = useRef(refresh)
  latest.current = refresh
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => void latest.current(), everyMillis)
    return () => clearInterval(timer)
  }, [isUnderWay])
}
