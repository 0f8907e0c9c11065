import type { PlaceId } from '@zmht/shared/geo'
import { CustomAttributeType, isSome, itemType, none, present } from '../table/item'
import { putIf, type TransactionPart, transact, type WriteParameters } from '../table/write'
import { emptyOwn, type Groups, type Own, type Total } from './counter.domain'

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
  return present({ measure, place: parent, part: partOf(part, child), child, groups, fences, version, edge, base })
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
