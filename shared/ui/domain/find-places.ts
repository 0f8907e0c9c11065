import type { ParsedAddressReply, PlaceReply, PlaceWithLineageReply } from '../../contract'
import type { PlaceId } from '../../geo'
import type { PathStep, PlaceSource } from './place-source'
import { fitsNumber, isBelow, numberWords, readsLikeAddress } from './place-words'

/** A place that may be meant by what was typed. */
export interface Found {
  readonly path: readonly PathStep[]
  readonly tail: string
  readonly hasChildren: boolean
}

export interface Finder {
  /** What the answers are for; while it differs from what is typed, they are still under way. */
  readonly words: string
  readonly found: readonly Found[]
  /** What was written below the deepest known place of an address and is not there yet. */
  readonly missing: { readonly under: Found; readonly parts: ParsedAddressReply['missing'] } | undefined
  readonly error: unknown
}

const foundOf = (place: PlaceWithLineageReply): Found => ({
  path: place.lineage,
  tail: place.tail,
  hasChildren: place.hasChildren,
})

const stepOf = ({ id, name, level }: PlaceReply): PathStep => ({ id, name, level })

/**
 * Goes down by typed numbers: from the place one stands in, or from one above it up to the compound (「3-2-502」 typed in the unit next door).
 */
async function walkNear(places: PlaceSource, here: readonly PathStep[], text: string): Promise<Found | undefined> {
  if (numberWords(text) === undefined) return undefined
  for (let depth = here.length; depth > 0; depth--) {
    const from = here.slice(0, depth)
    const found = await walkDown(places, from, text)
    if (found !== undefined) return found
    if (!isBelow(from.at(-1)?.level ?? 'province', 'compound')) return undefined
  }
  return undefined
}

/** Goes down from a place by typed numbers: 3, 2, 501. Nothing when one of them is not there. */
async function walkDown(places: PlaceSource, from: readonly PathStep[], text: string): Promise<Found | undefined> {
  const words = numberWords(text)
  let path = from
  let last: PlaceReply | undefined
  for (const word of words ?? []) {
    const parent = path.at(-1)
    if (parent === undefined) return undefined
    const { items } = await places.loadChildren(parent.id, undefined, word.number)
    last = items.find((place) => fitsNumber(place, word))
    if (last === undefined) return undefined
    path = [...path, stepOf(last)]
  }
  if (last === undefined) return undefined
  const described = await places.describe(last.id)
  return described === undefined ? undefined : foundOf(described)
}

/** The city on a way: names are looked for in the whole of it, wherever in it one stands. */
function cityIn(way: readonly PathStep[]): PlaceId | undefined {
  return (way.find(({ level }) => level === 'city') ?? way[0])?.id
}

/** Everything that may be meant, most likely first: numbers below here, the address as a whole, names. */
export async function findPlaces(
  places: PlaceSource,
  words: string,
  here: readonly PathStep[],
  within: PlaceId | undefined,
  context: PlaceId | undefined,
): Promise<Finder> {
  const address = readsLikeAddress(words)
  const [below, parsed, named] = await Promise.allSettled([
    walkNear(places, here, words),
    address ? places.parse(words, context) : Promise.resolve(undefined),
    numberWords(words) === undefined ? places.search(words.slice(0, 40), within ?? cityIn(here)) : Promise.resolve([]),
  ])
  const whole = parsed.status === 'fulfilled' ? parsed.value : undefined
  const candidates = [
    ...(below.status === 'fulfilled' && below.value !== undefined ? [below.value] : []),
    ...(whole?.place === undefined ? [] : [foundOf(whole.place)]),
    ...(whole?.candidates ?? []).map(({ place }) => foundOf(place)),
    ...(named.status === 'fulfilled' ? named.value.map(foundOf) : []),
  ].filter(({ path }) => within === undefined || path.some(({ id }) => id === within))
  const seen = new Set<string>()
  const found = candidates.filter(({ path }) => {
    const id = path.at(-1)?.id ?? ''
    return seen.has(id) ? false : seen.add(id)
  })
  const failed = [below, parsed, named].find((one) => one.status === 'rejected')
  const deepest = whole?.place === undefined ? undefined : foundOf(whole.place)
  return {
    words,
    found: found.slice(0, 12),
    missing:
      deepest !== undefined &&
      whole !== undefined &&
      whole.missing.length > 0 &&
      seen.has(deepest.path.at(-1)?.id ?? '')
        ? { under: deepest, parts: whole.missing }
        : undefined,
    error: found.length === 0 && failed?.status === 'rejected' ? failed.reason : undefined,
  }
}
