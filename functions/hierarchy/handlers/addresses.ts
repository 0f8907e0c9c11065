import { hierarchyRoutes, type ParsedAddressReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type FoundAddress, readAddress, readMentions, searchPlaces, standpointOf } from '../addresses'
import { cityOf } from '../city-dictionary'
import { dictionaryHead, dictionaryPart as readPart } from '../dictionary.store'
import { readPlace } from '../place.store'
import { showPlace } from '../show'

const routes = hierarchyRoutes

async function show(text: string, found: FoundAddress): Promise<ParsedAddressReply> {
  const { parts, place, confidence, candidates, missing } = found
  return {
    text,
    parts: { ...parts },
    ...(place === undefined ? {} : { place: await showPlace(place) }),
    confidence,
    candidates: await Promise.all(
      candidates.map(async (one) => ({ place: await showPlace(one.place), confidence: one.confidence })),
    ),
    missing: missing.map((one) => ({ ...one })),
  }
}

export const search = endpoint(routes.search, async ({ query, actor }) => ({
  items: await Promise.all((await searchPlaces(query.q, query.within, actor)).map(showPlace)),
}))

export const parse = endpoint(routes.parse, async ({ body, actor }) =>
  show(body.text, await readAddress(body.text, standpointOf(actor, body.context))),
)

export const mentions = endpoint(routes.mentions, async ({ body, actor }) => {
  const found = await readMentions(body.text, standpointOf(actor, body.context))
  return {
    items: await Promise.all(
      found.map(async ({ start, end, text, ...address }) => ({ ...(await show(text, address)), start, end })),
    ),
  }
})

async function cityAround(id: PlaceId): Promise<PlaceId> {
  const place = await readPlace(id)
  if (place === undefined) throw new Problem('not-found')
  return cityOf(place)
}

export const dictionary = endpoint(routes.dictionary, async ({ params }) => {
  const head = await dictionaryHead(await cityAround(params.placeId))
  if (head === undefined) throw new Problem('not-found')
  const { version, parts, bytes } = head
  return { version, parts, bytes }
})

export const dictionaryPart = endpoint(routes.dictionaryPart, async ({ params }) => {
  const data = await readPart(await cityAround(params.placeId), params.version, Number(params.part))
  if (data === undefined) throw new Problem('not-found')
  return { data: Buffer.from(data).toString('base64') }
})
