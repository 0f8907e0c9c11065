import { useResource } from '@zmht/shared/ui'
import { useEvery } from '@/lib/useEvery'
import { countsOf } from './resources'

/** Milliseconds between two looks at how many places lie inside one. */
const pause = 6000

/** How many places lie inside one, kept up to date while the page is in sight: what was just made is counted a moment later. */
export function useCounts(place: string) {
  const { data } = useResource(countsOf, place)
  useEvery(pause, () => void countsOf.refresh(place))
  return data
}
