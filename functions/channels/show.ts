import type { ChannelContent, ChannelReply, RequestReply } from '@zmht/shared/contract'
import {
  answeringOf,
  type Control,
  checkForm,
  type Form,
  type FormAnswers,
  type FormState,
  fileIds,
  isRelationControl,
  sensitivityOfAnswer,
  shapeOf,
  shownControls,
  stateOf,
} from '@zmht/shared/controls'
import { isPlaceId, shortName } from '@zmht/shared/geo'
import {
  type Attribute,
  type Instant,
  maskValue,
  type Sensitivity,
  showValue,
  type Value,
} from '@zmht/shared/knowledge'
import { accessTo, decide, type FieldAccess, type FieldDecision, seesNames } from '@zmht/shared/permission'
import { subjectCalled } from '@zmht/shared/routing'
import {
  behalfWayNames,
  ended,
  isOpened,
  linkProblems,
  possibleRequestActions,
  type RequestAction,
  requestTransitions,
  settingProblems,
  stepNames,
  stepUnderWay,
} from '@zmht/shared/rules'
import { findPlace, tailOf } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { nameOfEntity, spokenOfBy } from '../ledgers/index'
import { officialContact, organisationContact, organisationFacts } from '../permissions/index'
import { now } from '../platform/clock'
import type { Actor, Official } from '../platform/endpoint/actor'
import { present } from '../platform/table/item'
import { showBooked } from './booking'
import { readCase } from './cases/case.store'
import type { Channel } from './channel.store'
import { readOpenChannel, readVersion } from './channel.store'
import { showParts } from './consents'
import { isStillPossible, nobodyOf } from './domain/request'
import { expectedWait } from './expected-wait'
import { authorName } from './for-organisations/delegate'
import { withPictures } from './picture-check/standing'
import { answersOf, type Behalf, type Request, type RequestCard, readSteps } from './request.store'
import { partFor, resourceFor } from './request-access'

export async function showChannel(channel: Channel): Promise<ChannelReply> {
  const { id, content, state, edition, version, updatedAt, organisationId } = channel
  const [organisation, parts] = await Promise.all([organisationFacts(organisationId), showParts(channel)])
  const { parts: _parts, ...rest } = content
  return {
    id,
    ...rest,
    ...(parts.length === 0 ? {} : { parts }),
    state,
    edition,
    ...(version === undefined ? {} : { version }),
    updatedAt,
    organisation: { id: organisationId, name: organisation?.name ?? '' },
    reach: (
      await Promise.all(
        channel.reach.map(async (place) => {
          const found = await findPlace(place)
          return found === undefined
            ? undefined
            : { id: place, name: found.name, level: found.level, tail: await tailOf(place) }
        }),
      )
    ).filter((place) => place !== undefined),
    ...present({ paused: channel.paused, from: channel.from }),
    changed: version !== undefined && channel.publishedEdition !== edition && state !== 'closed',
    problems: [
      ...(await formProblems(content)).map(({ control, message }) => ({
        ...(control === undefined ? {} : { control }),
        message,
      })),
      ...linkProblems(content.link, content.form.controls).map((message) => ({ message })),
      ...settingProblems(content).map(({ message }) => ({ message })),
    ],
  }
}

/** What is wrong with a form; one that is never opened is not asked. */
export const formProblems = async ({ link, form, for: whom }: ChannelContent) =>
  isOpened(link) ? [] : checkForm(await knowledgeNow(), form, whom === undefined ? 'actor' : 'organisation')

/** A card as an official reads it: the name as their posts show it. */
export function showCard(card: RequestCard & { id: string }, fields: FieldDecision | undefined) {
  // What an organisation is called is no secret.
  const isShown = card.ofOrganisation === true || fields === undefined || seesNames(fields)
  const name = isShown ? card.who : `${[...card.who][0] ?? ''}**`
  return { ...card, who: name }
}

