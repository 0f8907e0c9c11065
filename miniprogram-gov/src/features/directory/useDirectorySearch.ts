import type { FoundPerson } from '@zmht/shared/contract'
import { type Paged, usePaged } from '@zmht/shared/ui'
import { useCallback, useEffect, useState } from 'react'
import { api } from '@/lib/api'

/** Typing goes on within so many milliseconds: nothing is asked yet. */
const pause = 250

export interface NamedOrganisation {
  readonly id: string
  readonly name: string
}

export interface DirectorySearch {
  /** What is looked for: what was typed a moment ago. */
  readonly words: string
  readonly people: Paged<FoundPerson>
  readonly organisations: readonly NamedOrganisation[]
  /** How many people there are in all. */
  readonly count: number
}

const nothing = { organisations: [], count: 0 } as const

/** People and organisations by what is being typed. */
export function useDirectorySearch(text: string): DirectorySearch {
  const typed = text.trim().slice(0, 30)
  const [words, setWords] = useState(typed)
  const [rest, setRest] = useState<Pick<DirectorySearch, 'organisations' | 'count'>>(nothing)
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed), pause)
    return () => clearTimeout(timer)
  }, [typed])
  const people = usePaged<FoundPerson>(
    useCallback(
      async (cursor: string | undefined) => {
        if (words === '') return { items: [] }
        const reply = await api.permissions.searchDirectory({
          query: { q: words, ...(cursor === undefined ? {} : { cursor }) },
        })
        if (cursor === undefined) setRest({ organisations: reply.organisations, count: reply.count })
        return { items: reply.people, ...(reply.next === undefined ? {} : { next: reply.next }) }
      },
      [words],
    ),
  )
  return { words, people, ...rest }
}
