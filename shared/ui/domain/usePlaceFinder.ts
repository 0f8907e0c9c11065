import { useEffect, useState } from 'react'
import type { PlaceId } from '../../geo'
import { type Finder, findPlaces } from './find-places'
import type { PathStep, PlaceSource } from './place-source'

const nothing: Finder = { words: '', found: [], missing: undefined, error: undefined }
/** Typing goes on within so many milliseconds: nothing is asked yet. */
const pause = 220

/**
 * Looks for what is typed while it is typed: the beginning of a name, its pinyin initials, numbers below the place one stands in, or a
 * whole address.
 */
export function usePlaceFinder(
  places: PlaceSource,
  {
    text,
    here,
    within,
    context,
  }: {
    readonly text: string
    readonly here: readonly PathStep[]
    readonly within?: PlaceId | undefined
    /** Where the person lives or works. */
    readonly context?: PlaceId | undefined
  },
): Finder {
  const [state, setState] = useState<Finder>(nothing)
  const words = text.trim().slice(0, 200)
  const standing = here.at(-1)?.id
  useEffect(() => {
    if (words === '') {
      setState(nothing)
      return
    }
    let wanted = true
    const timer = setTimeout(() => {
      void findPlaces(places, words, here, within, context).then((found) => {
        if (wanted) setState(found)
      })
    }, pause)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [places, words, standing, within, context])
  return state
}
