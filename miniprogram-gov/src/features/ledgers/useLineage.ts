import { createResource, type PathStep, useResource } from '@zmht/shared/ui'
import { places } from '@/lib/api'

const lineages = createResource<readonly PathStep[]>(async (id) =>
  id === '' ? [] : ((await places.describe(id))?.lineage ?? []),
)

/** @returns the way from the root to a place, the place last; nothing until it is read. `''`: no place */
export function useLineage(id: string): readonly PathStep[] | undefined {
  return useResource(lineages, id).data
}
