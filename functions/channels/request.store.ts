import type { FormAnswers, Patch } from '@zmht/shared/controls'
import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import type { Authority, EntityId, FileKind, Instant } from '@zmht/shared/knowledge'
import type { AcceptedMention } from '@zmht/shared/routing'
import {
  type BehalfWay,
  ended,
  type Procedure,
  procedures,
  type RequestAction,
  type RequestState,
  type Room,
  requestActions,
  requestStates,
  type StepDays,
} from '@zmht/shared/rules'
import { open, seal } from '../platform/cipher'
import { fileGone } from '../platform/files/keep'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { putIf, type TransactionPart, transact } from '../platform/table/write'
import type { Errand } from '../tasks/index'
import { deskParts } from './desk.store'
import { openParts } from './open-lists/open.store'
import type { Routed } from './route-at-first'

/** An organisation as a request names it. */
export interface Office {
  readonly id: string
  readonly name: string
}

/** As whom an organisation has a request. `final`: it was settled that it is theirs. */
export interface Desk extends Office {
  readonly part: 'desk' | 'partner' | 'arbiter'
  readonly final?: true
}

export interface Beside extends Office {
  /** It wrote down what it did. */
  readonly said?: true
}

import type { Booked } from './domain/booking'
import type { Burden } from './domain/burden'
import { slotParts } from './slot.store'

export interface Mentions {
  readonly accepted: readonly AcceptedMention[]
  readonly by: string
  readonly at: Instant
}

/** On whose behalf something was entered: by whom, how it was told them, and whether the author has said since that it is theirs. */
export interface Behalf {
  readonly by: string
  /** 「社工 李敏」, or the system it came from. */
  readonly name: string
  readonly way: BehalfWay
  readonly acknowledged?: true
  /** What an official's word of the author weighed when it was entered; absent where another system did. */
  readonly authority?: Extract<Authority, 'checked' | 'told'>
  /** The author has no account yet: what they will be recognised by. */
  readonly waits?: readonly string[]
  /** The account that said it is not theirs. */
  readonly disownedBy?: string
  /** What was shown or signed. */
  readonly files?: readonly StepFile[]
}

/** The case a request belongs to: those that tell of the same are answered with its lead. */
export interface InCase {
  readonly id: string
  readonly lead: boolean
}

/** What filling in was, and whether its author had asked for the service before. */
export interface CountedBurden extends Burden {
  readonly again?: true
}

