import type { EffectsReply } from '@zmht/shared/contract'
import type { Change } from '@zmht/shared/knowledge'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'

export interface Check {
  readonly run: () => Promise<void>
  readonly busy: boolean
  readonly error: unknown
  /** What was found, and the changes it was found for. */
  readonly found: { readonly changes: readonly Change[]; readonly effects: EffectsReply } | undefined
  /** Something was changed since. */
  readonly outdated: boolean
}

/** Asks what changes would affect; nothing is saved. */
export function useCheck(changes: readonly Change[]): Check {
  const [found, setFound] = useState<Check['found']>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const latest = useRef(0)
  const run = async () => {
    const mine = ++latest.current
    setBusy(true)
    setError(undefined)
    try {
      const effects = await api.knowledge.check({ body: { changes: [...changes] } })
      if (mine === latest.current) setFound({ changes, effects })
    } catch (problem) {
      if (mine === latest.current) setError(problem)
    } finally {
      if (mine === latest.current) setBusy(false)
    }
  }
  const outdated = found !== undefined && JSON.stringify(found.changes) !== JSON.stringify(changes)
  return { run, busy, error, found, outdated }
}
