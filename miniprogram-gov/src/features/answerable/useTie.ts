import { type EntityReply, mintStepKey } from '@zmht/shared/contract'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'

interface Tie {
  readonly type: string
  readonly other: string
  readonly facts: readonly { readonly attribute: string; readonly value: string | number }[]
}

/** Says relations of an entity to places, with what is said of them. The same said again is the same step. */
export function useTie(entity: EntityReply, onDone: (entity: EntityReply) => void) {
  const step = useRef({ words: '', key: '' })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const tell = async (ties: readonly Tie[]) => {
    const words = JSON.stringify(ties)
    if (step.current.words !== words) step.current = { words, key: mintStepKey() }
    setBusy(true)
    setError(undefined)
    try {
      const links = ties.map(({ facts, ...rest }) => ({ ...rest, direction: 'forward' as const, facts: [...facts] }))
      onDone(
        await api.ledgers.correct({
          params: { entityId: entity.id },
          body: { key: step.current.key, facts: [], links },
        }),
      )
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return { tell, busy, error }
}