/** One request as its reader may see it: a resident everything of theirs, an official by the decision's fields. */
export async function showRequest(
  request: Request,
  reader: Actor,
  fields: FieldDecision,
  { whole = false }: { /** They have said what for. */ readonly whole?: boolean } = {},
): Promise<RequestReply> {
  const at = now()
  const [content, answers, steps, organisation] = await Promise.all([
    readVersion(request.channelId, request.version),
    answersOf(request),
    readSteps(request.id),
    organisationFacts(request.organisationId),
  ])
  const form = content?.form
  const wait = await waitOf(request)
  const official = request.claimedBy === undefined ? undefined : await officialContact(request.claimedBy.id)
  const { id, number, channelId, title, tail, state, submittedAt, updatedAt, due, overdue, revision, procedure } =
    request
  const forOfficial = reader.kind === 'official'
  const isConfirmedAtOnce = procedure === 'open' && request.booking === undefined
  const shown: RequestReply = {
    ...showCard(
      {
        ...{ id, number, channelId, title, who: request.who, place: tail, state, submittedAt, updatedAt, due, overdue },
        ...(request.ofOrganisation === undefined ? {} : { ofOrganisation: true as const }),
      },
      forOfficial ? fields : undefined,
    ),
    revision,
    procedure,
    organisation: { id: request.organisationId, name: organisation?.name ?? '' },
    answers:
      form === undefined
        ? []
        : await showAnswers(form, answers, forOfficial ? fields : undefined, request.submittedAt, whole),
    steps: [
      {
        key: 'submit',
        action: 'submit',
        says: inWordsFor(submittedWords(request, isConfirmedAtOnce), request, reader, request.by),
        ...(request.route === undefined ? {} : { note: request.route.reason }),
        ...(request.behalf?.files === undefined ? {} : { files: [...request.behalf.files] }),
        by: submittedBy(request, reader, fields),
        at: submittedAt,
        state: isConfirmedAtOnce ? 'confirmed' : 'submitted',
      },
      ...steps.map(({ key, action, note, files, byName, by, at, state: after }) => ({
        key,
        action,
        says: inWordsFor(requestTransitions[action].says, request, reader, by),
        ...(note === undefined ? {} : { note }),
        ...(files === undefined ? {} : { files: [...files] }),
        by: stepBy(request, { by, byName }, reader, fields),
        at,
        state: after,
      })),
    ],
    ...(official === undefined || request.claimedBy === undefined
      ? {}
      : { claimedBy: { id: official.id, name: request.claimedBy.name, phone: official.phone } }),
    ...(await whoHasIt(request)),
    ...(forOfficial ? clockFor(request) : {}),
    ...showOrigin(request),
    ...showApplicant(request, reader, fields),
    ...(await showCaseOf(request, forOfficial)),
    ...(wait === undefined ? {} : { wait }),
    ...(request.rating === undefined ? {} : { rating: request.rating }),
    actions: await actionsFor(request, reader, at),
    ...present({ booking: await showBooked(request, at), documents: content?.documents }),
    entities: forOfficial ? await entitiesOf(request, fields) : [],
  }
  return withPictures(shown, reader, async () => reader.kind === 'official' && (await worksOn(request, reader, at)))
}

/** Whether an official has it in hand, or may. */
async function worksOn(request: Request, reader: Official, at: Instant): Promise<boolean> {
  const part = await partFor(request, reader, at)
  if (part?.kind !== 'worker' && part?.kind !== 'desk') return false
  return decide(reader.policy, reader, 'request.handle', await resourceFor(request, part), at).allow
}

function submittedWords({ behalf }: Request, isConfirmed: boolean): string {
  const said =
    behalf?.authority === undefined ? '您提交了申请' : `工作人员替您提交了申请（${behalfWayNames[behalf.way]}）`
  return isConfirmed ? `${said}，已确认` : said
}

/** How long it may take, told while it runs. */
async function waitOf({ state, channelId, home }: Request) {
  if (ended.includes(state)) return undefined
  const channel = await readOpenChannel(channelId)
  return channel === undefined ? undefined : expectedWait(channelId, home, channel.reach)
}

/** The deadline of the step it waits for, for officials: the resident is promised the whole. */
function clockFor({ state, procedure, stepDue, stepLate }: Request): Pick<RequestReply, 'stepDue'> {
  const step = stepUnderWay(state, procedure)
  if (step === undefined || stepDue === undefined) return {}
  return { stepDue: { name: stepNames[step], due: stepDue, late: stepLate === true } }
}

/** The organisations that have something to do about it. The number of its desk is for everybody. */
async function whoHasIt({
  desk,
  beside = [],
  overseers = [],
}: Request): Promise<Pick<RequestReply, 'desk' | 'beside' | 'overseers'>> {
  const phone = desk === undefined ? undefined : (await organisationContact(desk.id))?.phone
  return {
    ...(desk === undefined
      ? {}
      : { desk: { id: desk.id, name: desk.name, part: desk.part, ...(phone === undefined ? {} : { phone }) } }),
    ...(beside.length === 0 ? {} : { beside: beside.map(({ id, name, said }) => ({ id, name, said: said === true })) }),
    ...(overseers.length === 0 ? {} : { overseers: overseers.map(({ id, name }) => ({ id, name })) }),
  }
}

