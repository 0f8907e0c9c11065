import { contract } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { childrenOf, findPlace } from '../../hierarchy/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { openWork, type Tier } from '../work.store'

interface Part {
  readonly tier: Tier
  readonly place: PlaceId
}

/** The lists a territory is made of: its own tier's, or those of the districts below. */
async function partsOf(places: readonly PlaceId[]): Promise<Part[]> {
  const parts: Part[] = []
  for (const id of places) {
    const place = await findPlace(id)
    if (place === undefined) continue
    const { level } = place
    if (level === 'province' || level === 'city')
      parts.push(...(await partsOf((await childrenOf(id)).map((child) => child.id))))
    else parts.push({ tier: level === 'district' || level === 'subdistrict' ? level : 'community', place: id })
  }
  return parts
}

export const work = endpoint(contract.tasks.work, async ({ territory, query }) => {
  const parts = await partsOf(territory.places)
  let { part: at, from } = splitPosition(query.cursor)
  for (; at < parts.length; at++) {
    const part = parts[at]
    if (part === undefined) break
    const page = await openWork(part.tier, part.place, from)
    if (page.items.length > 0 || page.next !== undefined) {
      const next =
        page.next !== undefined ? joinPosition(at, page.next) : at + 1 < parts.length ? joinPosition(at + 1) : undefined
      return {
        items: page.items.map(({ id, ...card }) => ({ requestId: id, ...card })),
        ...(next === undefined ? {} : { next }),
      }
    }
    from = undefined
  }
  return { items: [] }
})
