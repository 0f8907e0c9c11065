import type { PathStep } from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { places } from '@/lib/api'

/** The way to a place, for pickers to open there. */
export function useLineage(home: string | undefined): readonly PathStep[] | undefined {
  const [lineage, setLineage] = useState<readonly PathStep[]>()
  useEffect(() => {
    if (home === undefined) return
    // Without it pickers open at the top: slower, but nothing is lost.
    places
      .describe(home)
      .then((place) => setLineage(place?.lineage))
      .catch(() => undefined)
  }, [home])
  return lineage
}
