import { type HoldingsReply, ledgerRoutes } from '@zmht/shared/contract'
import type { EntityId } from '@zmht/shared/knowledge'
import { placeFacts } from '../../hierarchy/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { readEntity, readRelations } from '../entity.store'
import { peopleWithin } from '../register'

const routes = ledgerRoutes

/** Pages of the register looked through, and people looked at: what is read does not grow with the place. */
const pagesAtMost = 10
const peopleAtMost = 40

/** Of how many people inside a place something is held: all of them where they are few, else some picked at random. */
export const holdings = endpoint(routes.holdings, {
  locate: async ({ query }) => {
    const place = await placeFacts(query.within)
    return { resource: { kind: 'statistics', lineage: place.lineage }, loaded: place }
  },
  handle: async ({ query, loaded }): Promise<HoldingsReply> => {
    const ids: EntityId[] = []
    let cursor: string | undefined
    for (let page = 0; page < pagesAtMost; page++) {
      const read = await peopleWithin({ places: [loaded.id], except: [] }, cursor)
      ids.push(...read.items.map(({ id }) => id))
      cursor = read.next
      if (cursor === undefined) break
    }
    const sampled = cursor !== undefined || ids.length > peopleAtMost
    const picked = await Promise.all(
      shuffled(ids)
        .slice(0, peopleAtMost)
        .map((id) => readEntity(id)),
    )
    const looked = picked.filter((one) => one !== undefined)
    const held: Record<string, number> = {}
    for (const code of codesIn(query.attributes))
      held[code] = looked.filter(({ facts }) => facts[code] !== undefined).length
    const relations = codesIn(query.relations)
    const linked = relations.length === 0 ? [] : await Promise.all(looked.map(({ id }) => readRelations(id)))
    for (const code of relations) {
      held[code] = linked.filter((all, at) =>
        all.some(({ type, from, pending }) => type === code && from === looked[at]?.id && pending === undefined),
      ).length
    }
    return { place: { id: loaded.id, name: loaded.name }, people: looked.length, sampled, held }
  },
})

const codesIn = (list: string | undefined): readonly string[] => (list ?? '').split(',').filter((code) => code !== '')

/** In random order, each order as likely. */
function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
}
