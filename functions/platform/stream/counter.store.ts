import type { PlaceId } from '@zmht/shared/geo'
import { dayInChina, now } from '../clock'
import { CustomAttributeType, isSome, itemType, none, present } from '../table/item'
import { putIf, type TransactionPart, transact, type WriteParameters } from '../table/write'
import { emptyOwn, type Groups, keepsDays, type Own, type Total } from './counter.domain'

/**
 * 「COUNT#measure#place」 holds what hangs on the place itself (`own`) and of each child the total of what is inside it (`child#…`); of a measure that
 * is gathered what hangs on each child itself (`leaf#…`). One query reads a place with its children.
 */
export const counterItem = itemType({
  model: { entity: 'counter', version: '1', service: 'zmht' },
  attributes: {
    measure: { type: 'string', required: true },
    place: { type: 'string', required: true },
    /** `own`, or `child#` or `leaf#` and the child's id. */
    part: { type: 'string', required: true },
    groups: { type: CustomAttributeType<Groups>('any'), required: true },
    fences: { type: CustomAttributeType<Readonly<Record<string, string>>>('any') },
    version: { type: 'number', required: true },
    /** Of a total: the child it is of, the operation that put the child here, and what the versions before that amount to. */
    child: { type: 'string', required: true },
    edge: { type: 'number' },
    base: { type: 'number' },
    /** Of what keeps its days: the day in China it was written last. */
    day: { type: 'string' },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['measure', 'place'], template: 'COUNT#${measure}#${place}', casing: 'none' },
      sk: { field: 'sk', composite: ['part'], template: '${part}', casing: 'none' },
    },
    /** Only its keys are in the index: a change of numbers writes nothing to it. */
    totalsOf: {
      index: 'gsi1',
      condition: (item: { child?: string }) => isSome(item.child),
      pk: { field: 'gsi1pk', composite: ['child'], template: 'TOTALS#${child}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['measure', 'place'], template: '${measure}#${place}', casing: 'none' },
    },
  },
})

/** How a measure stood at a place when a day ended on which it changed; until it changed again it stood so on the days that followed. */
export const countedDayItem = itemType({
  model: { entity: 'countedDay', version: '1', service: 'zmht' },
  attributes: {
    measure: { type: 'string', required: true },
    place: { type: 'string', required: true },
    day: { type: 'string', required: true },
    part: { type: ['child', 'leaf'] as const, required: true },
    groups: { type: CustomAttributeType<Groups>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['measure', 'place'], template: 'DAYS#${measure}#${place}', casing: 'none' },
      sk: { field: 'sk', composite: ['day', 'part'], template: '${day}#${part}', casing: 'none' },
    },
  },
})

/** What a parent keeps of a child: the total of what is inside it, or what hangs on it itself. */
type Part = 'child' | 'leaf'

/** A child's total as its parent keeps it. */
export interface KeptTotal extends Total {
  readonly part: Part
  readonly place: PlaceId
  /** Of a leaf. */
  readonly fences?: Own['fences']
  readonly edge: number
  readonly base: number
}

export interface Counted {
  readonly own: Own
  /** Of each child what is inside it and, of a gathered measure, what hangs on it: what a place's total is made of besides its own. */
  readonly children: readonly KeptTotal[]
}

const partOf = (part: Part, child: PlaceId): string => `${part}#${child}`
const isPart = (part: string): part is Part => part === 'child' || part === 'leaf'

/** A place's own numbers and its children's totals. `consistent` where a sum is about to be written. */
export async function readCounted(measure: string, place: PlaceId, consistent: boolean): Promise<Counted> {
  const { data } = await counterItem().query.primary({ measure, place }).go({ pages: 'all', consistent })
  let own = emptyOwn
  const children: KeptTotal[] = []
  for (const { part: key, groups, fences, version, edge = 0, base = 0 } of data) {
    const [part = '', place = ''] = key.split('#')
    if (!isPart(part)) own = { groups, fences: fences ?? {}, version }
    // Keys are written below.
    else children.push(present({ part, place: place as PlaceId, groups, version, edge, base, fences }))
  }
  return { own, children }
}

