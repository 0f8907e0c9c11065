import { useLaunch } from '@tarojs/taro'
import { respectMotion } from '@zmht/shared/ui'
import { type PropsWithChildren, useEffect } from 'react'
import { unsentOf } from '@/lib/offline/marks'
import { session } from '@/lib/session'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    respectMotion()
    void session.resume()
  })
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
    // Written so that the bundler leaves it out of the mini-program.
    if (process.env.TARO_ENV === 'h5') {
      if (owner === undefined || unsentOf(owner) === 0) return
      // Without a network, and not kept here: the pages of tasks send it.
      void import('./features/tasks/offline').then(({ offlineOf }) => offlineOf(owner)).catch(() => undefined)
    }
  }, [owner])
}
