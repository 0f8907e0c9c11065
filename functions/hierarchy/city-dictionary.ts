import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import {
  type Dictionary,
  type DictionaryPlace,
  encodeDictionary,
  initialsOf,
  type Level,
  levels,
  openDictionary,
  type PlaceId,
} from '@zmht/shared/geo'
import { cached, forEver } from '../platform/cache'
import { later, now } from '../platform/clock'
import { saveDue } from '../platform/due.store'
import type { JobStep } from '../platform/jobs'
import { startJob } from '../platform/jobs'
import { formerNames, publishedAbove } from './dictionary'
import { dictionaryHead, dictionaryPart, saveDictionary } from './dictionary.store'
import { tiersOf } from './domain/relocation'
import { type Place, readPlace, readSubtree } from './place.store'
import { readSegments } from './road.store'

export const dictionaryJob = 'hierarchy.dictionary'

/** The place whose dictionary knows another: its city, or the province of a municipality or of what lies between. */
export function cityOf(place: Place): PlaceId {
  const tiers = tiersOf(place)
  return (tiers.find(({ level }) => level === 'city') ?? tiers[0])?.id ?? place.id
}

/** What the dictionary of a city holds of our own table: everything people name; buildings and doors are looked up where they are. */
const named: readonly Level[] = ['province', 'city', 'district', 'subdistrict', 'community', 'compound']

/** Makes a city's dictionary anew from the places as they are, and keeps it when it has changed. */
export const dictionaryStep: JobStep = async (job) => {
  const city = await readPlace((job.input.city ?? '') as PlaceId) // written by `makeDictionary` from one
  if (city === undefined) return { done: 0, total: 0, finished: true, message: '没有这个城市' }
  const { places: above, ids } = await publishedAbove()
  const own = await placesInside(city)
  const known = new Set(own.map(({ id }) => id))
  const places = [...above.filter(({ id }) => !known.has(id)), ...own]
  const text = encodeDictionary(city.name, places, formerNames(ids))
  const version = createHash('sha256').update(text).digest('hex').slice(0, 16)
  if ((await dictionaryHead(city.id))?.version !== version)
    await saveDictionary(city.id, version, gzipSync(text, { level: 9 }), now())
  return { done: own.length, total: own.length, finished: true, message: `地名词典已更新，共 ${own.length} 个地点` }
}

async function placesInside(city: Place): Promise<DictionaryPlace[]> {
  const all: DictionaryPlace[] = []
  const parentsOf = new Map<PlaceId, PlaceId>()
  for (const level of named) {
    if (levels.indexOf(level) < levels.indexOf(city.level)) continue
    let cursor: string | undefined
    do {
      const page: Awaited<ReturnType<typeof readSubtree>> = await readSubtree(city, level, cursor)
      for (const { id, name, kind, code, initials, path } of page.items) {
        const parent = path.split('/').at(-2) as PlaceId | undefined // a path is made of ids
        if (parent !== undefined) parentsOf.set(id, parent)
        const stretches = kind === 'road' ? (await readSegments(id)).segments : []
        all.push({
          id,
          name,
          level,
          kind,
          initials: initials ?? initialsOf(name),
          ...(parent === undefined ? {} : { parent }),
          ...(code === undefined ? {} : { code }),
          ...(stretches.length === 0 ? {} : { stretches }),
        })
      }
      cursor = page.next
    } while (cursor !== undefined)
  }
  const known = new Set(all.map(({ id }) => id))
  // A stretch may name a place that is not in the dictionary (a building): it stands for what is around it.
  return all.map((place) =>
    place.stretches === undefined
      ? place
      : { ...place, stretches: place.stretches.filter((stretch) => known.has(stretch.place)) },
  )
}

/** Starts making a city's dictionary. The same moment again is the same job. */
export async function makeDictionary(city: PlaceId, moment: string): Promise<void> {
  await startJob({
    id: `jd-${city}-${moment.replace(/\D/g, '').slice(0, 12)}`,
    kind: dictionaryJob,
    input: { city },
    by: 'system',
    message: '正在更新地名词典',
  })
}

const slot = 5 * 60_000

/** Something in a city changed: its dictionary follows within ten minutes, however much changes meanwhile. */
export async function dictionaryFollows(id: PlaceId): Promise<void> {
  const place = await readPlace(id)
  if (place === undefined) return
  const moment = new Date(Math.ceil(Date.parse(later(now(), slot / 5)) / slot) * slot).toISOString()
  await saveDue(moment, { slice: 'hierarchy', kind: 'dictionary', subject: cityOf(place) })
}

/** Opened dictionaries by city and version: a version never changes. */
const opened = cached(
  forEver,
  async (key) => {
    const [city = '', version = '', parts = '0'] = key.split('/')
    const pieces: Uint8Array[] = []
    for (let part = 0; part < Number(parts); part++) {
      const data = await dictionaryPart(city as PlaceId, version, part) // the key is made below from one
      if (data === undefined) throw new Error(`part ${part} of a dictionary is missing`)
      pieces.push(data)
    }
    return openDictionary(gunzipSync(Buffer.concat(pieces)).toString('utf8'))
  },
  4,
)

/** @returns a city's dictionary as it is now; undefined when it has none yet. */
export async function readDictionary(city: PlaceId): Promise<Dictionary | undefined> {
  const head = await dictionaryHead(city)
  return head === undefined ? undefined : opened.read(`${city}/${head.version}/${head.parts}`)
}
