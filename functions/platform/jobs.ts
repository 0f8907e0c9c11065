import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { advanceJob, createJob, type Job, readJob } from './job.store'
import { log } from './log'
import { theQueues } from './stream/queue'

/** One small, idempotent step. A step that is repeated after a crash does the same again. */
export type JobStep = (job: Job) => Promise<{
  readonly cursor?: string
  readonly done: number
  readonly total: number
  readonly message: string
  readonly finished: boolean
}>

export type JobKinds = Readonly<Record<string, JobStep>>

/** Starts a job under an id its asker made; the same id again is the same job. */
export async function startJob(job: Pick<Job, 'id' | 'kind' | 'input' | 'by' | 'message'>): Promise<Job> {
  const { job: kept } = await createJob(job)
  // Sent again also for a job that was there: if the first message was lost, this one revives it, and a step too many changes nothing.
  if (kept.state === 'waiting' || kept.state === 'running') await theQueues().sendJob(kept.id)
  return kept
}

/** @returns false when the job is finished, failed or in other hands. */
export async function runStep(kinds: JobKinds, id: string): Promise<boolean> {
  const job = await readJob(id)
  if (job === undefined || job.state === 'done' || job.state === 'failed') return false
  const step = kinds[job.kind]
  if (step === undefined) throw new Error(`no step is known for jobs of kind ${job.kind}`)
  const { cursor, done, total, message, finished } = await step(job)
  const { cursor: _former, ...rest } = job
  const advanced = await advanceJob({
    ...rest,
    ...(cursor === undefined ? {} : { cursor }),
    done,
    total,
    message,
    state: finished ? 'done' : 'running',
    version: job.version + 1,
  })
  return advanced && !finished
}

/** The job function: one step for each message, then a message for the next. */
export function jobs(kinds: JobKinds) {
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: string[] = []
    for (const record of event.Records) {
      try {
        const { id }: { id: string } = JSON.parse(record.body)
        if (await runStep(kinds, id)) await theQueues().sendJob(id)
      } catch (error) {
        log.error('job step failed', error)
        failed.push(record.messageId)
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
  }
}
