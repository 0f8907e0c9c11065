import type { FormAnswers, Patch } from '@zmht/shared/controls'
import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import {
  ended,
  type Procedure,
  procedures,
  type RequestAction,
  type RequestState,
  requestActions,
  requestStates,
} from '@zmht/shared/rules'
import { open, seal } from '../platform/cipher'
import { fileGone } from '../platform/files/keep'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf, type TransactionPart, transact } from '../platform/table/write'

export interface RequestCard {
  readonly number: string
  readonly channelId: string
  readonly title: string
  readonly who: string
  readonly place: string
  readonly state: RequestState
  readonly submittedAt: Instant
  readonly updatedAt: Instant
  readonly due: Instant
  readonly overdue: boolean
}

/** A request 诉求. What was filled in is sealed; what lists and queues need is beside it. */
export interface Request {
  readonly id: string
  readonly number: string
  readonly channelId: string
  readonly version: number
  readonly procedure: Procedure
  readonly title: string
  readonly organisationId: string
  readonly resident: string
  readonly person: string
  /** Whose name lists show. */
  readonly who: string
  readonly home: PlaceId
  readonly path: PlacePath
  /** The district on that path, by which the index of places is partitioned. */
  readonly district: string
  readonly tail: string
  readonly state: RequestState
  readonly submittedAt: Instant
  readonly updatedAt: Instant
  readonly due: Instant
  readonly overdue: boolean
  readonly claimedBy?: { readonly id: string; readonly name: string }
  readonly rating?: { readonly stars: number; readonly words?: string }
  /** The resident asked to be told by WeChat. */
  readonly notify: boolean
  readonly answers: Uint8Array
  readonly patch: Uint8Array
  readonly revision: number
  readonly by: string
}

export const requestItem = itemType({
  model: { entity: 'request', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    number: { type: 'string', required: true },
    channelId: { type: 'string', required: true },
    version: { type: 'number', required: true },
    procedure: { type: procedures, required: true },
    title: { type: 'string', required: true },
    organisationId: { type: 'string', required: true },
    resident: { type: 'string', required: true },
    person: { type: 'string', required: true },
    who: { type: 'string', required: true },
    home: { type: CustomAttributeType<PlaceId>('string'), required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    district: { type: 'string', required: true },
    tail: { type: 'string', required: true },
    state: { type: requestStates, required: true },
    submittedAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    due: { type: 'string', required: true },
    overdue: { type: 'boolean', required: true },
    claimedBy: { type: CustomAttributeType<{ readonly id: string; readonly name: string }>('any') },
    rating: { type: CustomAttributeType<{ readonly stars: number; readonly words?: string }>('any') },
    notify: { type: 'boolean', required: true },
    answers: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    patch: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    revision: { type: 'number', required: true },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<RequestCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'REQUEST#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'REQUEST', casing: 'none' },
    },
    mine: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['resident'], template: 'MINE#${resident}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['submittedAt', 'id'], template: '${submittedAt}#${id}', casing: 'none' },
    },
    ofChannel: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: ['channelId'], template: 'CHANNELREQUESTS#${channelId}', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['path', 'id'], template: '${path}#${id}', casing: 'none' },
    },
    inPlace: {
      index: 'gsi3',
      pk: { field: 'gsi3pk', composite: ['district'], template: 'REQUESTSIN#${district}', casing: 'none' },
      sk: { field: 'gsi3sk', composite: ['path', 'id'], template: '${path}#${id}', casing: 'none' },
    },
  },
})

/** One step of a request's time line. Its key is made by whoever takes it: sent twice, it is one step. */
export interface Step {
  readonly requestId: string
  readonly key: string
  readonly sequence: number
  readonly action: RequestAction
  readonly note?: string
  /** The operation in the directory that made it necessary. */
  readonly cause?: string
  /** Whose step, as the resident reads it. */
  readonly byName: string
  readonly by: string
  readonly at: Instant
  readonly state: RequestState
}

