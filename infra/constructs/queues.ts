import type { Slice } from '@zmht/shared/contract'
import { Duration } from 'aws-cdk-lib'
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { entries, type QueueName } from './entries'
import { accept } from './reasons'

const fortnight = Duration.days(14)

// Lambda’s own advice: six times the function's timeout, so that a throttled batch is not delivered twice at once.
const visibility = (timeoutSeconds: number) => Duration.seconds(timeoutSeconds * 6)

/** How often a message is tried before it is put aside. */
export const maxReceiveCount = 5

/** One ordered queue per slice, one plain queue of jobs, and where each puts what it cannot digest. */
export class Queues extends Construct {
  readonly byName: Readonly<Record<QueueName, Queue>>
  /** What the two stream consumers gave up on: not the records, only where they lie in the stream. */
  readonly streamFailures: Readonly<Record<'dispatcher' | 'counter', Queue>>
  /** Every dead-letter queue, by the name people know it by. */
  readonly deadLetters: ReadonlyMap<string, Queue>

  constructor(scope: Construct, id: string, props: { readonly prefix: string }) {
    super(scope, id)
    const deadLetters = new Map<string, Queue>()
    const common = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: fortnight }

    const deadLetterQueue = (name: string, fifo: boolean) => {
      const queue = new Queue(this, `${name}-dead`, {
        ...common,
        queueName: `${props.prefix}-${name}-dead${fifo ? '.fifo' : ''}`,
        ...(fifo ? { fifo: true } : {}),
      })
      deadLetters.set(`${name}-dead`, queue)
      return queue
    }
    const sliceQueue = (slice: Slice) =>
      new Queue(this, slice, {
        ...common,
        queueName: `${props.prefix}-${slice}.fifo`,
        fifo: true,
        // High throughput: order is promised within a message group (the owner of an item), not across the queue.
        deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
        fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
        visibilityTimeout: visibility(entries[slice].timeoutSeconds),
        deadLetterQueue: { queue: deadLetterQueue(slice, true), maxReceiveCount },
      })

    this.byName = {
      hierarchy: sliceQueue('hierarchy'),
      permissions: sliceQueue('permissions'),
      knowledge: sliceQueue('knowledge'),
      ledgers: sliceQueue('ledgers'),
      tasks: sliceQueue('tasks'),
      channels: sliceQueue('channels'),
      applications: sliceQueue('applications'),
      overview: sliceQueue('overview'),
      jobs: new Queue(this, 'jobs', {
        ...common,
        queueName: `${props.prefix}-jobs`,
        visibilityTimeout: visibility(entries.jobs.timeoutSeconds),
        deadLetterQueue: { queue: deadLetterQueue('jobs', false), maxReceiveCount },
      }),
    }
    this.streamFailures = {
      dispatcher: deadLetterQueue('dispatcher-stream', false),
      counter: deadLetterQueue('counter-stream', false),
    }
    for (const queue of Object.values(this.streamFailures)) {
      accept(
        queue,
        'SQS3',
        'It is a dead-letter queue: the failure destination of a stream consumer, which the rule does not see.',
      )
    }
    this.deadLetters = deadLetters
  }
}
