import { createHash } from 'node:crypto'
import type { OperationBody } from '@zmht/shared/contract'
import { lineageOf, type PlaceId, placeIdFrom } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { beginningOf, dayInChina, later, now, until } from '../platform/clock'
import { dueAt } from '../platform/due.store'
import { startJob } from '../platform/jobs'
import { type TransactionPart, transact } from '../platform/table/write'
import { obstaclesTo, type Plan, planOperation, type Subject, type Surroundings } from './domain/operation'
import { nextOrder } from './domain/order'
import {
  aliasPut,
  type HistoryEntry,
  historyPut,
  type Operation,
  operationPut,
  readOperation,
  saveOperation,
} from './operation.store'
import {
  forgetPlace,
  type Place,
  type PlaceCard,
  placeCreation,
  placedBy,
  placePut,
  readByCode,
  readChildren,
  readPlace,
  readStored,
} from './place.store'
import { announcement, readTree, type Tree, treePut } from './tree.store'

export const operationJob = 'hierarchy.operation'

interface Prepared {
  readonly tree: Tree
  readonly stored: Place
  readonly place: Subject
  readonly surroundings: Surroundings
  readonly obstacles: readonly string[]
}

const subjectOf = (place: Place): Subject => ({
  id: place.id,
  name: place.name,
  level: place.level,
  path: place.path,
  levels: place.levels,
  edges: place.edges,
  ended: place.ended !== undefined,
  hasChildren: place.hasChildren,
  order: place.order,
  ...(place.parentId === undefined ? {} : { parentId: place.parentId }),
  ...(place.code === undefined ? {} : { code: place.code }),
})

/** Everything an operation is judged by, with all operations announced so far taken as done. */
export async function prepare(id: PlaceId, body: OperationBody): Promise<Prepared> {
  const tree = await readTree()
  // What was announced a moment ago is seen by the lists below only when it holds.
  const announced = tree.relocations.at(-1)?.at
  if (announced !== undefined) await until(announced)
  const read = async (one: PlaceId): Promise<Place | undefined> => {
    const stored = await readStored(one)
    return stored === undefined ? undefined : placedBy(stored, tree.relocations)
  }
  const [stored, placed] = await Promise.all([readStored(id), read(id)])
  if (stored === undefined || placed === undefined) throw new Problem('not-found')
  const children = await readChildren(id, undefined)
  const place = { ...subjectOf(placed), hasChildren: children.items.length > 0 }
  const ids = namedIn(body)
  const found = await Promise.all(ids.map(read))
  const named = new Map(found.flatMap((one) => (one === undefined ? [] : [[one.id, subjectOf(one)] as const])))
  const around = body.kind === 'move' ? body.to : place.parentId
  const neighbours =
    around === undefined || body.kind === 'merge' || body.kind === 'abolish' ? [] : await namesBelow(around, id)
  const code = codesIn(body)[0]
  const bearer = code === undefined ? undefined : await readByCode(code)
  const freeOrder = body.kind === 'move' && named.has(body.to) ? await freeOrderBelow(body.to, place) : undefined
  const surroundings: Surroundings = {
    named,
    neighbours,
    ...(bearer === undefined ? {} : { bearer }),
    ...(freeOrder === undefined ? {} : { freeOrder }),
  }
  return { tree, stored, place, surroundings, obstacles: obstaclesTo(body, place, surroundings) }
}

/** The places an operation's body names. */
export function namedIn(body: OperationBody): PlaceId[] {
  switch (body.kind) {
    case 'rename':
      return []
    case 'move':
      return [body.to]
    case 'merge':
      return [body.into]
    case 'split':
      return [...new Set(body.parts.flatMap(({ children }) => children))]
    case 'abolish':
      return [...body.into]
  }
}

const codesIn = (body: OperationBody): string[] => {
  if (body.kind === 'split') return body.parts.flatMap(({ code }) => (code === undefined ? [] : [code]))
  return 'code' in body && body.code !== undefined ? [body.code] : []
}

