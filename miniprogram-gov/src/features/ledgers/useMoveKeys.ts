import { useEffect, useId, useRef } from 'react'

/**
 * On h5: Alt+↑ and Alt+↓ move the item of a list that has the focus; items carry `data-position`.
 * @returns the id to be given to the list
 */
export function useMoveKeys(move: (from: number, to: number) => void): string {
  const id = useId()
  const latest = useRef(move)
  latest.current = move
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
      if (!event.altKey || step === 0 || !(target instanceof HTMLElement)) return
      const item = target.closest<HTMLElement>('[data-position]')
      const list = document.getElementById(id)
      if (item === null || list === null || !list.contains(item)) return
      event.preventDefault()
      const from = Number(item.dataset.position)
      latest.current(from, from + step)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [id])
  return id
}
