import { sumsOf } from '@zmht/shared/freshness'
import type { PlaceId } from '@zmht/shared/geo'
import { columnsMeasure, fewest, measuresOf, tell } from '@zmht/shared/measures'
import { decide } from '@zmht/shared/permission'
import { findPlace } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import type { Official } from '../platform/endpoint/actor'
import { countedAt } from './counted'
import { ledgerNow, ledgersCovering } from './ledger.store'
import { rowResource, visibleLedger } from './ledger-access'

/** How many facts of a ledger are old at a place, or soon will be. */
export interface Expiring {
  readonly ledger: string
  readonly name: string
  readonly stale: number
  readonly soon: number
}

/** So many ledgers are looked into: of others their own pages tell. */
const mostLedgers = 8

/** The ledgers of a place in which facts are old or soon will be, those with most first; numbers of fewer than three are told to nobody who may not see the people. */
export async function expiringAt(id: PlaceId, actor: Official, at: string): Promise<readonly Expiring[]> {
  const place = await findPlace(id)
  if (place === undefined) return []
  if (!decide(actor.policy, actor, 'statistics.read', { kind: 'statistics', lineage: place.lineage }, at).allow)
    return []
  const knowledge = await knowledgeNow()
  const found = (await ledgersCovering(place.lineage)).slice(0, mostLedgers)
  const sums = await Promise.all(
    found.map(async ({ ledger: ledgerId }): Promise<Expiring[]> => {
      const ledger = await ledgerNow(ledgerId)
      if (ledger === undefined || ledger.ended || !(await isVisible(ledgerId, actor, at))) return []
      const measure = measuresOf(ledger.id, ledger.content, ledger.measures, knowledge).find(
        (one) => one.id === `${ledger.id}.${columnsMeasure}`,
      )
      if (measure === undefined) return []
      const { total } = await countedAt(ledger.id, measure, place)
      const { rows, stale, soon } = sumsOf(
        tell(measure, total),
        ledger.content.columns.map(({ key }) => key),
      )
      const seesPeople = decide(actor.policy, actor, 'ledger.read', await rowResource(ledger, place.lineage), at).allow
      if (stale + soon === 0 || (!seesPeople && rows < fewest)) return []
      return [{ ledger: ledger.id, name: ledger.content.name, stale, soon }]
    }),
  )
  return sums.flat().sort((one, other) => other.stale - one.stale || other.soon - one.soon)
}

const isVisible = (id: string, actor: Official, at: string): Promise<boolean> =>
  visibleLedger(id, actor, at).then(
    () => true,
    () => false,
  )
