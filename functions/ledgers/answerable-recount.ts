import { type PlaceId, pathOf } from '@zmht/shared/geo'
import { entityId } from '@zmht/shared/knowledge'
import { countedNow } from '../hierarchy/index'
import { type Drift, driftOf, note } from '../platform/stream/drift'
import { everyItem } from '../platform/table/scan'
import { answeredOf, isAnswered } from './answerable'
import { findingList } from './answerable.store'
import { answerableMeasure } from './answerable-counted'
import { readEntity } from './entity.store'
import { countedPlaces } from './recount'

/**
 * What is not settled, counted by hand: who is answerable is asked of every entity there is, and each place is put on one heap. Nothing of what is kept of
 * it is used: not the items, not the lines, not the sums of the tiers.
 */
export async function recountAnswerable(): Promise<Drift> {
  const counted = new Map<PlaceId, Map<string, number>>()
  const roots = new Set<PlaceId>()
  for await (const { id } of everyItem('entity')) {
    const entity = await readEntity(entityId(String(id)), true)
    if (entity === undefined || entity.id !== id || !isAnswered(entity.kind)) continue
    const { findings, places } = await answeredOf(entity)
    const told = new Set<string>()
    for (const { what, ties } of findings)
      for (const tie of ties) {
        const place = places.get(tie.place)
        const list = findingList(what, entity.kind)
        if (place === undefined || told.has(`${list} ${pathOf(place.lineage)}`)) continue
        told.add(`${list} ${pathOf(place.lineage)}`)
        const community = place.tiers.findIndex(({ level }) => level === 'community')
        note(counted, community < 0 ? place.lineage : place.lineage.slice(0, community + 1), list)
      }
    const [root] = [...places.values()].flatMap(({ lineage }) => lineage.slice(0, 1))
    if (root !== undefined) roots.add(root)
  }
  return driftOf(
    { measure: answerableMeasure, name: '由谁负责' },
    counted,
    await countedPlaces(answerableMeasure, [...roots]),
    async (place) =>
      new Map(Object.entries((await countedNow(answerableMeasure, place)).total).filter(([, rows]) => rows !== 0)),
  )
}