/** Asked for in the name of an organisation: which, and the delegate who acted. */
export interface OfOrganisation {
  readonly id: EntityId
  readonly name: string
  readonly by: { readonly account: string; readonly person: EntityId; readonly name: string }
}

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
  /** Entered by an official for its author, who has not said yet whether it is theirs. */
  readonly unconfirmed?: true
  /** Asked for by an organisation: `who` is its name. */
  readonly ofOrganisation?: true
  /** The time that is booked, and whether it has its place. */
  readonly booked?: Pick<Booked, 'slot' | 'has'>
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
  /** The organisation that has it, where it is not whoever works at its place. */
  readonly desk?: Desk
  /** Organisations asked to work along. */
  readonly beside?: readonly Beside[]
  /** Organisations that see how it goes, and do nothing about it. */
  readonly informed?: readonly Office[]
  /** What an appeal was taken to be about, and why it went where it went. */
  readonly route?: Routed
  /** Superiors it was reported to, being late: the nearest first. */
  readonly overseers?: readonly Office[]
  /** A superior urged it last. */
  readonly supervised?: Instant
  /** Working days each step may take, as its channel said when it was submitted. */
  readonly stepDays?: StepDays
  /** Until when the step it waits for is to be taken, and whether whoever has it was told that this passed. */
  readonly stepDue?: Instant
  readonly stepLate?: true
  /** Whom and what it speaks of, as somebody who read it recognised them. */
  readonly mentions?: Mentions
  /** Entered by an official or another system on the author's behalf. */
  readonly behalf?: Behalf
  /** Asked for in the name of an organisation. */
  readonly ofOrganisation?: OfOrganisation
  /** Absent where its author did not fill it in. */
  readonly burden?: CountedBurden
  /** Who had it before `desk`; absent: whoever works at its place. Where what is given back goes. */
  readonly sender?: Office
  /** Organisations that gave it back since it was last settled whose it is. */
  readonly givenBack?: readonly string[]
  readonly closedAt?: Instant
  /** How long it took from its submission until it was closed: minutes of working time. */
  readonly waited?: number
  /** Of that, until somebody first took it up. */
  readonly untilTaken?: number
  /** How often the resident had it taken up again. */
  readonly reopened?: number
  /** The day in China on which the resident urged it last. */
  readonly urgedOn?: string
  /** The time that is booked. */
  readonly booking?: Booked
  /** Answered with others that tell of the same. */
  readonly case?: InCase
  /** What it is about, or where it happened, where that is not where its author lives. */
  readonly spot?: EntityId
  /** What was handed out to be done on the spot, in the order in which it was. */
  readonly errands?: readonly Errand[]
  /** The resident wants it to be answered with what neighbours told of before. */
  readonly follows?: boolean
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
    desk: { type: CustomAttributeType<Desk>('any') },
    beside: { type: CustomAttributeType<readonly Beside[]>('any') },
    route: { type: CustomAttributeType<Routed>('any') },
    mentions: { type: CustomAttributeType<Mentions>('any') },
    behalf: { type: CustomAttributeType<Behalf>('any') },
    ofOrganisation: { type: CustomAttributeType<OfOrganisation>('any') },
    burden: { type: CustomAttributeType<CountedBurden>('any') },
    informed: { type: CustomAttributeType<readonly Office[]>('any') },
    overseers: { type: CustomAttributeType<readonly Office[]>('any') },
    supervised: { type: 'string' },
    stepDays: { type: CustomAttributeType<StepDays>('any') },
    stepDue: { type: 'string' },
    stepLate: { type: CustomAttributeType<true>('boolean') },
    sender: { type: CustomAttributeType<Office>('any') },
    givenBack: { type: CustomAttributeType<readonly string[]>('any') },
    closedAt: { type: 'string' },
    waited: { type: 'number' },
    untilTaken: { type: 'number' },
    reopened: { type: 'number' },
    urgedOn: { type: 'string' },
    booking: { type: CustomAttributeType<Booked>('any') },
    case: { type: CustomAttributeType<InCase>('any') },
    spot: { type: CustomAttributeType<EntityId>('string') },
    errands: { type: CustomAttributeType<readonly Errand[]>('any') },
    follows: { type: 'boolean' },
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

export interface StepFile {
  readonly id: string
  readonly kind: FileKind
}

/** One step of a request's time line. Its key is made by whoever takes it: sent twice, it is one step. */
export interface Step {
  readonly requestId: string
  readonly key: string
  readonly sequence: number
  readonly action: RequestAction
  readonly note?: string
  /** The note as it was written, with `{姓名}` and `{编号}` in it: others of the case are told it in their own name. */
  readonly wording?: string
  /** The operation in the directory that made it necessary. */
  readonly cause?: string
  /** Evidence: files kept with the step. */
  readonly files?: readonly StepFile[]
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
    wording: { type: CustomAttributeType<Uint8Array>('any') },
    cause: { type: 'string' },
    files: { type: CustomAttributeType<readonly StepFile[]>('any') },
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
  const { behalf } = request
  const isOpen = behalf?.authority !== undefined && behalf.acknowledged !== true && behalf.disownedBy === undefined
  const card: RequestCard = {
    number,
    channelId,
    title,
    who,
    place: tail,
    state,
    submittedAt,
    updatedAt,
    due,
    overdue,
    ...(isOpen ? { unconfirmed: true as const } : {}),
    ...(request.ofOrganisation === undefined ? {} : { ofOrganisation: true as const }),
    ...(request.booking === undefined
      ? {}
      : { booked: present({ slot: request.booking.slot, has: request.booking.has }) }),
  }
  return present({ ...request, card })
}

