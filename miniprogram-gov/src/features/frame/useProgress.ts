import { useEffect, useRef, useState } from 'react'

/** How often progress is asked for where nothing else is said, in milliseconds. */
const interval = 1200

export interface Progress<T> {
  readonly value: T | undefined
  readonly error: unknown
}

/**
 * Asks again and again how far something is, until it has ended. `load` may change without starting anew; `key` starts anew, and
 * nothing is asked while it is undefined. A failed look is repeated: the work itself goes on on the server.
 */
export function useProgress<T>(
  key: string | undefined,
  load: () => Promise<T>,
  ended: (value: T) => boolean,
  /** In milliseconds. */
  every = interval,
): Progress<T> {
  const [state, setState] = useState<Progress<T>>({ value: undefined, error: undefined })
  const latest = useRef({ load, ended })
  latest.current = { load, ended }
  useEffect(() => {
    setState({ value: undefined, error: undefined })
    if (key === undefined) return
    let here = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      let again = true
      try {
        const value = await latest.current.load()
        if (!here) return
        setState({ value, error: undefined })
        again = !latest.current.ended(value)
      } catch (error) {
        if (here) setState((before) => ({ value: before.value, error }))
      }
      if (here && again) timer = setTimeout(() => void look(), every)
    }
    void look()
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [key, every])
  return state
}
