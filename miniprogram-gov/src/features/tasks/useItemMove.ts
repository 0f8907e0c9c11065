import type { BodyOf, Contract } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'
import { useIntent } from '../requests/intent'
import { itemOf } from './resources'

export type Moving = BodyOf<Contract['tasks']['moveItem']>['action']

/**
 * Moves an item, and shows it as it is then.
 * @returns `move`, which gives whether it was done; which step is under way; what stood in the way
 */
export function useItemMove(itemId: string) {
  const [busy, setBusy] = useState<Moving>()
  const [error, setError] = useState<unknown>()
  const asked = useRef<{ readonly action: Moving; readonly note?: string }>({ action: 'claim' })
  const send = useIntent((key) => api.tasks.moveItem({ params: { itemId }, body: { key, ...asked.current } }))
  const move = async (action: Moving, note?: string): Promise<boolean> => {
    asked.current = { action, ...(note === undefined ? {} : { note }) }
    setBusy(action)
    setError(undefined)
    try {
      itemOf.put(itemId, await send())
      return true
    } catch (problem) {
      setError(problem)
      if (problem instanceof Problem && problem.code === 'step-not-allowed') void itemOf.refresh(itemId)
      return false
    } finally {
      setBusy(undefined)
    }
  }
  return { move, busy, error }
}
