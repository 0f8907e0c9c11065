import { ErrorState, Screen, SkeletonList } from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { session } from '@/lib/session'
import type { Official } from './official'
import { SignIn } from './SignIn'

/** Signing in stands in the page's place, so that afterwards the official is where they wanted to be. */
export function Gate({ children }: { readonly children: (me: Official) => ReactNode }) {
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
  // The server opens no resident's session for this application.
  if (state.me.kind !== 'official') return <SignIn expired />
  return children(state.me)
}
