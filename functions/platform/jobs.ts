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
  /** How long to wait before the next step. */
  readonly waitSeconds?: number
  /** What could not be done, row by row. */
  readonly problems?: Job['problems']
}>

export type JobKinds = Readonly<Record<string, JobStep>>

/** Starts a job under an id its asker made; the same id again is the same job. */
export async function startJob(job: Pick<Job, 'id' | 'kind' | 'input' | 'by' | 'message'>): Promise<Job> {
  const { job: kept } = await createJob(job)
  // Sent again also for a job that was there: if the first message was lost, this one revives it, and a step too many changes nothing.
  if (kept.state === 'waiting' || kept.state === 'running') await theQueues().sendJob(kept.id)
  return kept
}

/** @returns after how many seconds the next step is due; undefined when the job is finished, failed or in other hands. */
export async function runStep(kinds: JobKinds, id: string): Promise<number | undefined> {
  const job = await readJob(id)
  if (job === undefined || job.state === 'done' || job.state === 'failed') return undefined
  const step = kinds[job.kind]
  if (step === undefined) throw new Error(`no step is known for jobs of kind ${job.kind}`)
  const { cursor, done, total, message, finished, waitSeconds = 0, problems } = await step(job)
  const { cursor: _former, ...rest } = job
  const advanced = await advanceJob({
    ...rest,
    ...(cursor === undefined ? {} : { cursor }),
    ...(problems === undefined ? {} : { problems }),
    done,
    total,
    message,
    state: finished ? 'done' : 'running',
    version: job.version + 1,
  })
  return advanced && !finished ? waitSeconds : undefined
}

/** The job function: one step for each message, then a message for the next. */
export function jobs(kinds: JobKinds) {
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: string[] = []
    for (const record of event.Records) {
      try {
        const { id }: { id: string } = JSON.parse(record.body)
        const wait = await runStep(kinds, id)
        if (wait !== undefined) await theQueues().sendJob(id, wait)
      } catch (error) {
        log.error('job step failed', error)
        failed.push(record.messageId)
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
  }
}
