import type { RunReply, Wire } from '@zmht/shared/contract'
import type { PlacePath } from '@zmht/shared/geo'
import type { EntityId, Instant } from '@zmht/shared/knowledge'
import { type RunState, runStates } from '@zmht/shared/rules'
import { cached, moving } from '../platform/cache'
import { CustomAttributeType, isSome, itemType, none, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf, type TransactionPart, type WriteParameters } from '../platform/table/write'
import { hopsAfter, type Trace, touchedAgain } from './domain/trace'

/** A wire of an application that is open, in the partition of what sets it off: a service, a task, a notice, a ledger. */
export const wireItem = itemType({
  model: { entity: 'wire', version: '1', service: 'zmht' },
  attributes: {
    source: { type: 'string', required: true },
    bundle: { type: 'string', required: true },
    key: { type: 'string', required: true },
    wire: { type: CustomAttributeType<Wire>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['source'], template: 'WIRE#${source}', casing: 'none' },
      sk: { field: 'sk', composite: ['bundle', 'key'], template: '${bundle}#${key}', casing: 'none' },
    },
  },
})

export interface KeptWire {
  readonly source: string
  readonly bundle: string
  readonly key: string
  readonly wire: Wire
}

const wires = cached(moving, async (source): Promise<readonly KeptWire[]> => {
  const { data } = await wireItem().query.primary({ source }).go({ pages: 'all' })
  return data
})
/** What something sets off; at most 5 s old. */
export const wiresFrom = (source: string): Promise<readonly KeptWire[]> => wires.read(source)

export const wirePart = (wire: KeptWire): TransactionPart => ({ put: wireItem().put(wire).params() })
export const unwirePart = ({ source, bundle, key }: Omit<KeptWire, 'wire'>): TransactionPart => ({
  delete: wireItem().delete({ source, bundle, key }).params(),
})
export const forgetWires = (source: string): void => wires.forget(source)

export async function saveWire(wire: KeptWire): Promise<void> {
  await putIf(wireItem().put(wire).params())
  forgetWires(wire.source)
}

/** What something happened to. */
export interface About {
  readonly kind: RunReply['about']['kind']
  readonly id: string
  readonly name: string
}

/** One time that a wire was set off. */
export interface Run {
  readonly bundle: string
  /** Begins with the second it was set off in, so that runs sort by it; the rest follows from what set it off. */
  readonly id: string
  readonly at: Instant
  readonly wire: string
  readonly says: string
  readonly about: About
  /** Whom or what it is about in the graph: what is begun is about them. */
  readonly entity?: EntityId
  readonly path: PlacePath
  /** So many times in a row something followed from what followed. */
  readonly hops: number
  readonly state: RunState
  readonly attempts: number
  readonly steps: RunReply['steps']
  readonly version: number
}

export const runItem = itemType({
  model: { entity: 'wireRun', version: '1', service: 'zmht' },
  attributes: {
    bundle: { type: 'string', required: true },
    id: { type: 'string', required: true },
    at: { type: 'string', required: true },
    wire: { type: 'string', required: true },
    says: { type: 'string', required: true },
    about: { type: CustomAttributeType<About>('any'), required: true },
    entity: { type: CustomAttributeType<EntityId>('string') },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    hops: { type: 'number', required: true },
    state: { type: runStates, required: true },
    attempts: { type: 'number', required: true },
    steps: { type: CustomAttributeType<RunReply['steps']>('any'), required: true },
    version: { type: 'number', required: true },
    /** The application while somebody has to look at it. */
    stands: { type: 'string', required: true },
    card: { type: CustomAttributeType<Run>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['bundle'], template: 'WIRERUNS#${bundle}', casing: 'none' },
      sk: { field: 'sk', composite: ['id'], template: '${id}', casing: 'none' },
    },
    failed: {
      index: 'gsi1',
      condition: (run: { stands?: string }) => isSome(run.stands),
      pk: { field: 'gsi1pk', composite: ['stands'], template: 'WIRERUNSFAILED#${stands}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['id'], template: '${id}', casing: 'none' },
    },
  },
})

const isBad = ({ state }: Pick<Run, 'state'>): boolean => state === 'failed' || state === 'stopped'

const runAsItem = (run: Run) => present({ ...run, stands: isBad(run) ? run.bundle : none, card: run })

/** @returns false when it was set off before */
export async function createRun(run: Run): Promise<boolean> {
  return (await putIf(runItem().create(runAsItem(run)).params())).written
}

/** @returns false when somebody else wrote since */
export async function saveRun(run: Run): Promise<boolean> {
  const put: WriteParameters = runItem()
    .put(runAsItem(run))
    .where(({ version }, { eq }) => eq(version, run.version - 1))
    .params()
  return (await putIf(put)).written
}

export async function readRun(bundle: string, id: string): Promise<Run | undefined> {
  const { data } = await runItem().get({ bundle, id }).go({ consistent: true })
  return data?.card
}

const pageSize = 20

/** What the wiring of an application did, the latest first. */
export async function runsOf(
  bundle: string,
  only: 'failed' | undefined,
  cursor: string | undefined,
): Promise<{ items: Run[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) => {
    const options = { cursor: from, limit: pageSize, order: 'desc' } as const
    return only === undefined
      ? runItem().query.primary({ bundle }).go(options)
      : runItem().query.failed({ stands: bundle }).go(options)
  })
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}

/** What the wiring did to one thing lately. */
export const traceItem = itemType({
  model: { entity: 'wireTrace', version: '1', service: 'zmht' },
  attributes: {
    touched: { type: 'string', required: true },
    hops: { type: 'number', required: true },
    touches: { type: 'number', required: true },
    since: { type: 'string', required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['touched'], template: 'WIRETRACE#${touched}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'WIRETRACE', casing: 'none' },
    },
  },
})

const daySeconds = 24 * 3600

async function readTrace(touched: string): Promise<Trace | undefined> {
  const { data } = await traceItem().get({ touched }).go({ consistent: true })
  return data ?? undefined
}

/** Notes that the wiring is about to touch something, before it does: what follows is known to follow from it. */
export async function saveTrace(touched: string, hops: number, at: Instant): Promise<void> {
  for (;;) {
    const before = await readTrace(touched)
    const { touches, since, hops: deepest } = touchedAgain(before, hops, at)
    const expiresAt = Math.floor(Date.parse(at) / 1000) + daySeconds
    const put: WriteParameters = traceItem()
      .put({ touched, hops: deepest, touches, since, expiresAt })
      .where((held, { eq, notExists }) =>
        before === undefined
          ? notExists(held.touches)
          : `${eq(held.touches, before.touches)} AND ${eq(held.since, before.since)}`,
      )
      .params()
    if ((await putIf(put)).written) return
  }
}

/** So many times in a row something had followed when the wiring touched it last; 0: it did not lately. */
export const hopsTo = async (touched: string, at: Instant): Promise<number> => hopsAfter(await readTrace(touched), at)
