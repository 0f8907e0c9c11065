import type { OrganisationReply } from '@zmht/shared/contract'
import { defaultHandoverRules, type HandoverRules } from '@zmht/shared/permission'
import { createResource, useResource } from '@zmht/shared/ui'
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

const surroundingsOf = createResource<Surroundings>((key) => read(key === '' ? [] : key.split('/')))

/** @returns nothing of the surroundings until they were read; `retry` after they could not be */
export function useSurroundings(organisations: readonly string[]): {
  readonly surroundings: Surroundings | undefined
  readonly error: unknown
  readonly retry: () => void
} {
  const { data, error, reload } = useResource(surroundingsOf, [...new Set(organisations)].join('/'))
  return { surroundings: data, error, retry: () => void reload() }
}
