import { initialsOf, lineageOf, type PlaceId } from '@zmht/shared/geo'
import { moving } from '../platform/cache'
import { later, now, nowMillis } from '../platform/clock'
import type { Job } from '../platform/job.store'
import type { JobStep } from '../platform/jobs'
import { relocateTotals } from '../platform/stream/counter.relocate'
import { dictionaryFollows } from './city-dictionary'
import { type Location, tiersOf } from './domain/relocation'
import { type Operation, readLeavers, readOperation, saveOperation } from './operation.store'
import { changePlace, markParent, readChildren, readPlace, storedChildrenOf } from './place.store'
import { type Relocate, relocatePlaces } from './relocate'
import { closeRelocations, readTree } from './tree.store'

/** Where an operation's job stands; what a step leaves behind for the next. */
interface Stand {
  /** First everything once, then, when nothing of before can still be under way, everything again. */
  readonly pass: 1 | 2
  readonly stage: number
  readonly region: number
  readonly cursor?: string
  /** Not before. */
  readonly notBefore?: string
  readonly moved: number
}

/** Longer than any function may run (jobs: 120 s): whatever was computed from the tree as it was is written by then. */
export const settling = 150_000

export interface Stage {
  /** What a person reads: 「正在整理地点」. */
  readonly name: string
  readonly relocate: Relocate
}

/**
 * Works off an operation: every slice rewrites its copies of the paths, then the numbers change over. The whole is done twice,
 * with a pause longer than any call can last, so that copies written by calls that began before are found, too. Only then are the
 * operation's relocations forgotten, in the order of the operations.
 *
 * @param others the shares of the slices after this one; put together where all slices are known.
 */
export function operationStep(others: readonly Stage[]): JobStep {
  const slices: readonly Stage[] = [{ name: '地点', relocate: relocatePlaces }, ...others]
  /** The numbers change over first, so that they are right soon, and once more when everything else is where it belongs. */
  const last = slices.length + 1
  return async (job: Job) => {
    const operation = await readOperation(job.input.operation ?? '')
    if (operation === undefined || operation.at === undefined) return finished('没有这项调整', 0)
    const stand: Stand =
      job.cursor === undefined
        ? { pass: 1, stage: 0, region: 0, moved: 0, notBefore: operation.at }
        : JSON.parse(job.cursor)
    const { notBefore = operation.at, ...here } = stand
    if (notBefore > now()) return going(stand, slices)
    if (here.stage === 0 || here.stage === last) {
      await changeNumbersOver(operation)
      await spellNames(operation)
      if (here.stage === last) await tellParents(operation)
      // What this pass rewrote is in nobody's memory as it was when the next thing is done.
      return going(
        { ...here, stage: here.stage + 1, ...(here.stage === last ? { notBefore: later(now(), moving) } : {}) },
        slices,
      )
    }
    const slice = slices[here.stage - 1]
    if (slice !== undefined) {
      const region = (await regionsOf(operation))[here.region]
      if (region === undefined) return going({ ...here, stage: here.stage + 1, region: 0 }, slices)
      const { moved, cursor } = await slice.relocate(region.path, here.cursor)
      const { cursor: _done, ...rest } = { ...here, moved: here.moved + moved }
      return going(cursor === undefined ? { ...rest, region: here.region + 1 } : { ...rest, cursor }, slices)
    }
    if (here.pass === 1)
      return going({ pass: 2, stage: 0, region: 0, moved: here.moved, notBefore: later(now(), settling) }, slices)
    // Earlier operations first: what they tell of may be told of again by this one.
    const [earliest] = (await readTree()).relocations
    if (earliest !== undefined && earliest.sequence < (operation.sequence ?? 0))
      return going({ ...here, notBefore: later(now(), moving) }, slices)
    await closeRelocations(operation.id)
    await dictionaryFollows(operation.place)
    const current = await readOperation(operation.id)
    if (current !== undefined && current.state !== 'done')
      await saveOperation({ ...current, state: 'done', version: current.version + 1 })
    return finished(here.moved === 0 ? '已完成' : `已完成，整理了 ${here.moved} 处记录`, here.moved)
  }
}

const finished = (message: string, moved: number) => ({ done: moved, total: moved, finished: true, message })

function going(stand: Stand, slices: readonly Stage[]) {
  const wait = (Date.parse(stand.notBefore ?? now()) - nowMillis()) / 1000
  const name = slices[stand.stage - 1]?.name ?? '统计数'
  return {
    cursor: JSON.stringify(stand),
    done: stand.moved,
    total: 0,
    finished: false,
    message:
      stand.pass === 1
        ? `已生效，正在整理${name}，已整理 ${stand.moved} 处`
        : `已生效，正在做最后核对，已整理 ${stand.moved} 处`,
    ...(wait > 0 ? { waitSeconds: wait } : {}),
  }
}

/** Where copies from before the operation lie. A new name is shown in copies, too. */
async function regionsOf(operation: Operation): Promise<Pick<Location, 'path'>[]> {
  const own = (await readTree()).relocations.filter((one) => one.operation === operation.id)
  if (own.length > 0) return own.map(({ from }) => from)
  const place = operation.body.kind === 'rename' ? await readPlace(operation.place) : undefined
  return place === undefined ? [] : [place]
}

/** New names get their initials. */
async function spellNames({ place, made }: Operation): Promise<void> {
  for (const id of [place, ...made]) {
    await changePlace(id, (one) => {
      const initials = initialsOf(one.name)
      return one.initials === initials ? undefined : { ...one, initials }
    })
  }
}

/** The totals of everything that hangs on another parent since the operation. */
async function changeNumbersOver(operation: Operation): Promise<void> {
  const places = new Set<PlaceId>()
  for (const { self, inside } of (await readTree()).relocations.filter((one) => one.operation === operation.id)) {
    const moved = lineageOf(self.path).at(-1)
    if (moved === undefined) continue
    places.add(moved)
    if (inside.path === self.path) continue
    // A merger: the children that are still stored under it, and those that are not any more.
    for (const { card } of await storedChildrenOf(moved)) places.add(card.id)
    for (const { place, operation: by } of await readLeavers(moved)) if (by === operation.id) places.add(place)
  }
  const lineageOfPlace = async (id: PlaceId) => {
    const place = await readPlace(id)
    return place === undefined ? undefined : tiersOf(place)
  }
  for (const id of places) {
    const lineage = await lineageOfPlace(id)
    if (lineage !== undefined) await relocateTotals(lineage, lineageOfPlace)
  }
}

/** Whoever gained or lost children says so. */
async function tellParents(operation: Operation): Promise<void> {
  const own = (await readTree()).relocations.filter((one) => one.operation === operation.id)
  const parents = new Set(
    own.flatMap(({ from, self, inside }) => [
      ...lineageOf(from.path).slice(-2),
      ...lineageOf(self.path).slice(-2, -1),
      ...lineageOf(inside.path).slice(-1),
    ]),
  )
  for (const id of parents) {
    const { items } = await readChildren(id, undefined)
    await markParent(id, items.length > 0)
  }
}
