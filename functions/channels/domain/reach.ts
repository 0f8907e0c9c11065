import { type Level, levels, type PlaceId } from '@zmht/shared/geo'

/** A place on the way to another. */
interface Tier {
  readonly id: PlaceId
  readonly level: Level
}

const isBelowCommunity = (level: Level): boolean => levels.indexOf(level) > levels.indexOf('community')

/** Where the offers for a place are kept: at the place itself, or at its community when it lies below one. */
export function partitionOf(lineage: readonly Tier[]): PlaceId | undefined {
  return lineage.filter(({ level }) => !isBelowCommunity(level)).at(-1)?.id
}

/** The partitions that can hold an offer for a home: its division levels, root first. */
export function partitionsOf(lineage: readonly Tier[]): PlaceId[] {
  return lineage.filter(({ level }) => !isBelowCommunity(level)).map(({ id }) => id)
}

/** True when a channel that reaches these places reaches a home with this lineage. */
export function reaches(reach: readonly PlaceId[], lineage: readonly PlaceId[]): boolean {
  return reach.some((place) => lineage.includes(place))
}
