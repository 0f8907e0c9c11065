import type { FoundEntityReply } from '@zmht/shared/contract'
import type { LedgerKind } from '@zmht/shared/ledgers'
import { type Paged, usePaged } from '@zmht/shared/ui'
import { useCallback, useEffect, useState } from 'react'
import { api } from '@/lib/api'

/** How long nothing is typed before it is looked for. */
const pause = 300
/** The contract takes no more. */
const mostTyped = 40

export interface EntitySearch {
  /** What the answers are for; while it differs from what is typed, they are still under way. */
  readonly words: string
  readonly paged: Paged<FoundEntityReply>
}

/**
 * People, organisations, things and places inside the reader's places by what is typed.
 * @param kind only such
 */
export function useEntitySearch(typed: string, kind?: LedgerKind): EntitySearch {
  const [words, setWords] = useState(typed.trim().slice(0, mostTyped))
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim().slice(0, mostTyped)), pause)
    return () => clearTimeout(timer)
  }, [typed])
  const paged = usePaged<FoundEntityReply>(
    useCallback(
      async (cursor: string | undefined) =>
        words === ''
          ? { items: [] }
          : api.ledgers.search({
              query: {
                words,
                ...(kind === undefined ? {} : { kind }),
                ...(cursor === undefined ? {} : { cursor }),
              },
            }),
      [words, kind],
    ),
  )
  return { words, paged }
}