/**
 * The one write of a submission, with the lists it stands in from the start and the files it names.
 * @returns false when a request with this id is there already
 * @throws Problem `invalid` when a file was removed in this very moment
 */
export async function createRequest(request: Request, files: readonly TransactionPart[] = []): Promise<boolean> {
  const put = requestItem().create(asItem(request)).params()
  const besides = [...deskParts(undefined, request), ...openParts(undefined, request), ...files]
  if (besides.length === 0) return (await putIf(put)).written
  const outcome = await transact([{ put }, ...besides])
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

/** What is written together with a step. */
export interface Besides {
  /** What there is of a time, where the step takes or gives back of it. */
  readonly room?: Room
  readonly files?: readonly TransactionPart[]
  /** What is changed with it; where that changed meanwhile, so did this. */
  readonly beside?: readonly TransactionPart[]
}

/** Saves a step with the request it changes, with who has it in hand, where it is listed and what it has of a time: all or nothing. */
export async function saveStep(
  before: Request,
  request: Request,
  step: Step,
  { room, files = [], beside = [] }: Besides = {},
): Promise<StepOutcome> {
  const { note, wording, ...rest } = step
  const context = noteContext(step.requestId, step.key)
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
          ...(note === undefined ? {} : { note: await seal(note, context) }),
          ...(wording === undefined ? {} : { wording: await seal(wording, context) }),
        })
        .params(),
    },
    ...claimParts(before, request),
    ...deskParts(before, request),
    ...openParts(before, request),
    ...slotParts(before, request, room),
    ...beside,
    ...files,
  ])
  if (outcome.written) return 'saved'
  if (outcome.failed.includes(1)) return 'taken-before'
  if (!outcome.failed.includes(0) && files.length > 0 && beside.length === 0) throw fileGone()
  return 'changed-meanwhile'
}

/** The steps of a request in order (the submission itself is in the request). */
export async function readSteps(requestId: string): Promise<Step[]> {
  const { data } = await stepItem()
    .query.primary({ requestId })
    .begins({ key: '' })
    .go({ pages: 'all', consistent: true })
  const steps = await Promise.all(
    data.map(async ({ note, wording, ...step }) => {
      const context = noteContext(requestId, step.key)
      return {
        ...step,
        ...(note === undefined ? {} : { note: await open<string>(note, context) }),
        ...(wording === undefined ? {} : { wording: await open<string>(wording, context) }),
      }
    }),
  )
  return steps.sort((one, other) => one.sequence - other.sequence)
}

/** Notes that its author asked for the service before; it stays at its revision. */
export async function saveAgain(id: string): Promise<void> {
  for (;;) {
    const request = await readRequest(id)
    if (request?.burden === undefined || request.burden.again === true) return
    const { written } = await putIf(
      requestItem()
        .put(asItem({ ...request, burden: { ...request.burden, again: true } }))
        .where(({ revision }, { eq }) => eq(revision, request.revision))
        .params(),
    )
    if (written) return
  }
}

/** Writes down where a request's home is now in the tree, in the lists it stands in too; it stays at its revision. @returns false when it was so already. */
export async function saveWhere(
  id: string,
  where: (request: Request) => Promise<Pick<Request, 'path' | 'district' | 'tail'>>,
): Promise<boolean> {
  for (;;) {
    const request = await readRequest(id)
    if (request === undefined) return false
    const now = await where(request)
    if (now.path === request.path && now.district === request.district && now.tail === request.tail) return false
    const moved: Request = { ...request, ...now, by: 'system' }
    const put = requestItem()
      .put(asItem(moved))
      .where(({ revision }, { eq }) => eq(revision, request.revision))
      .params()
    const { written } = await transact([{ put }, ...deskParts(request, moved), ...openParts(request, moved)])
    if (written) return true
  }
}
