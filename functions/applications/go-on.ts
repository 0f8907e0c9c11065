import { mintJobId } from '@zmht/shared/contract'
import { isHalfOpen } from '@zmht/shared/rules'
import { now } from '../platform/clock'
import { startJob } from '../platform/jobs'
import { readBundle, saveBundle } from './bundle.store'
import type { Application } from './domain/application'
import { openingJob } from './opening.job'

/** Opens further what had stopped: once, however often it is told. */
export async function goOn(bundle: string): Promise<void> {
  const seen = await readBundle(bundle)
  if (seen === undefined || !isHalfOpen(seen.state)) return
  const { stuck: _stuck, ...rest } = seen
  const job = mintJobId()
  const next: Application = { ...rest, state: 'opening', job, edition: seen.edition + 1, updatedAt: now() }
  if (!(await saveBundle(next))) return
  await startJob({ id: job, kind: openingJob, input: { application: bundle }, by: seen.by, message: '正在开通' })
}