async function allChildren(parent: PlaceId): Promise<PlaceCard[]> {
  const all: PlaceCard[] = []
  let cursor: string | undefined
  do {
    const page = await readChildren(parent, cursor)
    all.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return all
}

const namesBelow = async (parent: PlaceId, but: PlaceId): Promise<string[]> =>
  (await allChildren(parent)).filter(({ id }) => id !== but).map(({ name }) => name)

/** @returns the next local number below a place when a newcomer's own is taken there. Divisions sort by their codes, which are their own. */
async function freeOrderBelow(parent: PlaceId, place: Subject): Promise<string | undefined> {
  if (place.code !== undefined) return undefined
  const alike: string[] = []
  for (const { id, level } of await allChildren(parent)) {
    const child = level === place.level && id !== place.id ? await readPlace(id) : undefined
    if (child !== undefined) alike.push(child.order)
  }
  return alike.includes(place.order) ? nextOrder(alike) : undefined
}

interface Author {
  readonly id: string
  readonly name: string
}

/**
 * Carries an operation out: decided and announced in one transaction, answered when it holds for everybody. The same id again is the
 * same operation; what was interrupted goes on.
 *
 * @throws Problem `operation-impossible` with the obstacles, `key-reused` for an id that was something else.
 */
export async function operate(id: string, placeId: PlaceId, body: OperationBody, by: Author): Promise<Operation> {
  const held = await readOperation(id)
  if (held !== undefined) {
    if (held.place !== placeId || held.body.kind !== body.kind) throw new Problem('key-reused')
    return goOn(held)
  }
  const fresh: Operation = {
    id,
    place: placeId,
    body,
    state: 'scheduled',
    by: by.id,
    byName: by.name,
    made: [],
    version: 1,
  }
  if (body.date > dayInChina(now())) {
    const { obstacles } = await prepare(placeId, body)
    refuse(obstacles)
    const due = dueAt(beginningOf(body.date), { slice: 'hierarchy', kind: 'operation', subject: id })
    const { written } = await transact([{ put: operationPut(fresh) }, { put: due }])
    return written ? fresh : goOn((await readOperation(id)) ?? fresh)
  }
  return goOn(await announce(fresh))
}

/** @throws Problem `operation-impossible` when there are obstacles. */
function refuse(obstacles: readonly string[]): void {
  if (obstacles.length === 0) return
  throw new Problem('operation-impossible', {
    detail: `${obstacles.join('；')}。没有作任何更改。`,
    fields: obstacles.map((message) => ({ path: 'body', message })),
  })
}

/** Writes an operation down with everything that must change at one instant. @returns it as announced. */
async function announce(operation: Operation): Promise<Operation> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const { tree, stored, place, surroundings, obstacles } = await prepare(operation.place, operation.body)
    refuse(obstacles)
    const sequence = tree.sequence + 1
    const made = madeIn(operation)
    const moment = now()
    const last = tree.relocations.at(-1)?.at ?? moment
    const announced = later(moment, announcement)
    const at = announced > last ? announced : later(last, 1)
    const plan = planOperation(operation.body, place, surroundings, { operation: operation.id, sequence, at }, made)
    const effective: Operation = {
      ...operation,
      state: 'effective',
      sequence,
      at: plan.relocations.length === 0 ? moment : at,
      made: plan.creations.map((creation) => creation.id),
    }
    const { written, failed } = await save(effective, plan, tree, stored, place)
    if (written) return effective
    // The operation itself was there already: somebody else has announced it.
    if (failed.includes(0)) return (await readOperation(operation.id)) ?? effective
  }
  throw new Problem('unavailable')
}

/** Ids of the places a division makes follow from the operation: a retry makes the same. */
function madeIn({ id, body }: Operation): PlaceId[] {
  if (body.kind !== 'split') return []
  return body.parts.map((_part, index) => placeIdFrom(createHash('sha256').update(`operation:${id}:${index}`).digest()))
}

