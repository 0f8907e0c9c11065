import { ErrorState, Screen, SkeletonList, Text } from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { session } from '@/lib/session'
import { ChooseHome } from '../homes/ChooseHome'
import { GuidelineGate } from '../privacy/GuidelineGate'
import { useArrival } from './city-app'
import { FromApp } from './FromApp'
import type { Resident } from './resident'
import { SignIn } from './SignIn'

/**
 * What must be settled before a page: signed in, the guideline in force agreed to, a home chosen. Each stands in the page's
 * place, so that afterwards the person is where they wanted to be.
 */
export function Gate({ children }: { readonly children: (me: Resident) => ReactNode }) {
  const state = session.useSession()
  const arrival = useArrival()
  // Whoever was here before is not shown to whom the App brings.
  if (arrival.status === 'coming') {
    return (
      <Screen title="政民互通">
        <Text tone="quiet">正在用 App 里的身份登录，马上就好。</Text>
        <SkeletonList />
      </Screen>
    )
  }
  if (arrival.status === 'asking') return <FromApp {...arrival} />
  if (state.status === 'out') return <SignIn expired={state.expired} fromApp={arrival.error} />
  if (state.status === 'resuming') {
    return (
      <Screen title="政民互通">
        {state.error === undefined ? (
          <SkeletonList />
        ) : (
          <ErrorState error={state.error} onRetry={() => void session.resume()} />
        )}
      </Screen>
    )
  }
  const { me } = state
  // The server opens no official session for this application.
  if (me.kind !== 'resident') return <SignIn expired fromApp={undefined} />
  if (me.consented !== me.guideline) return <GuidelineGate guideline={me.guideline} />
  if (me.homes.length === 0) return <ChooseHome />
  return children(me)
}
