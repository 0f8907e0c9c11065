import type { Contract, ReplyOf } from '@zmht/shared/contract'
import { type Paged, usePaged } from '@zmht/shared/ui'
import { useCallback, useEffect, useState } from 'react'
import { api } from '@/lib/api'

type Reply = ReplyOf<Contract['permissions']['searchDirectory']>
export type FoundPerson = Reply['people'][number]
export type FoundOrganisation = Reply['organisations'][number]

export interface FoundOne {
  readonly id: string
  readonly name: string
  readonly detail: string
}

/** How long nothing is typed before it is looked for. */
const pause = 300

const personWords = ({ posts, away }: FoundPerson) =>
  [
    posts.map(({ title, organisation }) => `${organisation.name} ${title}`).join('，') || '现在没有岗位',
    away && `${away} 回来`,
  ]
    .filter(Boolean)
    .join('，')

/** People or organisations of the directory by what is typed. */
export function useFound(
  of: 'people' | 'organisations',
  typed: string,
): { readonly words: string; readonly paged: Paged<FoundOne> } {
  const [words, setWords] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim().slice(0, 30)), pause)
    return () => clearTimeout(timer)
  }, [typed])
  const paged = usePaged<FoundOne>(
    useCallback(
      async (cursor: string | undefined) => {
        if (words === '') return { items: [] }
        const reply = await api.permissions.searchDirectory({
          query: { q: words, ...(cursor === undefined ? {} : { cursor }) },
        })
        const items =
          of === 'people'
            ? reply.people.map((one) => ({ id: one.id, name: one.name, detail: personWords(one) }))
            : reply.organisations.map(({ id, name }) => ({ id, name, detail: '' }))
        return { items, ...(reply.next === undefined || of === 'organisations' ? {} : { next: reply.next }) }
      },
      [words, of],
    ),
  )
  return { words, paged }
}
