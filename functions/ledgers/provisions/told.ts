import type { Official } from '../../platform/endpoint/actor'
import { isOf } from './access'
import { type Provision, readProvision } from './provision.store'

/** An ask of an official's own organisation, as it stands. @returns undefined for anybody else's */
export async function provisionFor(
  id: string,
  actor: Official,
): Promise<Pick<Provision, 'id' | 'name' | 'state'> | undefined> {
  const found = await readProvision(id)
  if (found === undefined || !isOf(actor, found.asker)) return undefined
  const { name, state } = found
  return { id, name, state }
}
