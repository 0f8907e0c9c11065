import { createStore, useStore } from '../hooks/store'
import { Box } from '../primitives/Box'

const current = createStore<string | undefined>(undefined)
let timer: ReturnType<typeof setTimeout> | undefined

/** A short word after something was done. It goes by itself; what a person must act on does not belong here. */
export function toast(words: string): void {
  clearTimeout(timer)
  current.set(words)
  timer = setTimeout(() => current.set(undefined), 3200)
}

export function ToastHost() {
  const shown = useStore(current)
  return (
    <Box role="status" live="polite" className="z-toast">
      {shown ? <Box className="z-toast__words">{shown}</Box> : null}
    </Box>
  )
}