/** How many told of the same: never who. */
async function showCaseOf({ case: inCase }: Request, forOfficial: boolean): Promise<Pick<RequestReply, 'case'>> {
  const found = inCase === undefined ? undefined : await readCase(inCase.id)
  if (found === undefined || inCase === undefined || found.requests < 2) return {}
  const { people, requests, lead } = found
  return { case: { people, requests, lead: inCase.lead, ...(forOfficial ? { leadId: lead } : {}) } }
}

/** What it was taken to be about, and on whose behalf it was entered. */
function showOrigin({ route, behalf, resident, id }: Request): Pick<RequestReply, 'route' | 'behalf'> {
  const subject = route?.subject === undefined ? undefined : subjectCalled(route.subject)
  return {
    ...(route === undefined
      ? {}
      : {
          route: {
            ...(subject === undefined ? {} : { subject: { code: subject.code, name: subject.name } }),
            sure: route.sure,
            reason: route.reason,
            decided: route.decided === true,
          },
        }),
    ...(behalf === undefined
      ? {}
      : {
          behalf: {
            name: behalf.name,
            way: behalf.way,
            acknowledged: behalf.acknowledged === true,
            ...(behalf.authority === undefined ? {} : { author: authorOf(behalf, resident === nobodyOf(id)) }),
          },
        }),
  }
}

const authorOf = ({ disownedBy }: Behalf, isNobodys: boolean) =>
  disownedBy !== undefined ? ('disowned' as const) : isNobodys ? ('unknown' as const) : ('reads' as const)

/** What the reader may do now; nothing that would be refused at once. */
async function actionsFor(request: Request, reader: Actor, at: Instant): Promise<RequestAction[]> {
  const { state, procedure } = request
  const by = reader.kind === 'official' ? (await partFor(request, reader, at))?.kind : 'resident'
  if (by === undefined) return []
  return possibleRequestActions(state, by, procedure).filter((action) => isStillPossible(request, action, at))
}

/** Whose step it was, as its reader calls them. */
function inWordsFor(text: string, { ofOrganisation }: Request, reader: Actor, by: string): string {
  if (ofOrganisation === undefined) return reader.kind === 'official' ? text.replace(/^您/u, '居民') : text
  return by === reader.id ? text : text.replace(/^您/u, '单位')
}

/** Who acted, as far as the reader may see the name: to themself they are 「您」. */
function delegateAs({ ofOrganisation }: Request, byName: string, reader: Actor, fields: FieldDecision): string {
  if (ofOrganisation === undefined || reader.kind === 'resident' || seesNames(fields)) return byName
  return `${ofOrganisation.name} 经办人`
}

function submittedBy(request: Request, reader: Actor, fields: FieldDecision): string {
  const { behalf, ofOrganisation } = request
  if (ofOrganisation !== undefined)
    return ofOrganisation.by.account === reader.id
      ? '您'
      : delegateAs(request, authorName(request, ofOrganisation.by), reader, fields)
  if (behalf?.authority !== undefined) return behalf.name
  return reader.kind === 'official' ? '居民' : '您'
}

function stepBy(
  request: Request,
  { by, byName }: { readonly by: string; readonly byName: string },
  reader: Actor,
  fields: FieldDecision,
): string {
  if (request.ofOrganisation === undefined)
    return reader.kind === 'official' && by === request.resident ? '居民' : byName
  if (by === reader.id && reader.kind === 'resident') return '您'
  return byName.startsWith(`${request.ofOrganisation.name} `) ? delegateAs(request, byName, reader, fields) : byName
}

/** The organisation, for whoever may open the request; who acted for it as far as names are theirs to see. */
function showApplicant(
  { ofOrganisation }: Request,
  reader: Actor,
  fields: FieldDecision,
): Pick<RequestReply, 'applicant'> {
  if (ofOrganisation === undefined) return {}
  const { id, name, by } = ofOrganisation
  const isSeen = reader.kind === 'resident' || seesNames(fields)
  return { applicant: { id, name, by: isSeen ? by.name : '经办人' } }
}

/** The organisation that asks, and the people a request is about, for those who may open them. */
async function entitiesOf({ id, ofOrganisation }: Request, fields: FieldDecision): Promise<RequestReply['entities']> {
  const asking = ofOrganisation === undefined ? [] : [{ id: ofOrganisation.id, name: ofOrganisation.name }]
  if (!seesNames(fields)) return asking
  const people = (await spokenOfBy(id)).filter(({ kind }) => kind === 'person')
  return [...asking, ...people.map((one) => ({ id: one.id, name: one.name }))]
}

type AnswerItem = RequestReply['answers'][number]['items'][number]
type ShownAnswer = Omit<AnswerItem, 'label'>

