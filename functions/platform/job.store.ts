import { randomUUID } from 'node:crypto'
import { CustomAttributeType, itemType, present } from './table/item'
import { putIf } from './table/write'

/** A row of what was asked for that could not be done. */
export interface JobProblem {
  readonly row: number
  readonly message: string
}

export const jobItem = itemType({
  model: { entity: 'job', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    kind: { type: 'string', required: true },
    state: { type: ['waiting', 'running', 'done', 'failed'] as const, required: true },
    input: { type: CustomAttributeType<Readonly<Record<string, string>>>('any'), required: true },
    /** Where the next step starts; opaque to the platform. */
    cursor: { type: 'string' },
    done: { type: 'number', required: true },
    total: { type: 'number', required: true },
    message: { type: 'string', required: true },
    problems: { type: CustomAttributeType<readonly JobProblem[]>('any') },
    by: { type: 'string', required: true },
    /** Of the write itself: a write that was sent twice finds itself by it. */
    stamp: { type: 'string' },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'JOB#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'JOB', casing: 'none' },
    },
  },
})

export interface Job {
  readonly id: string
  readonly kind: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly input: Readonly<Record<string, string>>
  readonly cursor?: string
  readonly done: number
  readonly total: number
  readonly message: string
  /** What could not be done, row by row; at most 200. */
  readonly problems?: readonly JobProblem[]
  readonly by: string
  readonly version: number
}

export async function readJob(id: string): Promise<Job | undefined> {
  const { data } = await jobItem().get({ id }).go({ consistent: true })
  return data === null ? undefined : present(data)
}

/** @returns the job under this id: the new one, or the one that was there. */
export async function createJob(
  job: Pick<Job, 'id' | 'kind' | 'input' | 'by' | 'message'>,
): Promise<{ job: Job; created: boolean }> {
  const fresh: Job = { ...job, state: 'waiting', done: 0, total: 0, version: 1 }
  const { written } = await putIf(jobItem().create(fresh).params())
  if (written) return { job: fresh, created: true }
  return { job: (await readJob(job.id)) ?? fresh, created: false }
}

/** @returns false when another worker advanced the job meanwhile. A write sent again after its answer was lost is no other worker. */
export async function advanceJob(job: Job): Promise<boolean> {
  const stamp = randomUUID()
  const outcome = await putIf(
    jobItem()
      .put({ ...job, stamp })
      .where(({ version }, { eq }) => eq(version, job.version - 1))
      .params(),
  )
  return outcome.written || outcome.held?.stamp === stamp
}
