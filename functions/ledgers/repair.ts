import type { PlaceId } from '@zmht/shared/geo'
import { measuresOf, type Shares } from '@zmht/shared/measures'
import { findPlace, placeFacts, stretchesWithin } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { putRight } from '../platform/stream/counter'
import { addGroups } from '../platform/stream/counter.domain'
import type { Ledger } from './ledger.store'
import { anchorOfPath } from './look'
import { countedPlaces, membersOf } from './recount'
import { countedLines } from './row.store'
import { keepRows } from './rows'

/**
 * Puts a ledger's rows right by what is known, then its numbers by its rows. While nothing else is being written. @returns how many numbers were wrong
 */
export async function repairLedger(ledger: Ledger, settled: () => Promise<void>): Promise<number> {
  for await (const id of membersOf(ledger)) await keepRows(id)
  await settled()
  const measures = measuresOf(ledger.id, ledger.content, ledger.measures, await knowledgeNow())
  const sums = await sumsOf(ledger)
  let wrong = 0
  for (const { id } of measures) {
    const name = id.slice(ledger.id.length + 1)
    for (const place of new Set([...sums.keys(), ...(await countedPlaces(id, ledger.within))])) {
      const { lineage, tiers } = await placeFacts(place)
      const isAbove = !tiers.some(({ level }) => level === 'community') && !sums.has(place)
      // What nothing hangs on itself above the communities is a sum and follows from what is below.
      if (isAbove) continue
      const shares = sums.get(place)?.[name] ?? {}
      if (await putRight(id, lineage, shares, async (anchor) => (await findPlace(anchor))?.tiers)) wrong += 1
    }
  }
  return wrong
}

/** What all rows add, by where they are counted. */
async function sumsOf({ id, within, formerly = [] }: Ledger) {
  const sums = new Map<PlaceId, Readonly<Record<string, Shares>>>()
  for (const { partition, path } of await stretchesWithin([...within, ...formerly])) {
    for await (const line of countedLines(id, partition, path)) {
      const anchor = await anchorOfPath(line.path)
      if (anchor === undefined) continue
      const held = sums.get(anchor) ?? {}
      const next: Record<string, Shares> = { ...held }
      for (const [measure, shares] of Object.entries(line.counts))
        next[measure] = addGroups(next[measure] ?? {}, shares)
      sums.set(anchor, next)
    }
  }
  return sums
}
