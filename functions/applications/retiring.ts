import { partTitle } from '@zmht/shared/applications'
import { type ApplicationPart, channelRoutes, taskRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { now } from '../platform/clock'
import { order } from '../platform/endpoint/order'
import type { Job } from '../platform/job.store'
import type { JobStep } from '../platform/jobs'
import { saveBundle, versionsOf } from './bundle.store'
import type { Application } from './domain/application'
import { wireUp } from './wire-up'

/** One step: one part ends. First of all nothing follows by itself any more; ledgers stay, and what people asked for is finished. */
export async function retireStep(application: Application, job: Job): Promise<Awaited<ReturnType<JobStep>>> {
  const { parts } = application.content
  const total = parts.length + 1
  const at = Number(job.cursor ?? '0')
  if (at === 0) {
    const [last] = await versionsOf(application.id)
    await wireUp(last, { ...application, content: { ...application.content, wiring: [] } }, application.made)
  }
  const part = parts[at]
  if (part !== undefined) {
    await endPart(part.kind, application.made[part.key]?.id, job.by)
    return { cursor: String(at + 1), done: at + 1, total, finished: false, message: `${partTitle(part)}已停用` }
  }
  const { stuck: _stuck, job: _job, ...rest } = application
  const retired: Application = { ...rest, state: 'retired', edition: application.edition + 1, updatedAt: now() }
  if (!(await saveBundle(retired))) throw new Problem('unavailable')
  return { done: total, total, finished: true, message: '已停用，资料都保留' }
}

/** Ends what was made of a part; of a ledger and a notice nothing: they are what people know already. */
export async function endPart(kind: ApplicationPart['kind'], id: string | undefined, by: string): Promise<void> {
  if (id === undefined) return
  try {
    if (kind === 'service') await closeService(id, by)
    if (kind === 'task') await endTask(id, by)
  } catch (error) {
    // It was never made, or its keepers have ended it themselves.
    if (!(error instanceof Problem && error.code === 'not-found')) throw error
  }
}

async function closeService(channelId: string, by: string): Promise<void> {
  const params = { channelId }
  const { state, edition } = await order(channelRoutes.channel, { params }, by)
  if (state === 'open' || state === 'paused') await order(channelRoutes.close, { params, body: { edition } }, by)
}

async function endTask(taskId: string, by: string): Promise<void> {
  const params = { taskId }
  const { state, edition } = await order(taskRoutes.task, { params }, by)
  if (state === 'running' || state === 'suspended')
    await order(taskRoutes.changeTask, { params, body: { action: 'end', edition } }, by)
}