/** @param whole what is sensitive is shown to whom may read it: they have said what for */
export async function showAnswers(
  form: Form,
  answers: FormAnswers,
  fields: FieldDecision | undefined,
  at: string,
  whole = false,
): Promise<RequestReply['answers']> {
  const knowledge = await knowledgeNow()
  const state = stateOf(shapeOf(knowledge, form), answers, at)
  const sections = new Map<string, AnswerItem[]>()
  for (const { control, subject, index } of shownControls(knowledge, form, answers, at)) {
    if (subject === undefined || control.kind === 'consent') continue
    const value = state.answerAt(control, index)
    if (value === undefined) continue
    const shown = await showAnswer(state, control, index, value, { fields, whole })
    if (shown === undefined) continue
    const known = form.subjects.find(({ key }) => key === subject)
    const name = `${known?.name ?? ''}${known?.many === undefined ? '' : ` ${index + 1}`}`
    const section = sections.get(name) ?? []
    section.push({ label: control.label, ...shown })
    sections.set(name, section)
  }
  return [...sections].map(([subject, items]) => ({ subject, items }))
}

async function showAnswer(
  state: FormState,
  control: Control,
  index: number,
  value: Value,
  { fields, whole }: { readonly fields: FieldDecision | undefined; readonly whole: boolean },
): Promise<ShownAnswer | undefined> {
  const { knowledge } = state.shape
  if (isRelationControl(control)) {
    const type = knowledge.relationType(control.binding.relation)
    const access = fields?.[type?.sensitivity ?? 'sensitive'] ?? 'full'
    if (access === 'none') return undefined
    if (access !== 'full') return { text: '******', masked: true }
    return {
      text: type?.to === 'place' ? await wholeAddress(String(value)) : await nameOfEntity(String(value)),
      masked: false,
    }
  }
  const answering = answeringOf(knowledge, control)
  if (answering === undefined) return undefined
  const sensitivity = sensitivityOfAnswer(state, control, index)
  const access = fields === undefined ? 'full' : accessTo(fields, attributeOf(control), sensitivity)
  if (access === 'none') return undefined
  const onPurpose = isOnPurpose(fields, access, sensitivity, answering)
  const masked = access === 'masked' || (onPurpose && !whole)
  if (masked)
    return {
      text: maskValue(answering, value),
      masked,
      ...(onPurpose ? { onPurpose } : {}),
      // Whoever may read it calls without reading it; what is sensitive is not even dialled.
      ...(onPurpose && sensitivity !== 'sensitive' ? { call: String(value) } : {}),
    }
  const text = showValue(answering, value)
  const { value: type } = answering
  if (type.type !== 'file') return { text, masked }
  return { text, masked, files: fileIds(value).map((id) => ({ id, kind: type.of })) }
}

/** What is sensitive, and a phone number, is whole to officials for a stated purpose alone. */
const isOnPurpose = (
  fields: FieldDecision | undefined,
  access: FieldAccess,
  sensitivity: Sensitivity,
  answering: Pick<Attribute, 'value'> | undefined,
): boolean =>
  fields !== undefined &&
  access === 'full' &&
  (sensitivity === 'sensitive' || (sensitivity === 'personal' && isPhone(answering)))

const isPhone = (answering: Pick<Attribute, 'value'> | undefined): boolean =>
  answering?.value.type === 'identifier' && (answering.value.scheme === 'mobile' || answering.value.scheme === 'phone')

/** @returns what of a request's answers an official may read, and is not shown before they say what for: attributes */
export async function hiddenFrom(request: Request, fields: FieldDecision): Promise<readonly string[]> {
  const form = (await readVersion(request.channelId, request.version))?.form
  if (form === undefined) return []
  const [knowledge, answers] = await Promise.all([knowledgeNow(), answersOf(request)])
  const state = stateOf(shapeOf(knowledge, form), answers, request.submittedAt)
  const hidden = shownControls(knowledge, form, answers, request.submittedAt).flatMap(({ control, index }) => {
    const attribute = attributeOf(control)
    if (attribute === undefined || state.answerAt(control, index) === undefined) return []
    const sensitivity = sensitivityOfAnswer(state, control, index)
    const access = accessTo(fields, attribute, sensitivity)
    return isOnPurpose(fields, access, sensitivity, answeringOf(knowledge, control)) ? [attribute] : []
  })
  return [...new Set(hidden)]
}

function attributeOf({ binding }: Control): string | undefined {
  return binding !== undefined && 'attribute' in binding ? binding.attribute : undefined
}

async function wholeAddress(place: string): Promise<string> {
  if (!isPlaceId(place)) return ''
  const found = await findPlace(place)
  return found === undefined ? '' : found.level === 'community' ? shortName(found) : tailOf(place)
}
