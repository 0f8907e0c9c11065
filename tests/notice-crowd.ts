import { createHash } from 'node:crypto'
import { type PlaceId, pathOf } from '@zmht/shared/geo'
import type { EntityId } from '@zmht/shared/knowledge'
import { readerItem } from '../functions/channels/notices/reader.store'
import { receiptItem } from '../functions/channels/notices/receipt.store'
import { districtOf, findPlace, placesOfLevel } from '../functions/hierarchy/index'
import { base32 } from '../functions/platform/cipher'

const letters = (text: string): string => base32(createHash('sha256').update(text).digest()).slice(0, 20)

/**
 * Puts people with an account into the homes of a place, evenly, as their reactions would have: every third of them has read the notice.
 * @returns how many have read it
 */
export async function crowdAt(place: PlaceId, noticeId: string, many: number): Promise<number> {
  const homes = await doorsOf(place)
  const chunk = 500
  let read = 0
  for (let from = 0; from < many; from += chunk) {
    const people = Array.from({ length: Math.min(chunk, many - from) }, (_, at) => {
      const number = from + at
      const home = homes[number % homes.length]
      if (home === undefined) throw new Error('the place has homes')
      const id = letters(`crowd/${noticeId}/${number}`)
      return { number, home, person: `e${id}` as EntityId, account: `a${id}` } // as accounts are named
    })
    await readerItem()
      .put(
        people.map(({ person, account, home }) => ({
          ...{ person, account, homes: [home], version: 1 },
          ...{ first: home.path, firstDistrict: home.district, second: '' as typeof home.path, secondDistrict: '' },
        })),
      )
      .go({ concurrent: 8 })
    const readers = people.filter(({ number }) => number % 3 === 0)
    read += readers.length
    await receiptItem()
      .put(
        readers.map(({ person, account, home }) => ({
          ...{ receiver: person, noticeId, community: home.community, path: home.path, account },
          ...{ readAt: '2026-11-29T00:00:00.000Z', revision: 1, version: 1 },
          card: { account, readAt: '2026-11-29T00:00:00.000Z', revision: 1 },
        })),
      )
      .go({ concurrent: 8 })
  }
  return read
}

async function doorsOf(place: PlaceId) {
  const doors: PlaceId[] = []
  let cursor: string | undefined
  do {
    const page = await placesOfLevel(place, 'door', cursor)
    doors.push(...page.items.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== undefined)
  const found = await Promise.all(doors.map(findPlace))
  return found.flatMap((door) =>
    door === undefined
      ? []
      : [
          {
            place: door.id,
            path: pathOf(door.lineage),
            district: districtOf(door.tiers),
            community: door.tiers.find(({ level }) => level === 'community')?.id ?? door.id,
          },
        ],
  )
}
