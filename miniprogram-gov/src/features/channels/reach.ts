import { shortName } from '@zmht/shared/geo'
import type { PathStep } from '@zmht/shared/ui'

/** What is said before and after publishing: who will see the service. Long lists are counted. */
export function reachWords(places: readonly Pick<PathStep, 'name' | 'level'>[]): string {
  const names = places.map((place) => shortName(place))
  return names.length <= 4 ? names.join('、') : `${names.slice(0, 3).join('、')}等 ${names.length} 个地方`
}
