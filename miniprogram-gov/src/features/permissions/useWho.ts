import { type Paged, usePaged } from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { aboutOf, classOf, type Question } from './question'
import type { WhoReply } from './resources'

type Query = NonNullable<ReturnType<typeof aboutOf>> & ReturnType<typeof classOf> & Pick<Question, 'action'>

/** Who may do what is asked about, page by page, and what is counted of all of them. */
export function useWho(question: Question): {
  readonly paged: Paged<WhoReply['items'][number]>
  readonly summary: WhoReply | undefined
} {
  const [counted, setCounted] = useState<{ readonly key: string; readonly reply: WhoReply }>()
  const about = aboutOf(question)
  const key = about === undefined ? '' : JSON.stringify({ ...about, ...classOf(question), action: question.action })
  const load = useCallback(
    async (cursor: string | undefined) => {
      if (key === '') return { items: [] }
      const query: Query = JSON.parse(key) // what was written above: asked again only when it reads otherwise
      const reply = await api.permissions.whoMay({ query: { ...query, ...(cursor === undefined ? {} : { cursor }) } })
      if (cursor === undefined) setCounted({ key, reply })
      return reply
    },
    [key],
  )
  return { paged: usePaged(load), summary: counted?.key === key ? counted.reply : undefined }
}
