import { type DecisionBody, type EntityReply, mintStepKey } from '@zmht/shared/contract'
import { toast } from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'

type Without<T> = T extends unknown ? Omit<T, 'key'> : never
/** A decision before it is sent: its key is made once, so that trying again is the same decision. */
export type Decision = Without<DecisionBody>

export interface Decisions {
  /** What is being sent, in the words it was named by. */
  readonly busy: string | undefined
  readonly error: unknown
  readonly decide: (name: string, decision: Decision, done: string) => Promise<void>
}

/** Sends decisions on one entity; the entity as it is then replaces what is shown. */
export function useDecisions(entityId: string, onDecided: (entity: EntityReply) => void): Decisions {
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<unknown>()
  const keys = useRef(new Map<string, string>())
  const decide = async (name: string, decision: Decision, done: string) => {
    const key = keys.current.get(name) ?? mintStepKey()
    keys.current.set(name, key)
    setBusy(name)
    setError(undefined)
    try {
      onDecided(await api.ledgers.decide({ params: { entityId }, body: { ...decision, key } }))
      toast(done)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }
  return { busy, error, decide }
}
