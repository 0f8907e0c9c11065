import { type ImportChange, permissionRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type Job, readJob } from '../../platform/job.store'
import { allowedIn } from '../authority'
import { previewImport } from '../import'
import { importJob, startImport } from '../import.job'
import { organisationNow } from '../organisation.store'

const routes = permissionRoutes

async function rootOf(id: string) {
  const root = await organisationNow(id)
  if (root !== undefined) return root
  throw new Problem('invalid', { fields: [{ path: 'body.within', message: '没有找到这个单位，请重新选择' }] })
}

function countsOf(changes: readonly ImportChange[]) {
  const counts = { added: 0, moved: 0, ended: 0, phone: 0, same: 0, problem: 0 }
  for (const { what } of changes) counts[what] += 1
  return counts
}

const showJob = ({ id, state, done, total, message, problems = [] }: Job) => ({
  id,
  state,
  done,
  total,
  message,
  problems: problems.map((one) => ({ ...one })),
})

export const previewDirectoryImport = endpoint(routes.previewDirectoryImport, async ({ body, actor, now }) => {
  const root = await rootOf(body.within)
  await allowedIn(actor, 'directory.write', root, now)
  const { changes, digest } = await previewImport(body, root, actor, now)
  return { changes: [...changes], counts: countsOf(changes), digest }
})

/** The import under an id, when it is the caller's. */
async function own(id: string, by: string): Promise<Job | undefined> {
  const held = await readJob(id)
  if (held !== undefined && (held.kind !== importJob || held.by !== by)) throw new Problem('key-reused')
  return held
}

export const importDirectory = endpoint(routes.importDirectory, async ({ params, body, actor, now }) => {
  const root = await rootOf(body.within)
  await allowedIn(actor, 'directory.write', root, now)
  const held = await own(params.jobId, actor.id)
  if (held !== undefined) return showJob(await startImport(held.id, body.date, [], { id: actor.id, name: actor.name }))
  const { digest: previewed, ...asked } = body
  const { actions, digest } = await previewImport(asked, root, actor, now)
  if (digest !== previewed) throw new Problem('changed')
  return showJob(await startImport(params.jobId, body.date, actions, { id: actor.id, name: actor.name }))
})

export const directoryImport = endpoint(routes.directoryImport, async ({ params, actor }) => {
  const held = await readJob(params.jobId)
  if (held === undefined || held.kind !== importJob || held.by !== actor.id) throw new Problem('not-found')
  return showJob(held)
})
