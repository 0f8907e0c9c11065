import type { PlaceWithLineageReply } from '@zmht/shared/contract'
import { type Level, levels, lineageOf, type PlacePath, placeTail } from '@zmht/shared/geo'
import { cardOf, type LineagePlace, type Place, readLineage } from './place.store'

const isBelowCommunity = (level: Level): boolean => levels.indexOf(level) > levels.indexOf('community')

/**
 * The number of a place as officials read it: the official code of a division; below a community the community's code and the local
 * numbers on the way: 「110105026047-1-3-2-501」.
 */
export function numberOf(lineage: readonly LineagePlace[]): string | undefined {
  const last = lineage.at(-1)
  if (last === undefined || !isBelowCommunity(last.level)) return last?.code
  const division = lineage.filter(({ level }) => !isBelowCommunity(level)).at(-1)
  const local = lineage.filter(({ level }) => isBelowCommunity(level)).map(({ order }) => order.replace(/^0+(?=.)/, ''))
  return [division?.code ?? '', ...local].join('-')
}

/** A place as an answer shows it. */
export async function showPlace(place: Place): Promise<PlaceWithLineageReply> {
  const lineage = await readLineage(place.path)
  const { code: _own, ...card } = cardOf(place)
  const code = numberOf(lineage)
  return {
    ...card,
    ...(code === undefined ? {} : { code }),
    lineage: lineage.map(({ id, name, level }) => ({ id, name, level })),
    tail: placeTail(lineage),
    ...(place.ended === undefined ? {} : { ended: { date: place.ended.date, into: [...place.ended.into] } }),
  }
}

/** The names from below a place down to one inside it. */
export async function namesBelow(path: PlacePath, above: PlacePath): Promise<string[]> {
  const lineage = await readLineage(path)
  return lineage.slice(lineageOf(above).length).map(({ name }) => name)
}
