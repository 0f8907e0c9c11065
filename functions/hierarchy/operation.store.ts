import type { OperationBody } from '@zmht/shared/contract'
import { type OperationKind, type OperationState, operationStates, type PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { CustomAttributeType, isSome, itemType, none, present } from '../platform/table/item'
import { putIf, type WriteParameters } from '../platform/table/write'

/** Something that was decided about a place: by whom, why, from which day. */
export interface Operation {
  readonly id: string
  readonly place: PlaceId
  readonly body: OperationBody
  readonly state: OperationState
  /** Its number among all operations; absent while it waits for its day. */
  readonly sequence?: number
  /** Since when it holds for everybody. */
  readonly at?: Instant
  /** Official's id and the name people know. */
  readonly by: string
  readonly byName: string
  /** Places it made (a division), in the order of its parts. */
  readonly made: readonly PlaceId[]
  /** Why a scheduled one could not be done when its day came. */
  readonly obstacles?: readonly string[]
  readonly version: number
}

export const operationItem = itemType({
  model: { entity: 'operation', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    body: { type: CustomAttributeType<OperationBody>('any'), required: true },
    state: { type: operationStates, required: true },
    sequence: { type: 'number' },
    at: { type: 'string' },
    by: { type: 'string', required: true },
    byName: { type: 'string', required: true },
    made: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    obstacles: { type: CustomAttributeType<readonly string[]>('any') },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'OPERATION#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'OPERATION', casing: 'none' },
    },
  },
})

/** What was different about one place before an operation, and after it. */
export interface HistoryEntry {
  readonly place: PlaceId
  /** From which day. */
  readonly date: string
  readonly sequence: number
  readonly operation: string
  readonly kind: OperationKind
  readonly reason: string
  readonly document?: string
  readonly byName: string
  readonly before: { readonly name?: string; readonly code?: string; readonly parent?: PlaceId }
  readonly after: {
    readonly name?: string
    readonly code?: string
    readonly parent?: PlaceId
    readonly into?: readonly PlaceId[]
  }
}

type HistoryFacts = Pick<HistoryEntry, 'before' | 'after' | 'kind' | 'reason' | 'document' | 'byName' | 'operation'>

export const historyItem = itemType({
  model: { entity: 'placeHistory', version: '1', service: 'zmht' },
  attributes: {
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    date: { type: 'string', required: true },
    /** Zero-padded, so that operations of one day sort. */
    number: { type: 'string', required: true },
    /** The parent the place left; none when it stayed. */
    left: { type: 'string', required: true },
    facts: { type: CustomAttributeType<HistoryFacts>('any'), required: true },
    card: { type: CustomAttributeType<{ readonly place: PlaceId; readonly operation: string }>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['place'], template: 'PLACEHISTORY#${place}', casing: 'none' },
      sk: { field: 'sk', composite: ['date', 'number'], template: '${date}#${number}', casing: 'none' },
    },
    leavers: {
      index: 'gsi1',
      condition: (entry: { left?: string }) => isSome(entry.left),
      pk: { field: 'gsi1pk', composite: ['left'], template: 'LEFT#${left}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['date', 'place'], template: '${date}#${place}', casing: 'none' },
    },
  },
})

/** A former name or code of a place, so that it still leads there. */
export const aliasItem = itemType({
  model: { entity: 'alias', version: '1', service: 'zmht' },
  attributes: {
    /** The name or the code as it was. */
    value: { type: 'string', required: true },
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    until: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['value'], template: 'ALIAS#${value}', casing: 'none' },
      sk: { field: 'sk', composite: ['place'], template: '${place}', casing: 'none' },
    },
  },
})

export async function readOperation(id: string): Promise<Operation | undefined> {
  const { data } = await operationItem().get({ id }).go({ consistent: true })
  return data === null ? undefined : present(data)
}

/** @returns the put of an operation: new, or changed since `version - 1`. */
export function operationPut(operation: Operation): WriteParameters {
  return operationItem()
    .put(operation)
    .where(({ version }, { eq, notExists }) =>
      operation.version === 1 ? notExists(version) : eq(version, operation.version - 1),
    )
    .params()
}

export async function saveOperation(operation: Operation): Promise<boolean> {
  return (await putIf(operationPut(operation))).written
}

/** @returns the put of a history entry: the same one again is the same item. */
export function historyPut(entry: HistoryEntry): WriteParameters {
  const { place, date, sequence, ...facts } = entry
  const left =
    entry.before.parent !== undefined && entry.before.parent !== entry.after.parent ? entry.before.parent : none
  return historyItem()
    .put({
      place,
      date,
      number: String(sequence).padStart(9, '0'),
      left,
      facts,
      card: { place, operation: entry.operation },
    })
    .params()
}

export const aliasPut = (value: string, place: PlaceId, until: string): WriteParameters =>
  aliasItem().put({ value, place, until }).params()

/** What became of a place, newest first. */
export async function readHistory(place: PlaceId): Promise<HistoryEntry[]> {
  const { data } = await historyItem().query.primary({ place }).go({ pages: 'all', order: 'desc' })
  return data.map(({ date, number, facts }) => ({ place, date, sequence: Number(number), ...facts }))
}

/** Places that left a parent after a day (all of them without one), with the operation that took them. */
export async function readLeavers(
  left: PlaceId,
  after = '',
): Promise<{ readonly place: PlaceId; readonly operation: string }[]> {
  const query = historyItem().query.leavers({ left })
  const { data } = await (after === '' ? query : query.gt({ date: `${after}~` })).go({ pages: 'all' })
  return data.map(({ card }) => card)
}

/** The places that had a name or code once, and until when. */
export async function readAliases(value: string): Promise<{ readonly place: PlaceId; readonly until: string }[]> {
  const { data } = await aliasItem().query.primary({ value }).go({ pages: 'all' })
  return data.map(({ place, until }) => ({ place, until }))
}
