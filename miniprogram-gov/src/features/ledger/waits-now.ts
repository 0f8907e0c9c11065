import type { EntityReply } from '@zmht/shared/contract'

/** @returns whether what was just said of a fact waits for somebody to decide, by how it was before and is now */
export function waitsNow(code: string, before: EntityReply, after: EntityReply): boolean {
  const waiting = (entity: EntityReply) => entity.facts.find(({ attribute }) => attribute === code)?.waiting ?? []
  const known = new Set(waiting(before).map(({ sourceId }) => sourceId))
  return waiting(after).some(({ sourceId }) => !known.has(sourceId))
}