async function save(
  operation: Operation,
  plan: Plan,
  tree: Tree,
  stored: Place,
  place: Subject,
): Promise<{ written: boolean; failed: readonly number[] }> {
  const { sequence = 0 } = operation
  const parts: TransactionPart[] = [
    { put: operationPut(operation) },
    {
      put: treePut({
        sequence,
        relocations: [...tree.relocations, ...plan.relocations],
        version: tree.version + 1,
      }),
    },
  ]
  const { date } = operation.body
  const { renamed, ends } = plan
  if (renamed !== undefined || ends !== undefined) {
    const name = renamed?.name ?? stored.name
    // The initials of a new name are looked up by the job: their table is not part of what answers calls.
    const { code: _former, initials, ...rest } = stored
    const code = renamed?.code ?? stored.code
    parts.push({
      put: placePut({
        ...rest,
        name,
        ...(initials === undefined || name !== stored.name ? {} : { initials }),
        ...(code === undefined ? {} : { code }),
        ...(renamed?.code === undefined ? {} : { order: renamed.code }),
        ...(ends === undefined ? {} : { ended: { date, into: ends } }),
        version: stored.version + 1,
      }),
    })
    if (name !== stored.name || ends !== undefined) parts.push({ put: aliasPut(stored.name, place.id, date) })
    if (stored.code !== undefined && code !== stored.code) parts.push({ put: aliasPut(stored.code, place.id, date) })
  }
  for (const entry of historyOf(operation, plan, place)) parts.push({ put: historyPut(entry) })
  for (const creation of plan.creations) {
    const { id, name, code, parentId, path, levels, edges } = creation
    parts.push({
      put: placeCreation({
        id,
        name,
        level: place.level,
        kind: stored.kind,
        hasChildren: false,
        order: code ?? `${place.order}${id.slice(0, 4)}`,
        path,
        levels,
        edges,
        since: now(),
        version: 1,
        ...(code === undefined ? {} : { code }),
        ...(parentId === undefined ? {} : { parentId }),
      }),
    })
  }
  const outcome = await transact(parts)
  forgetPlace(stored.id)
  return outcome.written ? { written: true, failed: [] } : outcome
}

/** What the place itself was and is; its children's part is written as they are rewritten. */
function historyOf(operation: Operation, plan: Plan, place: Subject): HistoryEntry[] {
  const { body, sequence = 0 } = operation
  const own = plan.relocations.find(({ from }) => from.path === place.path)
  const parent = own === undefined ? undefined : lineageOf(own.self.path).at(-2)
  const { renamed, ends } = plan
  const parents = place.parentId !== undefined && parent !== undefined
  return [
    {
      place: place.id,
      ...aboutOperation(operation),
      date: body.date,
      sequence,
      before: {
        ...(renamed?.name === undefined && ends === undefined ? {} : { name: place.name }),
        ...(place.code === undefined || (renamed?.code === undefined && ends === undefined)
          ? {}
          : { code: place.code }),
        ...(parents ? { parent: place.parentId } : {}),
      },
      after: {
        ...(renamed?.name === undefined ? {} : { name: renamed.name }),
        ...(renamed?.code === undefined ? {} : { code: renamed.code }),
        ...(parents ? { parent } : {}),
        ...(ends === undefined ? {} : { into: ends }),
        ...(body.kind === 'split' ? { into: operation.made } : {}),
      },
    },
  ]
}

/** What history entries repeat of their operation. */
export function aboutOperation({ id, body, byName }: Operation) {
  return {
    operation: id,
    kind: body.kind,
    reason: body.reason,
    ...(body.document === undefined ? {} : { document: body.document }),
    byName,
  }
}

/** Waits until an announced operation holds for everybody and sees that its copies are being rewritten. */
async function goOn(operation: Operation): Promise<Operation> {
  if (operation.state === 'scheduled' || operation.at === undefined) return operation
  await until(operation.at)
  if (operation.state !== 'done') await startOperationJob(operation)
  return operation
}

export const jobOf = (operation: string): string => `j${operation.slice(1)}`

export async function startOperationJob({ id, by, place }: Operation): Promise<void> {
  await startJob({
    id: jobOf(id),
    kind: operationJob,
    input: { operation: id, place },
    by,
    message: '已生效，正在整理名单',
  })
}

/** The day of a scheduled operation has come. What stands in its way by now is kept with the operation, and nothing is changed. */
export async function comeDue(id: string): Promise<void> {
  const operation = await readOperation(id)
  if (operation === undefined || operation.state !== 'scheduled') return
  const next = { ...operation, version: operation.version + 1 }
  const { obstacles } = await prepare(operation.place, operation.body)
  if (obstacles.length > 0) await saveOperation({ ...next, state: 'refused', obstacles })
  else await goOn(await announce(next))
}
