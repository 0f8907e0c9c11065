import { useLaunch } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { unsentOf } from '@/lib/offline/marks'
import { session } from '@/lib/session'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => void session.resume())
  useSending()
  return children
}

/**
 * What was filled in without a network is sent from wherever the official is. In a browser only: a mini-program loads a package with
 * its pages, so there it is the pages of tasks that send.
 */
function useSending(): void {
  const state = session.useSession()
  const owner = state.status === 'in' && state.me.kind === 'official' ? state.me.id : undefined
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || owner === undefined || unsentOf(owner) === 0) return
    void import('./features/tasks/offline').then(({ offlineOf }) => offlineOf(owner))
  }, [owner])
}
