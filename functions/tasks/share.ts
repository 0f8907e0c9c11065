import { Problem } from '@zmht/shared/problems'
import { officialsOf } from '../permissions/index'
import type { Official } from '../platform/endpoint/actor'
import type { Holder } from './item.store'
import type { LocatedItem } from './locate-item'
import { isWith, whoMayDo } from './recipients'

/**
 * Somebody an item can be handed to: who may do it. An organisation it was given to hands it to its own people alone.
 * @throws Problem `not-a-colleague`
 */
export async function colleagueFor({ item, task, lineage }: LocatedItem, actor: Official, id: string): Promise<Holder> {
  const { organisation } = item
  const isOutside = organisation !== undefined && isWith(actor, item) && !(await officialsOf(organisation)).includes(id)
  const found = isOutside ? undefined : await whoMayDo(id, { item, task }, lineage)
  if (found === undefined) throw new Problem('not-a-colleague')
  return found
}
