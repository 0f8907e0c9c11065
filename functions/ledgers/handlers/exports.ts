import { ledgerRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { knowledgeNow } from '../../knowledge/index'
import { auditLook } from '../../platform/audit.store'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { readAddress, storedFile } from '../../platform/files/bucket'
import { readJob } from '../../platform/job.store'
import { startJob } from '../../platform/jobs'
import { showJob } from '../../platform/show-job'
import type { Ledger } from '../ledger.store'
import { reachOf, visibleLedger } from '../ledger-access'
import { narrowingOf } from '../listing'
import { jobInput } from '../searching'
import { exportingJob } from '../sheets/importing'
import { exportFile } from '../sheets/shelf'
import { checkSifting, siftingOf } from '../sifted'

const routes = ledgerRoutes

/** An export of the caller's own: for anybody else there is none. */
async function own(id: string, ledger: string, actor: Official) {
  const job = await readJob(id)
  if (job === undefined || job.kind !== exportingJob || job.by !== actor.id || job.input.ledger !== ledger)
    throw new Problem('not-found')
  return job
}

/** No record, no export: who took what out of which ledger, and what for. */
async function told({ id, content }: Ledger, actor: Official, purpose: string, at: string): Promise<void> {
  await auditLook({
    actor: actor.id,
    action: 'ledger.read',
    subject: `ledger/${id}`,
    at,
    purpose: purpose === '' ? '导出表格' : `导出表格：${purpose}`,
    attributes: content.columns.flatMap((column) => (column.of === 'attribute' ? [column.attribute] : [])),
    person: '',
  })
}

export const exportRows = endpoint(routes.exportRows, async ({ params, body, actor, bounds, now }) => {
  const ledger = await visibleLedger(params.ledgerId, actor, now)
  const reach = await reachOf(ledger, actor, { bounds, place: body.place, at: now })
  if (reach.places.length === 0) throw new Problem('outside-territory')
  const held = await readJob(params.exportId)
  if (held !== undefined && (held.kind !== exportingJob || held.by !== actor.id)) throw new Problem('key-reused')
  const { purpose = '', conditions = [] } = body
  const asked = jobInput(ledger.id, body)
  // What cannot be asked is said at once, not in a job.
  narrowingOf(ledger, body)
  if (asked.sifting !== '') checkSifting(ledger, await knowledgeNow(), siftingOf({ ...body, conditions }))
  const input = { ...asked, purpose }
  await told(ledger, actor, purpose, now)
  const message = '正在准备导出'
  return showJob(await startJob({ id: params.exportId, kind: exportingJob, input, by: actor.id, message }))
})

export const exportProgress = endpoint(routes.exportProgress, async ({ params, actor }) =>
  showJob(await own(params.exportId, params.ledgerId, actor)),
)

export const exportedFile = endpoint(routes.exportFile, async ({ params, actor, bounds, now }) => {
  const ledger = await visibleLedger(params.ledgerId, actor, now)
  const job = await own(params.exportId, ledger.id, actor)
  // The right is asked again, of just what was exported.
  const place = job.input.place === '' ? undefined : job.input.place
  const reach = await reachOf(ledger, actor, {
    bounds,
    place: place as Parameters<typeof reachOf>[2]['place'],
    at: now,
  }) // written above from one
  if (reach.places.length === 0) throw new Problem('outside-territory')
  const file = exportFile(job.id)
  if (job.state !== 'done' || (await storedFile(file)) === undefined) throw new Problem('not-found')
  await told(ledger, actor, job.input.purpose ?? '', now)
  const name = `${ledger.content.name}.xlsx`
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { url: await readAddress(file, { name, type }), name }
})
