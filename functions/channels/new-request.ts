import type { ChannelContent } from '@zmht/shared/contract'
import {
  collect,
  type Form,
  type FormAnswers,
  filesPrefilled,
  type Patch,
  type Prefill,
  strangersIn,
  validateAnswers,
} from '@zmht/shared/controls'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import type { EntityId, Instant, Knowledge } from '@zmht/shared/knowledge'
import type { Charge } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import {
  allot,
  type ChannelPart,
  endOfWorkingDay,
  firstRequestState,
  isOpened,
  saySlot,
  sayTimes,
  timelinessOf,
  untouched,
} from '@zmht/shared/rules'
import { districtOf, findPlace, type PlaceFacts, tailOf } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { answerField, aroundDelegate, aroundPerson, checkAnswered, nameOfEntity } from '../ledgers/index'
import { organisationContact } from '../permissions/index'
import { blind } from '../platform/cipher'
import { filesToKeep } from '../platform/files/keep'
import type { TransactionPart } from '../platform/table/write'
import { dueFrom, slotOf } from './booking'
import { type Channel, readOpenChannel, readVersion } from './channel.store'
import type { Booked } from './domain/booking'
import { burdenOf } from './domain/burden'
import { reaches } from './domain/reach'
import { numberOf } from './domain/request'
import { relatedTo, spotOf } from './domain/spot'
import { firstClock } from './domain/step-clock'
import { subjectOfRequest } from './files'
import { freeTextOf } from './free-text'
import { receiverOf } from './outside/domain/linked'
import { type OfOrganisation, type Request, sealContents } from './request.store'
import { routeAtFirst } from './route-at-first'
import { bookedBy, readSlots, sameTime } from './slot.store'

/** Whose request it is. */
export interface Author {
  /** The account under which it is found again. */
  readonly account: string
  readonly person: EntityId
  readonly name: string
  readonly charges: readonly Pick<Charge, 'entity'>[]
  /** Who acts for it, where it is an organisation. */
  readonly delegate?: OfOrganisation['by']
}

/** What somebody asks for, whoever sends it. */
export interface Asked {
  readonly id: string
  readonly channel: Channel
  /** What is in force; and what it was begun under, which it is finished under. */
  readonly inForce: ChannelContent
  readonly content: ChannelContent
  readonly version: number
  readonly home: PlaceFacts
  readonly answers: FormAnswers
  readonly slot?: string | undefined
  readonly notify: boolean
  readonly author: Author
  /** Who sends it: the author, or an official or another system for them. */
  readonly by: string
  readonly at: Instant
  /** Entered by somebody else on the author's behalf. */
  readonly behalf?: Request['behalf']
  /** What the form opened with: what was only shown masked counts as answered. */
  readonly prefilled?: Prefill
  /** It is to be answered with what neighbours told of before. */
  readonly follows?: boolean | undefined
  /** What the form opens with for its author, who fills it in: what of it was known is counted. */
  readonly opened?: Prefill
  /** What is said of the author besides the form. */
  readonly said?: Patch['entities'][number]['facts']
}

export interface Decided {
  readonly request: Request
  /** The writes that keep its files. */
  readonly files: readonly TransactionPart[]
}

/**
 * An open channel with what is in force and what a request was begun under; what is for others is not offered.
 * @throws Problem `not-found` where it is not offered to the place, `form-outdated` for a version that never was in force
 */
export async function openFor(channelId: string, version: number, place: PlaceId, whom?: 'organisations') {
  const home = await findPlace(place)
  if (home === undefined) throw new Problem('no-such-place')
  const channel = await readOpenChannel(channelId)
  if (channel === undefined || channel.version === undefined || !reaches(channel.reach, home.lineage))
    throw new Problem('not-found')
  const inForce = await readVersion(channel.id, channel.version)
  if (inForce === undefined || inForce.for !== whom) throw new Problem('not-found')
  const content = version > channel.version ? undefined : await readVersion(channel.id, version)
  // Begun while it was for others: nobody finishes that.
  return { home, channel, inForce, content: content?.for === whom ? content : undefined }
}

/**
 * Decides what a request is when it comes in: whether it may, its first state by the procedure, and whose it is. Reads only; everything it
 * says is saved by one write.
 * @throws Problem before anything is saved
 */