/** What hangs on a child itself as its parent keeps it, of a gathered measure. */
export async function readLeaf(
  measure: string,
  parent: PlaceId,
  child: PlaceId,
  consistent: boolean,
): Promise<KeptTotal | undefined> {
  const key = { measure, place: parent, part: partOf('leaf', child) }
  const { data } = await counterItem().get(key).go({ consistent })
  if (data === null) return undefined
  const { groups, fences, version, edge = 0, base = 0 } = data
  return present({ part: 'leaf' as const, place: child, groups, fences, version, edge, base })
}

/** Writes what hangs on a child itself in place of exactly what was seen. @returns false when it has changed */
export async function saveLeaf(placing: Placing, seen: KeptTotal | undefined): Promise<boolean> {
  await keepDay(placing)
  return (await putIf(unlessChanged(placing, seen))).written
}

export async function readOwn(measure: string, place: PlaceId): Promise<Own> {
  const { data } = await counterItem().get({ measure, place, part: 'own' }).go({ consistent: true })
  return data === null ? emptyOwn : { groups: data.groups, fences: data.fences ?? {}, version: data.version }
}

/** @returns false when somebody else wrote since `own` was read. */
export async function saveOwn(measure: string, place: PlaceId, own: Own): Promise<boolean> {
  const before = own.version - 1
  const parameters = counterItem()
    .put({ measure, place, part: 'own', child: none, groups: own.groups, fences: own.fences, version: own.version })
    .where(({ version }, { eq, notExists }) => (before === 0 ? notExists(version) : eq(version, before)))
    .params()
  return (await putIf(parameters)).written
}

/** A child's total and where it goes. */
export interface Placing extends Total {
  readonly part: Part
  /** Of a leaf. */
  readonly fences?: Own['fences']
  readonly measure: string
  readonly parent: PlaceId
  readonly child: PlaceId
  /** The operation that put the child under this parent; 0: there from its beginning. */
  readonly edge: number
}

function item({ part, measure, parent, child, groups, fences, version, edge }: Placing, base: number) {
  const day = keepsDays(measure) ? dayInChina(now()) : undefined
  return present({ measure, place: parent, part: partOf(part, child), child, groups, fences, version, edge, base, day })
}

/** Which totals this instance has written on a day: of those the day before is kept. */
let keptOn = ''
const kept = new Set<string>()
const mostKept = 100_000

/**
 * Before the first change of a day it is written down how the total stood on the last day it changed. Written before the total: whatever is interrupted between
 * the two writes the same again. One instance looks once a day at each total.
 */
async function keepDay({ part, measure, parent, child }: Placing): Promise<void> {
  if (!keepsDays(measure)) return
  const today = dayInChina(now())
  if (keptOn !== today || kept.size > mostKept) kept.clear()
  keptOn = today
  const key = `${measure}#${parent}#${part}#${child}`
  if (kept.has(key)) return
  const { data } = await counterItem()
    .get({ measure, place: parent, part: partOf(part, child) })
    .go({ consistent: true })
  if (data?.day !== undefined && data.day < today) {
    const { day, groups } = data
    await putIf(countedDayItem().put({ measure, place: child, day, part, groups }).params())
  }
  kept.add(key)
}

/** A day of a measure at a place. `leaf`: of what hangs on the place itself, where that is kept apart; both together are the place. */
export interface CountedDay {
  readonly day: string
  readonly part: Part
  readonly groups: Groups
}

/** The last days on which a measure changed at a place, in no order: those that were kept, by one query, and how it stands since it changed last. */
export async function countedDays(
  measure: string,
  parent: PlaceId,
  place: PlaceId,
  limit: number,
): Promise<readonly CountedDay[]> {
  const keys = (['child', 'leaf'] as const).map((part) => ({ measure, place: parent, part: partOf(part, place) }))
  const [{ data: kept }, { data: now }] = await Promise.all([
    countedDayItem().query.primary({ measure, place }).go({ limit, order: 'desc' }),
    counterItem().get(keys).go(),
  ])
  return [
    ...kept.map(({ day, part, groups }) => ({ day, part, groups })),
    ...now.flatMap(({ day, part, groups }): CountedDay[] =>
      day === undefined ? [] : [{ day, part: part.startsWith('leaf') ? 'leaf' : 'child', groups }],
    ),
  ]
}

