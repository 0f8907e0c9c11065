import { useEffect, useState } from 'react'
import type { PlaceSource } from '../domain/place-source'

/** The name of a place known by its id, once it has been read. */
export function usePlaceName(places: PlaceSource, id: string | undefined): string | undefined {
  const [known, setKnown] = useState<{ readonly id: string; readonly tail: string }>()
  useEffect(() => {
    if (id === undefined) return
    let here = true
    places
      .describe(id)
      .then((place) => {
        if (here && place) setKnown({ id, tail: place.tail })
      })
      .catch(() => {
        // Only the name is missing; the id chosen stays, and the name is asked for again when the page is opened again.
        if (here) setKnown({ id, tail: '已选择的地点' })
      })
    return () => {
      here = false
    }
  }, [places, id])
  return known !== undefined && known.id === id ? known.tail : undefined
}
