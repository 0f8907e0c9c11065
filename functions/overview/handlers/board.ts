import { overviewRoutes as routes } from '@zmht/shared/contract'
import { levels, type PlaceId, shortName } from '@zmht/shared/geo'
import { ledgerOf, stagesMeasure, stagesOf } from '@zmht/shared/overview'
import { decide } from '@zmht/shared/permission'
import { dayInChina } from '@zmht/shared/rules'
import { childrenOf, keeperOf, namedLineage, type PlaceFacts, placeFacts } from '../../hierarchy/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { readTotals } from '../../platform/stream/counter.store'
import { cellsOf, chosenFor, columnsOf, gather, markAt } from '../gather'

/** Numbers of a place are for whoever may read statistics there. */
export async function locatePlace({ query }: { readonly query: { readonly place: PlaceId } }) {
  const place = await placeFacts(query.place)
  return { resource: { kind: 'statistics' as const, lineage: place.lineage }, loaded: place }
}

const lowest = levels.indexOf('community')

export const board = endpoint(routes.board, {
  locate: locatePlace,
  handle: async ({ query, actor, now: at, loaded: place }) => {
    const today = dayInChina(at)
    const month = query.month ?? today.slice(0, 7)
    const chosen = await chosenFor(actor)
    const ledgers = [...new Set(chosen.map(ledgerOf).filter((one) => one !== undefined))]
    const [gathered, children, lineage, stages] = await Promise.all([
      gather(place, month, ledgers, { actor, at }),
      childrenOf(place.id),
      namedLineage(place.path),
      stagesAt(place, month),
    ])
    const columns = columnsOf(chosen, gathered.ledgers)
    const inside = children.filter(({ level }) => levels.indexOf(level) <= lowest)
    const cells = cellsOf(
      columns,
      gathered,
      inside.map(({ id }) => id),
      today,
    )
    const above = lineage.slice(0, -1).filter((_, depth) => {
      const resource = { kind: 'statistics' as const, lineage: place.lineage.slice(0, depth + 1) }
      return decide(actor.policy, actor, 'statistics.read', resource, at).allow
    })
    return {
      place: { id: place.id, name: shortName(place), level: place.level },
      above: above.map(({ id, name, level }) => ({ id, name: shortName({ name, level }), level })),
      month,
      columns: columns.map((column) => ({ ...column })),
      here: cells.here,
      rows: inside.map(({ id, name, level }, row) => ({
        id,
        name: shortName({ name, level }),
        level,
        inside: levels.indexOf(level) < lowest,
        cells: cells.rows[row] ?? [],
      })),
      states: { ...gathered.here.requests },
      stages: stages.map((stage) => ({ ...stage })),
      mark: gathered.mark,
      at,
    }
  },
})

/** How long each stage took here: one item. */
async function stagesAt(place: PlaceFacts, month: string) {
  const measure = stagesMeasure(month)
  return stagesOf((await readTotals([measure], keeperOf(place), place.id)).get(measure)?.groups ?? {})
}

export const mark = endpoint(routes.mark, {
  locate: locatePlace,
  handle: async ({ query, now: at, loaded }) => ({
    mark: await markAt(loaded, query.month ?? dayInChina(at).slice(0, 7)),
  }),
})
