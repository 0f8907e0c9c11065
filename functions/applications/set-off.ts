import { wireWords } from '@zmht/shared/applications'
import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import type { EntityId } from '@zmht/shared/knowledge'
import type { RunState } from '@zmht/shared/rules'
import { knowledgeNow } from '../knowledge/index'
import { startJob } from '../platform/jobs'
import { bundleNow } from './bundle.store'
import { setOffBy } from './domain/engine'
import { named } from './names'
import { type About, createRun, hopsTo, type KeptWire, type Run, wiresFrom } from './wire.store'

/** Something that came of a service, a task, a notice or a ledger. */
export interface Happened {
  /** Of which. */
  readonly source: string
  /** 「closed」, 「safe.help」. */
  readonly at: string
  /** What tells it from the same coming again. */
  readonly key: string
  /** When, to the second: the same however often the message comes. */
  readonly time: string
  readonly about: About
  readonly entity?: EntityId
  readonly path: PlacePath
  /** Under what the wiring notes that it touched it. */
  readonly touched: readonly string[]
}

/** Sets off what waits for it. A message that comes again sets off nothing twice: a run is named after what set it off. */
export async function setOff(happened: Happened): Promise<void> {
  const wires = await wiresFrom(happened.source)
  if (setOffBy(wires, happened.at, 0).length === 0) return
  const hops = Math.max(...(await Promise.all(happened.touched.map((one) => hopsTo(one, happened.time)))), 0)
  for (const { kept, state } of setOffBy(wires, happened.at, hops)) await setOffOne(kept, happened, hops, state)
}

async function setOffOne({ bundle, wire }: KeptWire, happened: Happened, hops: number, state: RunState): Promise<void> {
  const application = await bundleNow(bundle)
  if (application === undefined || application.state === 'retired') return
  const { about, entity, path, time, key, at } = happened
  const run: Run = {
    bundle,
    id: `${second(time)}${named(16, bundle, wire.key, about.id, at, key)}`,
    at: time,
    wire: wire.key,
    says: wireWords(wire, application.content, await knowledgeNow()),
    about,
    ...(entity === undefined ? {} : { entity }),
    path,
    hops,
    state,
    attempts: 1,
    steps: [],
    version: 1,
  }
  await createRun(run)
  if (state === 'waiting') await startRun(run)
}

/** Carries out what a wire does, once it was set off. */
export const runJob = 'applications.run'

/** Carries a run out, as a job of each attempt. */
export const startRun = ({ bundle, id, attempts }: Run) =>
  startJob({
    id: `j${id}-${attempts}`,
    kind: runJob,
    input: { bundle, run: id },
    by: 'system',
    message: '联动正在办',
  })

/** Eight characters that sort by the second. */
const second = (time: string): string =>
  Math.floor(Date.parse(time) / 1000)
    .toString(36)
    .padStart(8, '0')

/** The last place on a path. */
export const placeOn = (path: PlacePath) => lineageOf(path).at(-1)
