import type { FoundGroupReply } from '@zmht/shared/contract'
import { useCallback, useEffect, useState } from 'react'
import { api } from '@/lib/api'

/** Typing goes on within so many milliseconds: nothing is asked yet. */
const pause = 250
/** The contract takes no more. */
const mostTyped = 40

interface Answer {
  readonly words: string
  readonly groups: readonly FoundGroupReply[]
  readonly error?: unknown
}

export interface Finding {
  /** What is looked for; empty: nothing. */
  readonly words: string
  /** Absent while it is under way: what was found for other words is not shown for these. */
  readonly groups: readonly FoundGroupReply[] | undefined
  readonly error: unknown
  readonly again: () => void
}

/** Whatever an official may see, by what is being typed; an answer that comes too late is dropped. */
export function useFind(typed: string): Finding {
  const words = typed.trim().slice(0, mostTyped)
  const [answer, setAnswer] = useState<Answer>()
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks again
  useEffect(() => {
    if (words === '') return
    let isLate = false
    const ask = async () => {
      try {
        const { groups } = await api.overview.found({ query: { words } })
        if (!isLate) setAnswer({ words, groups })
      } catch (error) {
        if (!isLate) setAnswer({ words, groups: [], error })
      }
    }
    const timer = setTimeout(() => void ask(), pause)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [words, turn])
  const again = useCallback(() => {
    setAnswer(undefined)
    setTurn((before) => before + 1)
  }, [])
  const isCurrent = answer !== undefined && answer.words === words
  return { words, groups: isCurrent ? answer.groups : undefined, error: isCurrent ? answer.error : undefined, again }
}
