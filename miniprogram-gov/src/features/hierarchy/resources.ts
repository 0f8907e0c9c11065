import type {
  AnswerableReply,
  BoundaryReply,
  GridReply,
  HistoryEntryReply,
  OperationReply,
  PlaceWithLineageReply,
} from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** A place's id as it stands in an address, which anybody may have typed. */
export function placeIdIn(text: string | undefined): PlaceId {
  if (text === undefined || !isPlaceId(text)) throw new Problem('no-such-place')
  return text
}

/** The parts of a key joined by `/`. */
const partsOf = (key: string) => {
  const [place = '', rest = ''] = key.split('/')
  return { placeId: placeIdIn(place), rest }
}

/** A place as of a day; the key is `place/day`, the day empty for today. */
export const placeAt = createResource<PlaceWithLineageReply>(async (key) => {
  const { placeId, rest } = partsOf(key)
  return api.hierarchy.place({ params: { placeId }, query: rest === '' ? {} : { at: rest } })
})

/** How many places there are inside a place and each of its children. */
export const countsOf = createResource(async (place) => api.hierarchy.counts({ params: { placeId: placeIdIn(place) } }))

export const historyOf = createResource<readonly HistoryEntryReply[]>(
  async (place) => (await api.hierarchy.history({ params: { placeId: placeIdIn(place) } })).items,
)

export const dutiesOf = createResource<readonly AnswerableReply[]>(
  async (place) => (await api.permissions.duties({ params: { placeId: placeIdIn(place) } })).items,
)

export const gridsAt = createResource<readonly GridReply[]>(
  async (place) => (await api.permissions.gridsAt({ params: { placeId: placeIdIn(place) } })).items,
)

export const gridsIn = createResource<readonly GridReply[]>(
  async (place) => (await api.permissions.grids({ query: { within: placeIdIn(place) } })).items,
)

export const coverageOf = createResource(async (place) =>
  api.permissions.gridCoverage({ params: { placeId: placeIdIn(place) } }),
)

export const gridOf = createResource<GridReply>(async (gridId) => api.permissions.grid({ params: { gridId } }))

/** The boundary of a place, in the coordinates asked for; none where none was drawn. The key is `place/crs`. */
export const boundaryOf = createResource<{ readonly boundary: BoundaryReply | undefined }>(async (key) => {
  const { placeId, rest } = partsOf(key)
  return { boundary: await readBoundary(placeId, rest === 'wgs84' ? 'wgs84' : 'gcj02') }
})

export async function readBoundary(placeId: PlaceId, crs: BoundaryReply['crs']): Promise<BoundaryReply | undefined> {
  try {
    return await api.hierarchy.boundary({ params: { placeId }, query: { crs } })
  } catch (problem) {
    if (problem instanceof Problem && problem.kind === 'not-found') return undefined
    throw problem
  }
}

/** How far an operation is; the key is `place/operation`. */
export const operationOf = createResource<OperationReply>(async (key) => {
  const { placeId, rest } = partsOf(key)
  return api.hierarchy.operation({ params: { placeId, operationId: rest } })
})
