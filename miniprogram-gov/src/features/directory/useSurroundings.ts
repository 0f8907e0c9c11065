import type { OrganisationReply } from '@zmht/shared/contract'
import { defaultHandoverRules, type HandoverRules } from '@zmht/shared/permission'
import { useCallback, useEffect, useState } from 'react'
import { handoverOf, organisationOf } from './resources'

/** What a change is about: the organisations of the posts that are left, those around them, and the rule of handing over. */
export interface Surroundings {
  readonly own: readonly OrganisationReply[]
  /** They, and the ones above them. */
  readonly around: readonly OrganisationReply[]
  readonly rules: HandoverRules
}

const nowhere: Surroundings = { own: [], around: [], rules: defaultHandoverRules }

async function read(ids: readonly string[]): Promise<Surroundings> {
  const [first] = ids
  if (first === undefined) return nowhere
  const [own, { rules }] = await Promise.all([Promise.all(ids.map(organisationOf.load)), handoverOf.load(first)])
  const above = own.flatMap(({ parent }) => (parent === undefined || ids.includes(parent.id) ? [] : [parent.id]))
  const parents = await Promise.all([...new Set(above)].map(organisationOf.load))
  return { own, around: [...own, ...parents], rules }
}

/** @returns nothing of the surroundings until they were read; `retry` after they could not be */
export function useSurroundings(organisations: readonly string[]): {
  readonly surroundings: Surroundings | undefined
  readonly error: unknown
  readonly retry: () => void
} {
  const key = [...new Set(organisations)].join('/')
  const [state, setState] = useState<{ readonly key?: string; readonly read?: Surroundings; readonly error?: unknown }>(
    {},
  )
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads anew
  useEffect(() => {
    let here = true
    setState({})
    read(key === '' ? [] : key.split('/'))
      .then((surroundings) => {
        if (here) setState({ key, read: surroundings })
      })
      .catch((error: unknown) => {
        if (here) setState({ key, error })
      })
    return () => {
      here = false
    }
  }, [key, attempt])
  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  return { surroundings: state.key === key ? state.read : undefined, error: state.error, retry }
}
