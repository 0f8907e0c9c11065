import { ledgerRoutes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { measuresOf } from '@zmht/shared/measures'
import { Problem } from '@zmht/shared/problems'
import { childrenOf, placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { countedAt } from '../counted'
import { visibleLedger } from '../ledger-access'
import { showMeasure } from '../show-ledger'
import { toldAt } from '../told'

const routes = ledgerRoutes

async function locate({ query }: { readonly query: { readonly place: PlaceId } }) {
  const place = await placeFacts(query.place)
  return { resource: { kind: 'statistics' as const, lineage: place.lineage }, loaded: place }
}

export const measured = endpoint(routes.measured, {
  locate,
  handle: async ({ params, actor, now, loaded: place }) => {
    const [ledger, knowledge] = await Promise.all([visibleLedger(params.ledgerId, actor, now), knowledgeNow()])
    const { content, measures } = ledger
    const measure = measuresOf(ledger.id, content, measures, knowledge).find(
      ({ id }) => id === `${ledger.id}.${params.measureId}`,
    )
    if (measure === undefined) throw new Problem('not-found')
    const [counted, children] = await Promise.all([countedAt(ledger.id, measure, place), childrenOf(place.id)])
    const below = new Map(counted.children.map((child) => [child.place, child.groups]))
    const own = measures.some(({ id }) => measure.id === `${ledger.id}.${id}`)
    return {
      ...(await toldAt(ledger, measure, { place, children, here: counted.total, below, actor, at: now })),
      measure: showMeasure(measure, content, knowledge, own),
    }
  },
})
