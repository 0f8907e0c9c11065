import { machine } from './machine'
import { knowledgeOf } from './system'
import { decodeTables } from './tables'
import type { EntityId } from './types'

/** The knowledge system this build was made with. What has been published since comes as releases (`release.ts`). */
export const baseKnowledge = knowledgeOf(decodeTables(machine))

/** @returns an id as a branded one; to be used where an id enters from storage or from the wire */
export function entityId(id: string): EntityId {
  return id as EntityId // parse boundary: the brand exists only in types
}
