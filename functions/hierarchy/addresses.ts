import {
  type Dictionary,
  extractPlaces,
  type Level,
  levels,
  type ParsedAddress,
  type PlaceId,
  type PlaceMention,
  parseAddress,
  shortName,
  suggest,
} from '@zmht/shared/geo'
import { orderFrom } from '@zmht/shared/geo/mint'
import type { Actor } from '../platform/endpoint/actor'
import { cityOf, readDictionary } from './city-dictionary'
import { findChild, type Place, readChildren, readPlace } from './place.store'

/** Below a community places are looked up one level at a time: the dictionary ends at the compound. */
const below = ['building', 'unit', 'door'] as const

/** What was read, with the deepest place of ours that fits and what was written below it. */
export interface FoundAddress {
  readonly parts: Readonly<Record<string, string>>
  readonly place?: Place
  readonly confidence: number
  readonly candidates: readonly { readonly place: Place; readonly confidence: number }[]
  readonly missing: readonly { readonly level: Level; readonly name: string }[]
}

/** The place from which an actor's words are understood: what they said, their home, or the first place of their post. */
export function standpointOf(actor: Actor, given: PlaceId | undefined): PlaceId | undefined {
  if (given !== undefined) return given
  if (actor.kind === 'resident') return actor.homes[0]?.placeId
  return actor.posts.flatMap((post) => post.territory)[0]
}

async function dictionaryAt(standpoint: PlaceId | undefined): Promise<Dictionary | undefined> {
  const place = standpoint === undefined ? undefined : await readPlace(standpoint)
  return place === undefined ? undefined : readDictionary(cityOf(place))
}

/** The place the dictionary may take as context: it knows none below a compound. */
async function contextIn(standpoint: PlaceId | undefined): Promise<PlaceId | undefined> {
  const place = standpoint === undefined ? undefined : await readPlace(standpoint)
  return place === undefined ? undefined : cityOf(place)
}

/** Reads a line of free text. Without a dictionary nothing is recognised, and nothing is made up. */
export async function readAddress(text: string, standpoint: PlaceId | undefined): Promise<FoundAddress> {
  const dictionary = await dictionaryAt(standpoint)
  if (dictionary === undefined) return { parts: {}, confidence: 0, candidates: [], missing: [] }
  const context = await contextIn(standpoint)
  return locate(parseAddress(text, dictionary, context === undefined ? {} : { context }), context)
}

export type MentionedPlace = FoundAddress & Pick<PlaceMention, 'start' | 'end' | 'text'>

/**
 * The places a longer text mentions, in its order.
 * @param bare it tells of something at a place: communities around count by their names without 「社区」 too
 */
export async function readMentions(
  text: string,
  standpoint: PlaceId | undefined,
  bare = false,
): Promise<MentionedPlace[]> {
  const dictionary = await dictionaryAt(standpoint)
  if (dictionary === undefined) return []
  const context = await contextIn(standpoint)
  const mentions = extractPlaces(text, dictionary, { bare, ...(context === undefined ? {} : { context }) })
  return Promise.all(
    mentions.map(async ({ start, end, text: words, ...parsed }) => ({
      ...(await locate(parsed, context)),
      start,
      end,
      text: words,
    })),
  )
}

/** Where nothing of a place was written, the writer's own city is no answer. */
const isOnlyContext = (parsed: ParsedAddress, place: PlaceId, context: PlaceId | undefined): boolean =>
  place === context && parsed.parts.prov === undefined && parsed.parts.city === undefined

async function locate(parsed: ParsedAddress, context: PlaceId | undefined): Promise<FoundAddress> {
  const wanted = below.flatMap((level) => {
    const name = parsed.parts[level]
    return name === undefined ? [] : [{ level, name }]
  })
  const candidates = (
    await Promise.all(
      parsed.candidates.map(async ({ place, confidence }) => {
        const found = await readPlace(place)
        if (found === undefined || found.ended !== undefined || isOnlyContext(parsed, place, context)) return []
        const { place: deepest, missing } = await descend(found, wanted)
        return [{ place: deepest, missing, confidence }]
      }),
    )
  ).flat()
  const chosen =
    parsed.place === undefined
      ? undefined
      : candidates.find(({ place }) => place.id === parsed.place || place.path.includes(`${parsed.place}`))
  return {
    parts: Object.fromEntries(Object.entries(parsed.parts).flatMap(([part, words]) => (words ? [[part, words]] : []))),
    ...(chosen === undefined ? {} : { place: chosen.place }),
    confidence: chosen === undefined ? 0 : parsed.confidence,
    candidates: candidates.map(({ place, confidence }) => ({ place, confidence })),
    missing: chosen?.missing ?? [],
  }
}

type Wanted = { readonly level: (typeof below)[number]; readonly name: string }

/** Goes down from a known place by what was written below it, as far as there are such places. */
async function descend(from: Place, wanted: readonly Wanted[]): Promise<{ place: Place; missing: readonly Wanted[] }> {
  let place = await intoCompound(from, wanted)
  for (const [index, { level, name }] of wanted.entries()) {
    if (levels.indexOf(level) <= levels.indexOf(place.level)) continue
    const child = await findChild(place.id, level, orderFrom(name))
    if (child === undefined) return { place, missing: wanted.slice(index) }
    place = child
  }
  return { place, missing: [] }
}

/** A building named right after its community stands in the compound of the community's name, or in its only one. */
async function intoCompound(place: Place, wanted: readonly Wanted[]): Promise<Place> {
  const [first] = wanted
  if (place.level !== 'community' || first === undefined) return place
  if ((await findChild(place.id, first.level, orderFrom(first.name))) !== undefined) return place
  const { items, next } = await readChildren(place.id, undefined)
  const compounds = items.filter(({ level }) => level === 'compound')
  const core = shortName(place).replace(/(社区|村)$/u, '')
  const only = compounds.length === 1 && next === undefined ? compounds[0] : undefined
  const compound = compounds.find(({ name }) => name === core) ?? only
  return compound === undefined ? place : ((await readPlace(compound.id)) ?? place)
}

/** Type-ahead at every level, best first; words with numbers are read as an address. */
export async function searchPlaces(words: string, within: PlaceId | undefined, actor: Actor): Promise<Place[]> {
  const standpoint = standpointOf(actor, within)
  const dictionary = await dictionaryAt(standpoint)
  if (dictionary === undefined) return []
  const known = await knownWithin(dictionary, within)
  const suggested = suggest(dictionary, words, { limit: 10, ...(known === undefined ? {} : { within: known }) })
  const found: Place[] = []
  for (const { place: id } of suggested) {
    const place = await readPlace(id)
    if (place === undefined || place.ended !== undefined) continue
    if (within === undefined || place.path.includes(within)) found.push(place)
  }
  if (found.length > 0 || !/[\d\p{Script=Han}]/u.test(words)) return found
  const { place, candidates } = await readAddress(words, standpoint)
  return place === undefined ? candidates.map((one) => one.place) : [place]
}

/** The nearest place around one that the dictionary knows. */
async function knownWithin(dictionary: Dictionary, within: PlaceId | undefined): Promise<PlaceId | undefined> {
  const place = within === undefined ? undefined : await readPlace(within)
  if (place === undefined) return undefined
  const around = (place.path.split('/') as PlaceId[]).reverse() // a path is made of ids
  return around.find((id) => dictionary.ids.includes(id))
}
