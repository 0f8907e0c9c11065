import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { nowMillis } from '../platform/clock'
import type { Message } from '../platform/stream/message'
import type { Queues } from '../platform/stream/queue'

type Consumer = (event: SQSEvent) => Promise<SQSBatchResponse>

interface Waiting {
  readonly message: Message
  receives: number
}

const maxReceives = 5
/** Groups worked off at once: more would only wait for the one engine, and for one another. */
const mostAtOnce = 32

/**
 * FIFO queues in this process with the promises SQS makes: order and one in flight per group, redelivery, dead letters after five
 * tries. Nothing is lost when the process is killed: the stream's position is kept only up to the oldest message not yet
 * done (`outstanding`), so what was in memory comes again from the stream. Dead letters are kept in files.
 */
export class LocalQueues implements Queues {
  private readonly groups = new Map<string, Waiting[]>()
  private readonly running = new Set<string>()
  private readonly consumers = new Map<string, Consumer>()
  private readonly openById = new Map<string, number>()
  private readonly callbacks = new Map<string, () => void>()
  /** Groups with messages that nobody works off yet, the longest waiting first. */
  private readonly ready: { readonly slice: string; readonly key: string }[] = []
  private draining = 0
  private jobConsumer: Consumer | undefined
  private open = 0
  private everTaken = 0
  private stopped = false

  /** @param folder for dead letters; absent: they are kept in memory only. */
  constructor(private readonly folder?: string) {
    if (folder !== undefined) mkdirSync(folder, { recursive: true })
  }

  /** Jobs whose step failed five times. */
  readonly deadJobs: string[] = []

  readonly deadLetters: { slice: string; message: Message }[] = []

  consume(slice: string, consumer: Consumer): void {
    this.consumers.set(slice, consumer)
  }
  consumeJobs(consumer: Consumer): void {
    this.jobConsumer = consumer
  }

  async send(slice: string, messages: readonly Message[]): Promise<void> {
    for (const message of messages) this.enqueue(slice, message)
  }

  /** Calls back once no message of this id waits any more, in whichever queue: at once when there is none. */
  whenDone(id: string, done: () => void): void {
    if (this.openById.has(id)) this.callbacks.set(id, done)
    else done()
  }

  /** Jobs whose next step is not due yet. */
  private readonly later = new Map<string, number>()

  async sendJob(id: string, afterSeconds = 0): Promise<void> {
    if (afterSeconds > 0) {
      this.later.set(id, nowMillis() + afterSeconds * 1000)
      return
    }
    this.takeOne()
    setImmediate(() => void this.runJob(id).finally(() => (this.open -= 1)))
  }

  /** One step, tried again as a redelivered message is. */
  private async runJob(id: string): Promise<void> {
    for (let receives = 1; receives <= maxReceives && !this.stopped; receives++) {
      const answer = await this.jobConsumer?.(eventOf([{ id: `job-${id}`, body: { id } }]))
      if ((answer?.batchItemFailures.length ?? 0) === 0) return
      await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** receives))
    }
    if (!this.stopped) this.deadJobs.push(id)
  }

  /** Starts the steps that have become due. */
  startDue(): void {
    for (const [id, due] of [...this.later]) {
      if (due > nowMillis() || !this.later.delete(id)) continue
      void this.sendJob(id)
    }
  }

  /** When the next waiting step is due, in milliseconds since the epoch. */
  get nextDue(): number | undefined {
    return this.later.size === 0 ? undefined : Math.min(...this.later.values())
  }

  /** Messages and jobs not yet done. */
  get outstanding(): number {
    return this.open
  }

  /** Messages and jobs ever taken in: two readings are the same exactly when none came between them. */
  get taken(): number {
    return this.everTaken
  }

  private takeOne(): void {
    this.open += 1
    this.everTaken += 1
  }

  stop(): void {
    this.stopped = true
  }

  private enqueue(slice: string, message: Message): void {
    if (!this.consumers.has(slice)) return
    this.openById.set(message.id, (this.openById.get(message.id) ?? 0) + 1)
    const key = `${slice}\n${message.group}`
    const waiting = this.groups.get(key) ?? []
    waiting.push({ message, receives: 0 })
    this.groups.set(key, waiting)
    this.takeOne()
    if (this.running.has(key)) return
    this.running.add(key)
    this.ready.push({ slice, key })
    setImmediate(() => this.startReady())
  }

  private startReady(): void {
    while (this.draining < mostAtOnce && !this.stopped) {
      const next = this.ready.shift()
      if (next === undefined) return
      this.draining += 1
      void this.drain(next.slice, next.key).finally(() => {
        this.draining -= 1
        this.startReady()
      })
    }
  }

  private async drain(slice: string, key: string): Promise<void> {
    const waiting = this.groups.get(key) ?? []
    while (waiting.length > 0 && !this.stopped) {
      const [first] = waiting
      if (first === undefined) break
      first.receives += 1
      const failed = await this.deliver(slice, first.message)
      if (failed && first.receives < maxReceives) {
        await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** first.receives))
        continue
      }
      if (failed) this.bury(slice, first.message)
      waiting.shift()
      this.finish(first.message.id)
    }
    this.running.delete(key)
    if (waiting.length === 0) this.groups.delete(key)
  }

  private finish(id: string): void {
    this.open -= 1
    const left = (this.openById.get(id) ?? 1) - 1
    if (left > 0) {
      this.openById.set(id, left)
      return
    }
    this.openById.delete(id)
    this.callbacks.get(id)?.()
    this.callbacks.delete(id)
  }

  private async deliver(slice: string, message: Message): Promise<boolean> {
    try {
      const answer = await this.consumers.get(slice)?.(eventOf([{ id: message.id, body: message }]))
      return (answer?.batchItemFailures.length ?? 0) > 0
    } catch {
      return true
    }
  }

  private bury(slice: string, message: Message): void {
    this.deadLetters.push({ slice, message })
    if (this.folder !== undefined) appendFileSync(join(this.folder, `${slice}.jsonl`), `${JSON.stringify(message)}\n`)
  }

  /** Puts a slice's dead letters back into its queue. @returns how many. */
  replay(slice: string): number {
    const messages = this.deadLetters.filter((one) => one.slice === slice).map(({ message }) => message)
    const file = this.folder === undefined ? undefined : join(this.folder, `${slice}.jsonl`)
    if (file !== undefined && existsSync(file)) {
      const kept: Message[] = readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
      messages.push(...kept.filter(({ id }) => !messages.some((one) => one.id === id)))
      writeFileSync(file, '')
    }
    this.deadLetters.splice(0, this.deadLetters.length, ...this.deadLetters.filter((one) => one.slice !== slice))
    for (const message of messages) this.enqueue(slice, message)
    return messages.length
  }
}

function eventOf(messages: readonly { readonly id: string; readonly body: unknown }[]): SQSEvent {
  // Only what the consumers read of an SQS event.
  return { Records: messages.map(({ id, body }) => ({ messageId: id, body: JSON.stringify(body) })) } as SQSEvent
}
