import { ErrorState, Screen, SkeletonList } from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { session } from '@/lib/session'
import { ChooseHome } from '../homes/ChooseHome'
import { GuidelineGate } from '../privacy/GuidelineGate'
import type { Resident } from './resident'
import { SignIn } from './SignIn'

/**
 * What must be settled before a page: signed in, the guideline in force agreed to, a home chosen. Each stands in the page's
 * place, so that afterwards the person is where they wanted to be.
 */
export function Gate({ children }: { readonly children: (me: Resident) => ReactNode }) {
  const state = session.useSession()
  if (state.status === 'out') return <SignIn expired={state.expired} />
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
  if (me.kind !== 'resident') return <SignIn expired />
  if (me.consented !== me.guideline) return <GuidelineGate guideline={me.guideline} />
  if (me.homes.length === 0) return <ChooseHome />
  return children(me)
}
