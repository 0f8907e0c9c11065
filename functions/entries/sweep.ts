import { searchNightly } from '../ledgers/duplicates-nightly'
import { checkTonight } from '../ledgers/self-check.job'
import { turnRows } from '../ledgers/turning'
import { sealNextDay } from '../platform/audit.seal'
import { sweep } from '../platform/sweep'

/** Every minute. @returns how many things that had fallen due were handed over */
export async function handler(): Promise<number> {
  const handed = await sweep()
  await sealNextDay()
  await turnRows()
  await checkTonight()
  await searchNightly()
  return handed
}
