import { useEffect, useState } from 'react'
import type { EntitySource } from './control'

/** The name of an organisation or a thing known by its id, once it has been read. */
export function useEntityName(entities: EntitySource | undefined, id: string | undefined): string | undefined {
  const [known, setKnown] = useState<{ readonly id: string; readonly name: string }>()
  useEffect(() => {
    if (id === undefined || entities === undefined) return
    let here = true
    entities
      .nameOf(id)
      .then((name) => {
        if (here) setKnown({ id, name: name ?? '已选择' })
      })
      .catch(() => {
        // Only the name is missing; what was chosen stays, and the name is asked for again when the page is opened again.
        if (here) setKnown({ id, name: '已选择' })
      })
    return () => {
      here = false
    }
  }, [entities, id])
  return known !== undefined && known.id === id ? known.name : undefined
}