/** What a parent keeps of a child by several measures: one read of one item each. */
export async function readTotals(
  measures: readonly string[],
  parent: PlaceId,
  child: PlaceId,
): Promise<ReadonlyMap<string, Total>> {
  const keys = measures.map((measure) => ({ measure, place: parent, part: partOf('child', child) }))
  const { data } = await counterItem().get(keys).go()
  return new Map(data.map(({ measure, groups, version }) => [measure, { groups, version }]))
}

/**
 * Overwrites a child's total under its parent unless a newer sum is there already.
 * @param arrives a child that an operation put here may take its place here; otherwise that is left to the caller.
 * @returns `stale` when the child has been moved away since the caller learned of its lineage; `arriving` when it has come and has no
 * total here yet, while the one of before may still be counted elsewhere.
 */
export async function saveTotal(placing: Placing, arrives: boolean): Promise<'kept' | 'stale' | 'arriving'> {
  const { edge, version } = placing
  const mayBegin = arrives || edge === 0
  await keepDay(placing)
  let base = 0
  for (let attempt = 0; attempt < 10; attempt++) {
    const outcome = await putIf(
      counterItem()
        .put(item(placing, base))
        .where(
          (held, { eq, lt, notExists }) =>
            `${mayBegin ? `${notExists(held.version)} OR ` : ''}(${eq(held.edge, edge)} AND ${eq(held.base, base)} AND ${lt(held.version, version)})`,
        )
        .params(),
    )
    if (outcome.written) return 'kept'
    const held = heldTotal(outcome.held)
    if (held.edge > edge) return 'stale'
    if (held.edge === edge) {
      if (held.base === base) return 'kept'
      base = held.base
      continue
    }
    if (!mayBegin) return 'arriving'
    // The child came back or came anew: its versions go on from where they were, so that sums above only grow.
    const { written } = await putIf(unlessChanged(placing, held))
    if (written) return 'kept'
  }
  throw new Error('the total is contended: the batch comes again')
}

function heldTotal(held: Record<string, unknown> | undefined) {
  const numeric = (value: unknown): number => (typeof value === 'number' ? value : 0)
  return { edge: numeric(held?.edge), base: numeric(held?.base), version: numeric(held?.version) }
}

/** @returns the put of a total that takes the place of exactly the one that was seen there. */
function unlessChanged(
  placing: Placing,
  seen: { readonly edge: number; readonly base: number; readonly version: number } | undefined,
): WriteParameters {
  const base = seen === undefined ? 0 : seen.edge === placing.edge ? seen.base : seen.base + seen.version + 1
  return counterItem()
    .put(item(placing, base))
    .where((held, { eq, notExists }) =>
      seen === undefined
        ? notExists(held.version)
        : `${eq(held.edge, seen.edge)} AND ${eq(held.base, seen.base)} AND ${eq(held.version, seen.version)}`,
    )
    .params()
}

/** Writes several totals at once, each in the place of exactly the one that was seen. @returns false when one has changed. */
export async function replaceTotals(
  totals: readonly { readonly placing: Placing; readonly seen: KeptTotal | undefined }[],
): Promise<boolean> {
  await Promise.all(totals.map(({ placing }) => keepDay(placing)))
  const parts = totals.map(({ placing, seen }): TransactionPart => ({ put: unlessChanged(placing, seen) }))
  return (await transact(parts)).written
}

/** Every measure that has a total of this place, and under which parent. */
export async function totalsOf(child: PlaceId): Promise<{ readonly measure: string; readonly parent: PlaceId }[]> {
  const { data } = await counterItem().query.totalsOf({ child }).go({ pages: 'all', data: 'includeKeys' })
  return data.map((keys) => {
    const key = String((keys as { gsi1sk?: unknown }).gsi1sk) // asked for with `includeKeys`
    const cut = key.lastIndexOf('#')
    return { measure: key.slice(0, cut), parent: key.slice(cut + 1) as PlaceId } // as the template writes it
  })
}
