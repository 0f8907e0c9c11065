import type { PlaceId } from '@zmht/shared/geo'

interface Home {
  readonly placeId: PlaceId
  readonly label: '常住' | '工作地'
  readonly at: string
}

/** One 常住 and one 工作地 at most: a new one replaces the former of its label. 常住 comes first. */
export function withHome(homes: readonly Home[], home: Home): Home[] {
  const others = homes.filter((one) => one.label !== home.label)
  return [...others, home].sort((one, other) => rank(one) - rank(other))
}

export function withoutHome(homes: readonly Home[], placeId: PlaceId): Home[] {
  return homes.filter((one) => one.placeId !== placeId)
}

const rank = (home: Home): number => (home.label === '常住' ? 0 : 1)