export async function newRequest(asked: Asked): Promise<Decided> {
  const { id, channel, inForce, content, home, answers, author, at } = asked
  const { form, link } = content
  // What another system works on is with it from the start, whatever is drafted.
  const procedure = link === undefined ? content.procedure : 'worker-confirms'
  // What lives elsewhere takes nothing here.
  if (isOpened(link) || isOpened(inForce.link)) throw new Problem('channel-elsewhere')
  const knowledge = await knowledgeNow()
  const wrong = validateAnswers(knowledge, form, answers, {
    at,
    ...(asked.prefilled === undefined ? {} : { prefilled: asked.prefilled }),
  })
  if (wrong.length > 0) throw new Problem('invalid', { fields: wrong.map(answerField) })
  await checkAnswered(knowledge, form, answers)
  await checkNamed(knowledge, form, answers, author)
  const booking = await bookedNow(channel.id, inForce, asked.slot, author, at)
  const files = await filesToKeep({
    subject: subjectOfRequest(id),
    knowledge,
    form,
    answers,
    actor: asked.by,
    at,
    // A file that is somebody else's may be named all the same where the form opened with it.
    mayUse: async (file) => filesPrefilled(asked.opened ?? asked.prefilled ?? {}).has(file),
  })
  const { person } = author
  const patch = withSaid(
    collect(knowledge, form, answers, { ...givenFor(author), submission: id, at }),
    person,
    asked.said,
  )
  const name = nameSaid(patch, author.delegate?.person ?? person)
  const booked = booking === undefined ? undefined : await notTwice(channel.id, inForce, booking, patch, author, at)
  const routed =
    procedure === 'routed' ? await routeAtFirst(freeTextOf(knowledge, form, answers, at), patch, home.id) : undefined
  const place = (await whereItLies(channel, patch, routed)) ?? home
  const spot = spotOf(patch, place.id)
  const state = firstRequestState(procedure, { booked: booking !== undefined })
  const request: Request = {
    id,
    number: numberOf(id, at),
    channelId: channel.id,
    version: asked.version,
    procedure,
    title: content.title,
    organisationId: channel.organisationId,
    resident: author.account,
    person,
    who: author.delegate === undefined ? (name ?? (author.name || '居民')) : author.name,
    home: place.id,
    path: place.path,
    district: districtOf(place.tiers),
    tail: await tailOf(place.id),
    state,
    submittedAt: at,
    updatedAt: at,
    due: endOfWorkingDay(dueFrom(inForce.booking, booking?.slot, procedure, at), content.promisedDays),
    overdue: false,
    ...(content.stepDays === undefined ? {} : firstClock(content.stepDays, state, procedure, at)),
    ...(await partsAtFirst(content.parts)),
    ...(link?.kind === 'endpoint' ? await atReceiver(channel, link.name) : {}),
    ...(routed === undefined ? {} : { route: routed.route }),
    ...(routed?.desk === undefined ? {} : { desk: routed.desk }),
    ...(booked === undefined ? {} : { booking: booked }),
    ...(spot === undefined ? {} : { spot }),
    ...(author.delegate === undefined
      ? {}
      : { ofOrganisation: { id: person, name: author.name, by: delegateNamed(author.delegate, name) } }),
    ...(asked.opened === undefined ? {} : { burden: burdenOf(knowledge, form, answers, asked.opened, at) }),
    ...(asked.behalf === undefined ? {} : { behalf: asked.behalf }),
    ...(asked.follows === undefined ? {} : { follows: asked.follows }),
    notify: asked.notify,
    ...(await sealContents(id, answers, patch)),
    revision: 1,
    by: asked.by,
  }
  return { request, files }
}

/**
 * Where it says it happened: there it is looked for, counted and worked on. A service that is not offered there keeps it where its author lives.
 * @returns undefined where it says nothing of that
 */
async function whereItLies(
  { reach }: Channel,
  patch: Patch,
  routed: { readonly place?: PlaceId } | undefined,
): Promise<PlaceFacts | undefined> {
  const said = routed === undefined ? relatedTo(patch, 'at').find(isPlaceId) : routed.place
  const found = said === undefined ? undefined : await findPlace(said)
  return found === undefined || (routed === undefined && !reaches(reach, found.lineage)) ? undefined : found
}

/** What somebody is called by what was filled in. */
function nameSaid(patch: Patch, person: EntityId): string | undefined {
  const said = patch.entities.find(({ ref }) => 'known' in ref && ref.known === person)
  const name = said?.facts.find(({ attribute }) => attribute === 'person.name')?.value
  return typeof name === 'string' ? name : undefined
}

const delegateNamed = (delegate: OfOrganisation['by'], said: string | undefined): OfOrganisation['by'] => ({
  ...delegate,
  name: said ?? (delegate.name || '经办人'),
})

/** Whom a form is given: the author, or an organisation with who acts for it. */
const givenFor = ({ person, delegate }: Pick<Author, 'person' | 'delegate'>) =>
  delegate === undefined ? { actor: person } : { actor: delegate.person, target: person }

/** What is said of the author besides the form; what the form itself asks for is said there. */
function withSaid(patch: Patch, person: EntityId, facts: Asked['said'] = []): Patch {
  const isOfAuthor = ({ ref }: Patch['entities'][number]) => 'known' in ref && ref.known === person
  const asked = new Set(patch.entities.filter(isOfAuthor).flatMap((one) => one.facts.map(({ attribute }) => attribute)))
  const more = facts.filter(({ attribute }) => !asked.has(attribute))
  if (more.length === 0) return patch
  return { ...patch, entities: [...patch.entities, { ref: { known: person }, kind: 'person', facts: more }] }
}