export const stepItem = itemType({
  model: { entity: 'step', version: '1', service: 'zmht' },
  attributes: {
    requestId: { type: 'string', required: true },
    key: { type: 'string', required: true },
    sequence: { type: 'number', required: true },
    action: { type: requestActions, required: true },
    note: { type: CustomAttributeType<Uint8Array>('any') },
    cause: { type: 'string' },
    byName: { type: 'string', required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
    state: { type: requestStates, required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['requestId'], template: 'REQUEST#${requestId}', casing: 'none' },
      sk: { field: 'sk', composite: ['key'], template: 'STEP#${key}', casing: 'none' },
    },
  },
})

/** An open request an official has in hand: found when they leave their post. Changed with the request in one transaction. */
export const claimItem = itemType({
  model: { entity: 'claim', version: '1', service: 'zmht' },
  attributes: {
    official: { type: 'string', required: true },
    requestId: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['official'], template: 'CLAIMS#${official}', casing: 'none' },
      sk: { field: 'sk', composite: ['requestId'], template: '${requestId}', casing: 'none' },
    },
  },
})

/** A message that went out for a revision of a request, so that a redelivered reaction does not send it again. */
export const deliveryItem = itemType({
  model: { entity: 'delivery', version: '1', service: 'zmht' },
  attributes: {
    requestId: { type: 'string', required: true },
    revision: { type: 'string', required: true },
    outcome: { type: ['sent', 'refused'] as const, required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['requestId'], template: 'REQUEST#${requestId}', casing: 'none' },
      sk: { field: 'sk', composite: ['revision'], template: 'DELIVERY#${revision}', casing: 'none' },
    },
  },
})

const answersContext = (id: string): string => `request/${id}/answers`
const patchContext = (id: string): string => `request/${id}/patch`
const noteContext = (id: string, key: string): string => `request/${id}/step/${key}`

export async function sealContents(
  id: string,
  answers: FormAnswers,
  patch: Patch,
): Promise<Pick<Request, 'answers' | 'patch'>> {
  return { answers: await seal(answers, answersContext(id)), patch: await seal(patch, patchContext(id)) }
}

export const answersOf = (request: Pick<Request, 'id' | 'answers'>): Promise<FormAnswers> =>
  open<FormAnswers>(request.answers, answersContext(request.id))

export const patchOf = (request: Pick<Request, 'id' | 'patch'>): Promise<Patch> =>
  open<Patch>(request.patch, patchContext(request.id))

function asItem(request: Request) {
  const { number, channelId, title, who, tail, state, submittedAt, updatedAt, due, overdue } = request
  const card: RequestCard = { number, channelId, title, who, place: tail, state, submittedAt, updatedAt, due, overdue }
  return present({ ...request, card })
}

/**
 * The one write of a submission; with files it is one transaction that keeps them with it.
 * @returns false when a request with this id is there already
 * @throws Problem `invalid` when a file was removed in this very moment
 */
export async function createRequest(request: Request, files: readonly TransactionPart[] = []): Promise<boolean> {
  const put = requestItem().create(asItem(request)).params()
  if (files.length === 0) return (await putIf(put)).written
  const outcome = await transact([{ put }, ...files])
  if (outcome.written || outcome.failed.includes(0)) return outcome.written
  throw fileGone()
}

export async function readRequest(id: string): Promise<Request | undefined> {
  const { data } = await requestItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, ...request } = data
  return present(request)
}

export type StepOutcome = 'saved' | 'taken-before' | 'changed-meanwhile'

/** Who has an open request in hand. */
const holderOf = ({ state, claimedBy }: Request): string | undefined =>
  ended.includes(state) ? undefined : claimedBy?.id

/** What changes of who has a request in hand. */
function claimParts(before: Request, after: Request): TransactionPart[] {
  const [former, holder] = [holderOf(before), holderOf(after)]
  if (former === holder) return []
  const { id: requestId } = after
  return [
    ...(former === undefined ? [] : [{ delete: claimItem().delete({ official: former, requestId }).params() }]),
    ...(holder === undefined ? [] : [{ put: claimItem().put({ official: holder, requestId }).params() }]),
  ]
}

/** The open requests an official has in hand. Strongly consistent. */
export async function claimsOf(official: string): Promise<string[]> {
  const { data } = await claimItem().query.primary({ official }).go({ pages: 'all', consistent: true })
  return data.map(({ requestId }) => requestId)
}

