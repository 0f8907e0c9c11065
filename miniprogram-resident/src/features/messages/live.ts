import { useDidHide, useDidShow } from '@tarojs/taro'
import { type SessionState, toast } from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { api } from '@/lib/api'
import { useCurrentHome } from '../homes/currentHome'
import { followNews, type Renewed } from './follow'
import { kept } from './kept'
import { messages } from './resources'
import { isMuted } from './stream'

/** What was asked about last, by community: still known when the application comes back into sight. */
const marks = new Map<string, string>()

/** While the application is in sight and somebody is signed in, what is published for their community comes by itself. */
export function useLiveMessages(state: SessionState): void {
  const me = state.status === 'in' && state.me.kind === 'resident' ? state.me : undefined
  const person = me?.id
  const place = useCurrentHome(me)?.communityId
  const [visible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  useEffect(() => {
    if (person === undefined || place === undefined || !visible) return
    const key = `${person} ${place}`
    return followNews({
      known: marks.get(key),
      ask: async () => (await api.channels.news({ params: { placeId: place } })).mark,
      renew: () => renew(person),
      keep: (mark) => marks.set(key, mark),
    })
  }, [person, place, visible])
}

/** Asks for the list and says what has come, wherever in the application they are. */
async function renew(person: string): Promise<Renewed> {
  const store = messages.entry('mine')
  const before = store.get().data
  await messages.refresh('mine')
  const { data, error } = store.get()
  if (data === undefined || error !== undefined) return 'failed'
  const told = new Set(before?.items.map(({ id, revision, withdrawn }) => `${id} ${revision} ${withdrawn ?? ''}`))
  const come = data.items.filter(({ id, revision, withdrawn }) => !told.has(`${id} ${revision} ${withdrawn ?? ''}`))
  if (come.length === 0 && before?.items.length === data.items.length) return 'same'
  const { muted } = kept(person)
  const [first] = before === undefined ? [] : come.filter((one) => !one.read && !isMuted(muted, one.urgency))
  if (first)
    toast(`${first.corrected ? '更正' : first.urgency === 'emergency' ? '紧急通知' : '新通知'}：${first.title}`)
  return 'new'
}