/** What is asked for of the times that can be booked now. @throws Problem before anything is saved: what was filled in stays on the phone */
async function bookedNow(
  channelId: string,
  inForce: ChannelContent,
  slot: string | undefined,
  author: Author,
  now: string,
): Promise<Booked | undefined> {
  const { booking } = inForce
  if (booking === undefined) {
    if (slot !== undefined)
      throw new Problem('slot-gone', { detail: '这项服务现在不用约时间了，没有提交。请刷新后再提交，填的内容还在。' })
    return undefined
  }
  if (slot === undefined) throw new Problem('slot-needed')
  const found = slotOf(booking, slot, now)
  const count = (await readSlots(channelId)).get(slot) ?? untouched
  if (allot(count, { capacity: found.capacity, waiting: booking.waiting }).gives === 'nothing')
    throw new Problem('slot-full', {
      detail: `${saySlot(found, now)}已经满了，没有提交。您填写的内容还在，请另选一个时间。`,
    })
  if (booking.perPerson === 1 && (await bookedBy(channelId, author.person)) !== undefined)
    throw new Problem('booked-already')
  return { slot }
}

/**
 * The same people are not booked into the same time twice: the author, and whom the request names besides, who are told apart by their names.
 * @throws Problem `booked-already` before anything is saved
 */
async function notTwice(
  channelId: string,
  { booking }: ChannelContent,
  booked: Booked,
  patch: Patch,
  { person, delegate }: Author,
  at: Instant,
): Promise<Booked> {
  const others = patch.entities.filter(
    ({ ref, kind }) =>
      kind === 'person' && !('known' in ref && (ref.known === person || ref.known === delegate?.person)),
  )
  const names = await Promise.all(others.map(calledIn))
  const whom = (await blind('booked-for', JSON.stringify([person, ...names.sort()]))).slice(0, 24)
  if ((await bookedBy(channelId, sameTime(booked.slot, whom))) !== undefined) {
    const slot = booking?.slots.find(({ id }) => id === booked.slot)
    const time = slot === undefined ? '这个时间' : saySlot(slot, at)
    throw new Problem('booked-already', {
      detail: `同一个人已经约了${time}，没有再提交。您填写的内容还在；要换时间，请在“消息”里打开已经约的那一件，点“改约时间”。`,
    })
  }
  return { ...booked, whom }
}

/** What somebody is called: as it was filled in, else as they are known. */
async function calledIn({ ref, facts }: Patch['entities'][number]): Promise<string> {
  const said = facts.find(({ attribute }) => attribute === 'person.name')?.value
  if (typeof said === 'string') return said
  return 'known' in ref ? nameOfEntity(ref.known) : ''
}

/** @throws Problem for a service that does not take requests now */
export function checkOpen(
  { state, paused }: Pick<Channel, 'state' | 'paused'>,
  inForce: ChannelContent,
  now: string,
): void {
  if (state === 'paused')
    throw new Problem('channel-paused', {
      detail: `这项服务暂停受理${paused?.reason === undefined ? '' : `（${paused.reason}）`}，没有提交。您填写的内容保存在这台手机的草稿里，恢复后可以接着提交。`,
    })
  if (state !== 'open') throw new Problem('channel-closed')
  const { times } = inForce
  if (times !== undefined && timelinessOf(times, now) !== 'open')
    throw new Problem('channel-not-in-time', {
      detail: `这项服务${sayTimes(times, now)}，现在不受理，没有提交。您填写的内容保存在这台手机的草稿里。`,
    })
}

/** Who has it from the start, who works along and who is only told. */
async function partsAtFirst(
  parts: ChannelContent['parts'] = [],
): Promise<Pick<Request, 'desk' | 'beside' | 'informed'>> {
  const officesOf = async (which: ChannelPart) =>
    Promise.all(
      parts.flatMap(({ organisation, part }) =>
        part === which
          ? [organisationContact(organisation).then((found) => ({ id: organisation, name: found?.name ?? '' }))]
          : [],
      ),
    )
  const [[desk], beside, informed] = await Promise.all([officesOf('desk'), officesOf('beside'), officesOf('informed')])
  return {
    ...(desk === undefined ? {} : { desk: { ...desk, part: 'desk' } }),
    ...(beside.length === 0 ? {} : { beside }),
    ...(informed.length === 0 ? {} : { informed }),
  }
}

/** With the system behind a service, and with the service's organisation once that gives it back. */
async function atReceiver({ id, organisationId }: Channel, name: string): Promise<Pick<Request, 'desk' | 'sender'>> {
  const organisation = await organisationContact(organisationId)
  return {
    desk: { id: receiverOf(id), name, part: 'desk' },
    sender: { id: organisationId, name: organisation?.name ?? '' },
  }
}

/** Whoever the answers name by id is the actor or reached from the actor: an id can be forged. */
async function checkNamed(knowledge: Knowledge, form: Form, answers: FormAnswers, author: Author): Promise<void> {
  const named = Object.values(answers)
    .flat()
    .some(({ entity }) => entity !== undefined && entity !== author.person)
  if (!named) return
  const { delegate } = author
  const around =
    delegate === undefined
      ? await aroundPerson(author.person, author.charges)
      : await aroundDelegate(author.person, delegate.person, author.charges)
  const strangers = strangersIn(knowledge, form, answers, around, givenFor(author))
  if (strangers.length > 0) throw new Problem('invalid', { fields: strangers.map(answerField) })
}