/** Saves a step with the request it changes, and with who has it in hand: all or nothing. */
export async function saveStep(before: Request, request: Request, step: Step): Promise<StepOutcome> {
  const { note, ...rest } = step
  const outcome = await transact([
    {
      put: requestItem()
        .put(asItem(request))
        .where(({ revision }, { eq }) => eq(revision, request.revision - 1))
        .params(),
    },
    {
      put: stepItem()
        .create({
          ...rest,
          ...(note === undefined ? {} : { note: await seal(note, noteContext(step.requestId, step.key)) }),
        })
        .params(),
    },
    ...claimParts(before, request),
  ])
  if (outcome.written) return 'saved'
  return outcome.failed.includes(1) ? 'taken-before' : 'changed-meanwhile'
}

/** The steps of a request in order (the submission itself is in the request). */
export async function readSteps(requestId: string): Promise<Step[]> {
  const { data } = await stepItem()
    .query.primary({ requestId })
    .begins({ key: '' })
    .go({ pages: 'all', consistent: true })
  const steps = await Promise.all(
    data.map(async ({ note, ...step }) => ({
      ...step,
      ...(note === undefined ? {} : { note: await open<string>(note, noteContext(requestId, step.key)) }),
    })),
  )
  return steps.sort((one, other) => one.sequence - other.sequence)
}

const pageSize = 20

export async function requestsOfResident(
  resident: string,
  cursor: string | undefined,
): Promise<{ items: (RequestCard & { id: string })[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    requestItem().query.mine({ resident }).go({ cursor: from, limit: pageSize, order: 'desc' }),
  )
  return { items: data.map(({ id, card }) => ({ id, ...card })), ...(next === null ? {} : { next }) }
}

/** The index gives its own keys with the card: `path#id`. */
function pathOfKey(key: unknown): PlacePath {
  const text = String(key)
  return text.slice(0, text.lastIndexOf('#')) as PlacePath // as the templates write it
}

/** A page of a channel's requests whose copied path begins with a path, by place: the territory is in the key. */
export async function requestsOfChannel(
  channelId: string,
  path: PlacePath,
  cursor: string | undefined,
): Promise<{ items: (RequestCard & { id: string; path: PlacePath })[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    requestItem()
      .query.ofChannel({ channelId })
      .begins({ path })
      .go({ cursor: from, limit: pageSize, data: 'includeKeys' }),
  )
  return {
    items: data.map((item) => ({
      id: item.id,
      path: pathOfKey((item as { gsi2sk?: unknown }).gsi2sk), // asked for with `includeKeys`
      ...item.card,
    })),
    ...(next === null ? {} : { next }),
  }
}

/** The requests of a district whose copied path begins with a path, for whoever rewrites the copies. */
export async function requestsIn(
  district: string,
  path: PlacePath,
  cursor: string | undefined,
  limit: number,
): Promise<{ items: string[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    requestItem().query.inPlace({ district }).begins({ path }).go({ cursor: from, limit }),
  )
  return { items: data.map(({ id }) => id), ...(next === null ? {} : { next }) }
}

/** Writes down where a request's home is now in the tree; it stays at its revision. @returns false when it was so already. */
export async function saveWhere(
  id: string,
  where: (request: Request) => Promise<Pick<Request, 'path' | 'district' | 'tail'>>,
): Promise<boolean> {
  for (;;) {
    const request = await readRequest(id)
    if (request === undefined) return false
    const now = await where(request)
    if (now.path === request.path && now.district === request.district && now.tail === request.tail) return false
    const { written } = await putIf(
      requestItem()
        .put(asItem({ ...request, ...now, by: 'system' }))
        .where(({ revision }, { eq }) => eq(revision, request.revision))
        .params(),
    )
    if (written) return true
  }
}

export async function wasDelivered(requestId: string, revision: number): Promise<boolean> {
  const { data } = await deliveryItem()
    .get({ requestId, revision: String(revision) })
    .go({ consistent: true })
  return data !== null
}

export async function saveDelivery(
  requestId: string,
  revision: number,
  outcome: 'sent' | 'refused',
  at: Instant,
): Promise<void> {
  await putIf(
    deliveryItem()
      .put({ requestId, revision: String(revision), outcome, at })
      .params(),
  )
}
