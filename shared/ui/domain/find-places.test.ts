import { describe, expect, test } from 'vitest'
import type { ParsedAddressReply, PlaceReply, PlaceWithLineageReply } from '../../contract'
import { type Level, type PlaceId, placeIdFrom } from '../../geo'
import { Problem } from '../../problems'
import { findPlaces } from './find-places'
import type { PathStep, PlaceSource } from './place-source'

const id = (number: number): PlaceId => placeIdFrom(Uint8Array.from([number, 0, 0, 0, 0, 0, 0]))
const step = (number: number, name: string, level: Level): PathStep => ({ id: id(number), name, level })

const city = step(1, '北京市', 'province')
const compound = step(2, '花家地北里', 'compound')
const building = step(3, '3号楼', 'building')
const unit = step(4, '2单元', 'unit')
const door = step(5, '502', 'door')
const way = [city, compound, building, unit]
const children: Readonly<Record<string, readonly PathStep[]>> = {
  [city.id]: [compound],
  [compound.id]: [step(31, '31号楼', 'building'), building],
  [building.id]: [unit],
  [unit.id]: [door],
}
const ways: readonly (readonly PathStep[])[] = [[...way, door], way, way.slice(0, 3), way.slice(0, 2)]

const described = (path: readonly PathStep[]): PlaceWithLineageReply => {
  const place = path.at(-1)
  if (place === undefined) throw new Error('a way is never empty')
  return { ...place, kind: 'division', hasChildren: place.level !== 'door', lineage: [...path], tail: place.name }
}

function source(part: Partial<PlaceSource> = {}): PlaceSource & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    loadChildren: async (parent, _cursor, starts = '') => ({
      items: (children[parent ?? ''] ?? [])
        .filter(({ name }) => name.startsWith(starts))
        .map((one): PlaceReply => ({ ...one, kind: 'division', hasChildren: one.level !== 'door' })),
    }),
    describe: async (one) => {
      const path = ways.find((candidate) => candidate.at(-1)?.id === one)
      return path === undefined ? undefined : described(path)
    },
    search: async (words, within) => {
      asked.push(`${words}@${within ?? ''}`)
      return []
    },
    parse: async (text): Promise<ParsedAddressReply> => ({
      text,
      parts: {},
      confidence: 0,
      candidates: [],
      missing: [],
    }),
    recent: () => [],
    remember: () => undefined,
    ...part,
  }
}

const names = (finder: Awaited<ReturnType<typeof findPlaces>>) =>
  finder.found.map(({ path }) => path.map(({ name }) => name).join('/'))

describe('finding places', () => {
  test('numbers lead down from where one stands', async () => {
    const found = await findPlaces(source(), '3-2-502', [city, compound], undefined, undefined)
    expect(names(found)).toEqual(['北京市/花家地北里/3号楼/2单元/502'])
  })

  test('numbers typed inside a unit are understood from its compound, and from there only', async () => {
    expect(names(await findPlaces(source(), '3-2-502', way, undefined, undefined))).toEqual([
      '北京市/花家地北里/3号楼/2单元/502',
    ])
    expect(names(await findPlaces(source(), '502', way, undefined, undefined))).toEqual([
      '北京市/花家地北里/3号楼/2单元/502',
    ])
    expect(names(await findPlaces(source(), '1-2-502', way, undefined, undefined))).toEqual([])
  })

  test('names are looked for in the whole city, or within what the picker may not leave', async () => {
    const places = source()
    await findPlaces(places, 'hjd', way, undefined, undefined)
    await findPlaces(places, 'hjd', way, compound.id, undefined)
    await findPlaces(places, 'hjd', [], undefined, undefined)
    expect(places.asked).toEqual([`hjd@${city.id}`, `hjd@${compound.id}`, 'hjd@'])
  })

  test('an address is recognised as a whole, each place once, what is missing below it is told', async () => {
    const parsed: ParsedAddressReply = {
      text: '',
      parts: {},
      place: described(way.slice(0, 2)),
      confidence: 0.9,
      candidates: [{ place: described(way.slice(0, 2)), confidence: 0.9 }],
      missing: [{ level: 'building', name: '9号楼' }],
    }
    const places = source({ parse: async () => parsed })
    const found = await findPlaces(places, '花家地北里9号楼', [city], undefined, city.id)
    expect(names(found)).toEqual(['北京市/花家地北里'])
    expect(found.missing?.parts).toEqual([{ level: 'building', name: '9号楼' }])
    // Outside of what the picker may not leave nothing is offered, and nothing can be made.
    const outside = await findPlaces(places, '花家地北里9号楼', [city], id(99), city.id)
    expect(outside.found).toEqual([])
    expect(outside.missing).toBeUndefined()
  })

  test('a failure is told only when nothing else was found', async () => {
    const fails = async () => Promise.reject(new Problem('unavailable'))
    const nothing = await findPlaces(source({ search: fails }), 'hjd', [], undefined, undefined)
    expect(nothing.error).toBeInstanceOf(Problem)
    const parse = async (): Promise<ParsedAddressReply> => ({
      text: '',
      parts: {},
      place: described(way),
      confidence: 1,
      candidates: [],
      missing: [],
    })
    const some = await findPlaces(source({ search: fails, parse }), '花家地北里3号楼', [], undefined, undefined)
    expect(some.error).toBeUndefined()
    expect(some.found).toHaveLength(1)
  })
})
