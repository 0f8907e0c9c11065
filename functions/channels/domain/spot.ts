import type { Patch } from '@zmht/shared/controls'
import { type EntityId, entityId } from '@zmht/shared/knowledge'

/** What a submission says it is about by a relation, as known ids. */
export const relatedTo = ({ relations }: Patch, type: string): string[] =>
  relations.flatMap((one) => (one.type === type && 'known' in one.to ? [one.to.known] : []))

/**
 * Where one goes for what was submitted: to the very thing it is about, else to where it happened.
 * @param home where it hangs
 * @returns undefined where it says neither, or that it is there
 */
export function spotOf(patch: Patch, home: string): EntityId | undefined {
  const [spot] = [...relatedTo(patch, 'about-thing'), ...relatedTo(patch, 'at')]
  return spot === undefined || spot === home ? undefined : entityId(spot)
}
