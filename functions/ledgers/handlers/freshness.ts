import { type FreshnessSumsReply, ledgerRoutes } from '@zmht/shared/contract'
import { type ColumnSum, type PlaceSum, sumsOf } from '@zmht/shared/freshness'
import type { PlaceId } from '@zmht/shared/geo'
import { nameOfColumn } from '@zmht/shared/ledgers'
import { columnsMeasure, fewest, measuresOf, tell, withheld } from '@zmht/shared/measures'
import { decide } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { childrenOf, placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { countedAt } from '../counted'
import { rowResource, visibleLedger } from '../ledger-access'

/** How complete and how fresh a ledger is at a place and below: one read of one measure. */
export const freshness = endpoint(ledgerRoutes.freshness, {
  locate: async ({ query }: { query: { place: PlaceId } }) => {
    const place = await placeFacts(query.place)
    return { resource: { kind: 'statistics', lineage: place.lineage }, loaded: place }
  },
  handle: async ({ params, actor, now, loaded: place }) => {
    const [ledger, knowledge] = await Promise.all([visibleLedger(params.ledgerId, actor, now), knowledgeNow()])
    const { content, measures } = ledger
    const measure = measuresOf(ledger.id, content, measures, knowledge).find(
      ({ id }) => id === `${ledger.id}.${columnsMeasure}`,
    )
    if (measure === undefined) throw new Problem('not-found')
    const [counted, children] = await Promise.all([countedAt(ledger.id, measure, place), childrenOf(place.id)])
    const keys = content.columns.map(({ key }) => key)
    const here = sumsOf(tell(measure, counted.total), keys)
    const byPlace = new Map(counted.children.map((child) => [child.place, child.groups]))
    const below = children.map((child) => ({
      child,
      sums: sumsOf(tell(measure, byPlace.get(child.id) ?? {}), keys),
    }))
    const seesPeople = decide(actor.policy, actor, 'ledger.read', await rowResource(ledger, place.lineage), now).allow
    const hidden = seesPeople ? [] : (withheld([below.map(({ sums }) => sums.rows)])[0] ?? [])
    const isSmall = !seesPeople && here.rows > 0 && here.rows < fewest
    return {
      place: { id: place.id, name: place.name, level: place.level },
      here: {
        ...show(here, isSmall),
        columns: content.columns.map((column, at) => ({
          key: column.key,
          label: nameOfColumn(column, knowledge),
          ...showColumn(here.columns[at], isSmall, seesPeople),
        })),
      },
      children: below.map(({ child: { id, name, level, hasChildren }, sums }, at) => ({
        id,
        name,
        level,
        hasChildren,
        ...show(sums, isSmall || hidden[at] === true),
      })),
    }
  },
})

const show = ({ rows, asked, missing, soon, stale }: PlaceSum, isHidden: boolean): FreshnessSumsReply =>
  isHidden ? {} : { rows, asked, missing, soon, stale }

/** Of fewer than three it would be told what is not known of single people. */
function showColumn(sum: ColumnSum | undefined, isHidden: boolean, seesPeople: boolean) {
  if (sum === undefined || isHidden) return {}
  const isShown = (count: number): boolean => seesPeople || count === 0 || count >= fewest
  const { missing, soon, stale } = sum
  return {
    ...(isShown(missing) ? { missing } : {}),
    ...(isShown(soon) ? { soon } : {}),
    ...(isShown(stale) ? { stale } : {}),
  }
}
