import type { ChannelReply, RequestReply } from '@zmht/shared/contract'
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
import { maskValue, showValue, type Value } from '@zmht/shared/knowledge'
import { accessTo, type FieldDecision, seesNames } from '@zmht/shared/permission'
import { possibleRequestActions, requestTransitions } from '@zmht/shared/rules'
import { findPlace, tailOf } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { nameOfEntity, spokenOfBy } from '../ledgers/index'
import { officialContact, organisationFacts } from '../permissions/index'
import type { Actor } from '../platform/endpoint/actor'
import type { Channel } from './channel.store'
import { readVersion } from './channel.store'
import { answersOf, type Request, type RequestCard, readSteps } from './request.store'

export async function showChannel(channel: Channel): Promise<ChannelReply> {
  const { id, content, state, edition, version, updatedAt, organisationId } = channel
  const organisation = await organisationFacts(organisationId)
  return {
    id,
    ...content,
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
    changed: version !== undefined && channel.publishedEdition !== edition && state !== 'closed',
    problems: checkForm(await knowledgeNow(), content.form).map(({ control, message }) => ({
      ...(control === undefined ? {} : { control }),
      message,
    })),
  }
}

/** A card as an official reads it: the name as their posts show it. */
export function showCard(card: RequestCard & { id: string }, fields: FieldDecision | undefined) {
  const name = fields === undefined || seesNames(fields) ? card.who : `${[...card.who][0] ?? ''}**`
  return { ...card, who: name }
}

/** One request as its reader may see it: a resident everything of theirs, an official by the decision's fields. */
export async function showRequest(request: Request, reader: Actor, fields: FieldDecision): Promise<RequestReply> {
  const [content, answers, steps, organisation] = await Promise.all([
    readVersion(request.channelId, request.version),
    answersOf(request),
    readSteps(request.id),
    organisationFacts(request.organisationId),
  ])
  const form = content?.form
  const official = request.claimedBy === undefined ? undefined : await officialContact(request.claimedBy.id)
  const { id, number, channelId, title, tail, state, submittedAt, updatedAt, due, overdue, revision, procedure } =
    request
  const forOfficial = reader.kind === 'official'
  return {
    ...showCard(
      { id, number, channelId, title, who: request.who, place: tail, state, submittedAt, updatedAt, due, overdue },
      forOfficial ? fields : undefined,
    ),
    revision,
    procedure,
    organisation: { id: request.organisationId, name: organisation?.name ?? '' },
    answers:
      form === undefined ? [] : await showAnswers(form, answers, forOfficial ? fields : undefined, request.submittedAt),
    steps: [
      {
        key: 'submit',
        action: 'submit',
        says: procedure === 'open' ? '您提交了申请，已确认' : '您提交了申请',
        by: forOfficial ? '居民' : '您',
        at: submittedAt,
        state: procedure === 'open' ? 'confirmed' : 'submitted',
      },
      ...steps.map(({ key, action, note, byName, by, at, state: after }) => ({
        key,
        action,
        says: says(action, forOfficial),
        ...(note === undefined ? {} : { note }),
        by: forOfficial && by === request.resident ? '居民' : byName,
        at,
        state: after,
      })),
    ],
    ...(official === undefined || request.claimedBy === undefined
      ? {}
      : { claimedBy: { id: official.id, name: request.claimedBy.name, phone: official.phone } }),
    ...(request.rating === undefined ? {} : { rating: request.rating }),
    actions: possibleRequestActions(state, forOfficial ? 'official' : 'resident').filter(
      (action) => action !== 'rate' || request.rating === undefined,
    ),
    entities: forOfficial ? await entitiesOf(request, fields) : [],
  }
}

function says(action: keyof typeof requestTransitions, forOfficial: boolean): string {
  const text: string = requestTransitions[action].says
  return forOfficial ? text.replace(/^您/u, '居民') : text
}

/** The people a request is about, for those who may open them. */
async function entitiesOf({ id }: Request, fields: FieldDecision): Promise<RequestReply['entities']> {
  if (!seesNames(fields)) return []
  const people = (await spokenOfBy(id)).filter(({ kind }) => kind === 'person')
  return people.map((one) => ({ id: one.id, name: one.name }))
}

type AnswerItem = RequestReply['answers'][number]['items'][number]
type ShownAnswer = Omit<AnswerItem, 'label'>

async function showAnswers(
  form: Form,
  answers: FormAnswers,
  fields: FieldDecision | undefined,
  at: string,
): Promise<RequestReply['answers']> {
  const knowledge = await knowledgeNow()
  const state = stateOf(shapeOf(knowledge, form), answers, at)
  const sections = new Map<string, AnswerItem[]>()
  for (const { control, subject, index } of shownControls(knowledge, form, answers, at)) {
    if (subject === undefined || control.kind === 'consent') continue
    const value = state.answerAt(control, index)
    if (value === undefined) continue
    const shown = await showAnswer(state, control, index, value, fields)
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
  fields: FieldDecision | undefined,
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
  // In a request's answers what is sensitive stays masked for officials: the entity page shows it, with a purpose.
  const masked = fields !== undefined && (access === 'masked' || sensitivity === 'sensitive')
  if (masked) return { text: maskValue(answering, value), masked }
  const text = showValue(answering, value)
  const { value: type } = answering
  if (type.type !== 'file') return { text, masked }
  return { text, masked, files: fileIds(value).map((id) => ({ id, kind: type.of })) }
}

function attributeOf({ binding }: Control): string | undefined {
  return binding !== undefined && 'attribute' in binding ? binding.attribute : undefined
}

async function wholeAddress(place: string): Promise<string> {
  if (!isPlaceId(place)) return ''
  const found = await findPlace(place)
  return found === undefined ? '' : found.level === 'community' ? shortName(found) : tailOf(place)
}
