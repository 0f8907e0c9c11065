import { useEffect, useState } from 'react'
import { nowInstant } from '../format/when'

/** The present, moving on each minute, for times said relative to it. */
export function useNow(): string {
  const [now, setNow] = useState(nowInstant)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowInstant()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
