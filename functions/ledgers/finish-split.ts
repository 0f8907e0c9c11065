import type { EntityId } from '@zmht/shared/knowledge'
import { keepRows } from './rows'
import { advanceSplit, readSplit } from './split.store'

/** Does what is left of taking an entity out of another. Repeated, it changes nothing. */
export async function finishSplit(gone: EntityId): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const found = await readSplit(gone)
    if (found === undefined || found.left.length === 0) return
    await advanceSplit(found)
  }
  throw new Error(`taking ${gone} apart is contended: the message comes again`)
}

/** Whose rows name either of them. */
export async function keepRowsAround(gone: EntityId): Promise<void> {
  const found = await readSplit(gone)
  for (const id of found?.around ?? []) await keepRows(id)
}
