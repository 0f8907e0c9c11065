import { createStore, useStore } from '@zmht/shared/ui'
import type { Verification } from './verification'

/** A verification this person began while the application is open, and what is known of it. */
export interface Begun {
  readonly job: string
  readonly last?: Verification
}

const begun = createStore<Readonly<Record<string, Begun>>>({})

/** Verifications belong to who began them: others at the same device do not see them. */
const keyOf = (officialId: string, day: string) => `${officialId}/${day}`

export function noteVerification(officialId: string, day: string, one: Begun): void {
  begun.set({ ...begun.get(), [keyOf(officialId, day)]: one })
}

export function useVerifications(officialId: string): (day: string) => Begun | undefined {
  const all = useStore(begun)
  return (day) => all[keyOf(officialId, day)]
}
