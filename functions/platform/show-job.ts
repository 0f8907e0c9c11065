import type { JobReply } from '@zmht/shared/contract'
import type { Job } from './job.store'

/** A job as whoever started it reads it. */
export function showJob({ id, kind, state, done, total, message, problems }: Job): JobReply {
  return {
    id,
    kind,
    state,
    done,
    total,
    message,
    ...(problems === undefined ? {} : { problems: problems.map((one) => ({ ...one })) }),
  }
}
