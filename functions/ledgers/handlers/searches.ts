import { ledgerRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { knowledgeNow } from '../../knowledge/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { readJob } from '../../platform/job.store'
import { startJob } from '../../platform/jobs'
import { showJob } from '../../platform/show-job'
import { reachOf, visibleLedger } from '../ledger-access'
import { narrowingOf } from '../listing'
import { isOutside } from '../register'
import { type LineKey, readLine } from '../row.store'
import { type FoundAll, foundPage } from '../search.job'
import { type AskedByJob, jobInput } from '../searching'
import { searchingJob } from '../sheets/importing'
import { partNames, readPart } from '../sheets/shelf'
import { showRow } from '../show-row'
import { checkSifting, siftingOf } from '../sifted'

const routes = ledgerRoutes

export const startSearch = endpoint(routes.startSearch, async ({ params, body, actor, bounds, now }) => {
  const ledger = await visibleLedger(params.ledgerId, actor, now)
  const reach = await reachOf(ledger, actor, { bounds, place: body.place, at: now })
  if (reach.places.length === 0) throw new Problem('outside-territory')
  // What cannot be asked is said at once, not in a job.
  narrowingOf(ledger, body)
  checkSifting(ledger, await knowledgeNow(), siftingOf(body))
  const held = await readJob(params.searchId)
  if (held !== undefined && (held.kind !== searchingJob || held.by !== actor.id)) throw new Problem('key-reused')
  const input = jobInput(ledger.id, body)
  const message = '正在查找'
  return showJob(await startJob({ id: params.searchId, kind: searchingJob, input, by: actor.id, message }))
})

/** A search of the caller's own: for anybody else there is none. */
async function own(id: string, ledger: string, actor: Official) {
  const job = await readJob(id)
  if (job === undefined || job.kind !== searchingJob || job.by !== actor.id || job.input.ledger !== ledger)
    throw new Problem('not-found')
  return job
}

export const foundRows = endpoint(routes.foundRows, async ({ params, query, actor, bounds, now }) => {
  const ledger = await visibleLedger(params.ledgerId, actor, now)
  const job = await own(params.searchId, ledger.id, actor)
  const shown = { job: showJob(job), listed: false, items: [], total: 0, unseen: 0 }
  const all = job.state === 'done' ? await readPart<FoundAll>(job.id, partNames.foundAll) : undefined
  if (all === undefined) return shown
  const { place }: AskedByJob = job.input
  // The right is asked again, of just what was searched.
  const reach = await reachOf(ledger, actor, {
    bounds,
    place: place === '' ? undefined : (place as Parameters<typeof reachOf>[2]['place']), // written above from one
    at: now,
  })
  const page = Math.floor(Number(query.from ?? 0) / foundPage)
  const keys = (await readPart<readonly LineKey[]>(job.id, partNames.foundPage(page))) ?? []
  const knowledge = await knowledgeNow()
  const rows = await Promise.all(
    keys.map(async (key) => {
      const row = await readLine(ledger.id, key)
      if (row === undefined) return []
      const outside = await Promise.all(reach.places.map((within) => isOutside(row.path, within, reach.except)))
      return outside.every((one) => one) ? [] : [await showRow(ledger, knowledge, row, reach)]
    }),
  )
  const next = (page + 1) * foundPage
  return { ...shown, ...all, listed: true, items: rows.flat(), ...(next < all.total ? { next } : {}) }
})
