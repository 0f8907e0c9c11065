import { hierarchyRoutes } from '@zmht/shared/contract'
import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import type { PlaceDraft } from '@zmht/shared/geo/mint'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { readJob } from '../../platform/job.store'
import { startJob } from '../../platform/jobs'
import { showJob } from '../../platform/show-job'
import { compareDrafts, mintJob, packed, planMint } from '../mint'
import { readPlace } from '../place.store'

const routes = hierarchyRoutes

async function locate({ params }: { params: { placeId: PlaceId } }) {
  const place = await readPlace(params.placeId)
  if (place === undefined) throw new Problem('not-found')
  return { resource: { kind: 'place', id: place.id, lineage: lineageOf(place.path) }, loaded: place }
}

/** The first few ways down, as people read them. */
function sampleOf(drafts: readonly PlaceDraft[], above: readonly string[] = []): string[] {
  return drafts
    .flatMap((draft) => {
      const names = [...above, draft.name]
      return draft.inside.length === 0 ? [names.join(' ')] : sampleOf(draft.inside.slice(0, 5), names)
    })
    .slice(0, 8)
}

export const previewMint = endpoint(routes.previewMint, {
  locate,
  handle: async ({ params, body, loaded }) => {
    const { drafts, problems } = planMint(body, loaded.level)
    const { fresh, existing } = await compareDrafts(params.placeId, drafts)
    return { fresh, existing, sample: sampleOf(drafts), problems: [...problems] }
  },
})

export const mint = endpoint(routes.mint, {
  locate,
  handle: async ({ params, body, actor, loaded }) => {
    if (loaded.ended !== undefined) throw new Problem('no-such-place')
    planMint(body, loaded.level)
    const job = await startJob({
      id: params.jobId,
      kind: mintJob,
      input: { place: params.placeId, body: packed(body) },
      by: actor.id,
      message: '等待开始',
    })
    if (job.kind !== mintJob || job.input.place !== params.placeId) throw new Problem('key-reused')
    return showJob(job)
  },
})

export const mintProgress = endpoint(routes.mintProgress, {
  locate,
  handle: async ({ params }) => {
    const job = await readJob(params.jobId)
    if (job === undefined || job.kind !== mintJob || job.input.place !== params.placeId) throw new Problem('not-found')
    return showJob(job)
  },
})
