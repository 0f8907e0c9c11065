import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { type Official, territoriesOf } from '../session/official'
import { type Question, readQuestion, writeQuestion } from './question'

/** What is asked; it stands in the address, so that the link can be sent to a colleague. */
export function useQuestion(me: Official): {
  readonly question: Question
  readonly ask: (part: Partial<Question>) => void
} {
  const { params } = useRouter()
  const [question, set] = useState(() =>
    readQuestion(Object.fromEntries(Object.entries(params).map(([name, word]) => [name, fromAddress(word)])), {
      place: territoriesOf(me)[0]?.id,
      organisation: me.posts[0]?.organisation.id ?? '',
    }),
  )
  const ask = useCallback(
    (part: Partial<Question>) => {
      const next = { ...question, ...part }
      set(next)
      for (const [name, word] of Object.entries(writeQuestion(next))) rememberInAddress(name, word)
    },
    [question],
  )
  return { question, ask }
}
