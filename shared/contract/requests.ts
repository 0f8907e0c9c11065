import { mentionKinds } from '../routing/kinds'
import type { SubjectCode } from '../routing/subjects'
import { wrongInAnswer } from '../rules/answer-words'
import { placings } from '../rules/booking'
import { channelParts, consentStates } from '../rules/channel'
import { fileKinds } from '../rules/file'
import { behalfWays, procedures, requestActions, requestMovers, requestStates } from '../rules/request'
import { bookedSlot, slotId } from './booking'
import { documents } from './channel-settings'
import { routesOf } from './define'
import {
  channelId,
  cursor,
  entityId,
  fileId,
  instant,
  optionalText,
  organisationId,
  page,
  requestId,
  stepKey,
  text,
} from './parts'
import { picture } from './picture-check'
import { proposal } from './routing'
import * as z from './z'

/** How long like requests took nearby: minutes of working time, the middle one and four of five. */
export const wait = z.strictObject({ usual: z.number(), most: z.number(), of: z.number(), where: z.string() })

/** What residents asked for, and every step taken about it. Served by the channels slice. */
const route = routesOf('channels')
const procedure = z.enum(procedures)

const step = z.strictObject({
  key: z.string(),
  action: z.union([z.literal('submit'), z.enum(requestActions)]),
  /** As the resident reads it. */
  says: z.string(),
  note: z.exactOptional(z.string()),
  /** Who did it: 「您」, or the post and name. */
  by: z.string(),
  at: instant,
  state: z.enum(requestStates),
  /** Evidence kept with the step. */
  files: z.exactOptional(z.array(z.strictObject({ id: fileId, kind: z.enum(fileKinds) }))),
})

export const requestCard = z.strictObject({
  id: requestId,
  number: z.string(),
  channelId,
  title: z.string(),
  who: z.string(),
  place: z.string(),
  state: z.enum(requestStates),
  submittedAt: instant,
  updatedAt: instant,
  due: instant,
  overdue: z.boolean(),
  /** Entered by an official for its author, who has not said yet whether it is theirs. */
  unconfirmed: z.exactOptional(z.literal(true)),
  /** Asked for by an organisation: `who` is its name. */
  ofOrganisation: z.exactOptional(z.literal(true)),
  /** The time that is booked; `has` is absent while that is being decided, and after it was given back. */
  booked: z.exactOptional(
    z.strictObject({
      slot: slotId,
      has: z.exactOptional(z.enum(placings)),
      /** 「11月30日 周一 上午 9:00–10:00」, for whoever reads it in a list of many services. */
      says: z.exactOptional(z.string()),
    }),
  ),
})
export type RequestCardReply = z.output<typeof requestCard>

export const request = z.strictObject({
  ...requestCard.shape,
  revision: z.number(),
  procedure,
  organisation: z.strictObject({ id: organisationId, name: z.string() }),
  /** The answers as a person reads them, in the form's order, by subject. */
  answers: z.array(
    z.strictObject({
      subject: z.string(),
      items: z.array(
        z.strictObject({
          label: z.string(),
          text: z.string(),
          masked: z.boolean(),
          /** Masked, and shown whole to this reader once they say what for. */
          onPurpose: z.exactOptional(z.literal(true)),
          /** A phone number that is masked, for whoever may call it. */
          call: z.exactOptional(z.string()),
          /** The files the answer names, for those who may open them: absent where it is masked. */
          files: z.exactOptional(z.array(z.strictObject({ id: fileId, kind: z.enum(fileKinds) }))),
        }),
      ),
    }),
  ),
  /** The organisation it was asked for by, and who acted for it. */
  applicant: z.exactOptional(z.strictObject({ id: entityId, name: z.string(), by: z.string() })),
  /** How long it may take, from real history; absent once it has ended, or where there is too little. */
  wait: z.exactOptional(wait),
  steps: z.array(step),
  claimedBy: z.exactOptional(z.strictObject({ id: z.string(), name: z.string(), phone: z.string() })),
  /** The organisation that has it, where it is not whoever works at its place. */
  desk: z.exactOptional(
    z.strictObject({
      id: organisationId,
      name: z.string(),
      part: z.enum(requestMovers),
      phone: z.exactOptional(z.string()),
    }),
  ),
  /** What an appeal was taken to be about, and why it went where it went. */
  route: z.exactOptional(
    z.strictObject({
      subject: z.exactOptional(z.strictObject({ code: z.string(), name: z.string() })),
      sure: z.boolean(),
      reason: z.string(),
      /** Somebody decided it. */
      decided: z.boolean(),
    }),
  ),
  /** Entered on the author's behalf, and whether they said since that it is theirs. */
  behalf: z.exactOptional(
    z.strictObject({
      name: z.string(),
      way: z.enum(behalfWays),
      acknowledged: z.boolean(),
      /** Entered by an official: whether its author reads it in their own list, was not found in any account yet, or said that it is not theirs. */
      author: z.exactOptional(z.enum(['reads', 'unknown', 'disowned'])),
    }),
  ),
  /** Others told of the same: how many residents, and how many requests are answered together. The lead's id is for officials. */
  case: z.exactOptional(
    z.strictObject({
      people: z.number(),
      requests: z.number(),
      lead: z.boolean(),
      leadId: z.exactOptional(requestId),
    }),
  ),
  /** Until when the step it waits for is to be taken. */
  stepDue: z.exactOptional(z.strictObject({ name: z.string(), due: instant, late: z.boolean() })),
  /** Superiors it was reported to, being late. */
  overseers: z.exactOptional(z.array(z.strictObject({ id: organisationId, name: z.string() }))),
  /** Organisations asked to work along. */
  beside: z.exactOptional(z.array(z.strictObject({ id: organisationId, name: z.string(), said: z.boolean() }))),
  rating: z.exactOptional(z.strictObject({ stars: z.number(), words: z.exactOptional(z.string()) })),
  booking: z.exactOptional(bookedSlot),
  /** What to bring, and what is given out. */
  documents: z.exactOptional(documents),
  /** Of its pictures, those of which something is to be said: they were not looked at yet, or did not pass. */
  pictures: z.exactOptional(z.array(picture)),
  /** What the reader may do now. */
  actions: z.array(z.enum(requestActions)),
  /** Entities the request is about, for those who may open them. */
  entities: z.array(z.strictObject({ id: z.string(), name: z.string() })),
})
export type RequestReply = z.output<typeof request>

const requestParams = z.strictObject({ requestId })
const handling = { who: 'official', action: 'request.handle', where: 'resource' } as const
const own = { who: 'resident', consent: true } as const

const key = stepKey
const organisation = organisationId
/** Evidence: photos and files announced before by whoever takes the step. */
const files = z.exactOptional(z.array(fileId).check(z.maxLength(9, '最多 9 个照片或文件')))
const plain = { key, note: optionalText(500, '说明') }
const noted = { key, note: text(500, '说明') }

/** What an appeal is about. Whether there is such a subject the handler asks: the table of subjects is too large to go wherever the contract goes. */
const subject = z.custom<SubjectCode>(
  (value) => typeof value === 'string' && /^[a-z][a-z0-9-]{1,39}$/.test(value),
  '没有这一类诉求',
)

/** A step of an official. `key` is made on the phone: sent twice, it is one step. */
const officialStep = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['claim', 'release', 'confirm', 'list', 'approve']), ...plain }),
  z.strictObject({ action: z.enum(['refuse', 'put-right', 'give-back', 'supervise']), ...noted }),
  z.strictObject({ action: z.enum(['return', 'close', 'decline', 'opine']), ...noted, files }),
  z.strictObject({ action: z.literal('transfer'), ...noted, to: organisation, subject: z.exactOptional(subject) }),
  /** Without an organisation it is the place's. */
  z.strictObject({
    action: z.literal('assign'),
    ...noted,
    to: z.exactOptional(organisation),
    subject: z.exactOptional(subject),
  }),
  z.strictObject({ action: z.literal('classify'), key, subject }),
  /** All that is accepted; what was accepted before and is left out is taken back from the request. */
  z.strictObject({
    action: z.literal('mention'),
    key,
    mentions: z
      .array(z.strictObject({ kind: z.enum(mentionKinds), entity: entityId }))
      .check(z.maxLength(20, '最多 20 个')),
  }),
  z.strictObject({
    action: z.literal('invite'),
    ...noted,
    organisations: z.array(organisation).check(z.minLength(1, '请选择协办单位'), z.maxLength(5, '最多 5 个协办单位')),
  }),
])
export type OfficialStep = z.output<typeof officialStep>

/** A step of the resident whose request it is. */
const ownStep = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['withdraw', 'urge', 'disown']), ...plain }),
  z.strictObject({ action: z.literal('acknowledge'), key }),
  z.strictObject({ action: z.enum(['add', 'reopen']), ...noted, files }),
  z.strictObject({
    action: z.literal('rate'),
    key,
    stars: z.int('请选择 1 至 5 星').check(z.gte(1, '请选择 1 至 5 星'), z.lte(5, '请选择 1 至 5 星')),
    note: optionalText(200, '评价'),
  }),
])
export type OwnStep = z.output<typeof ownStep>

const many = z.array(requestId).check(z.minLength(1, '请选择要办的'), z.maxLength(100, '一次最多 100 件，请分几次'))

/** What stands in braces in what many are told is each one's own; what means nothing is refused before anything is done. */
const meaning = z.refine<string>((said) => wrongInAnswer(said) === undefined, {
  error: ({ input }) => wrongInAnswer(String(input)),
})
const toMany = {
  key,
  requests: many,
  /** What single ones are told instead, by request. */
  notes: z.exactOptional(z.record(requestId, text(500, '说明').check(meaning))),
}
const manyPlain = {
  ...toMany,
  note: z.exactOptional(z.string('说明应为文字').check(z.trim(), z.maxLength(500, '说明不超过 500 个字'), meaning)),
}
const manyNoted = { ...toMany, note: text(500, '说明').check(meaning) }

/** One decision on many. */
const manySteps = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['claim', 'release', 'confirm', 'list', 'approve']), ...manyPlain }),
  z.strictObject({
    action: z.enum(['refuse', 'put-right', 'return', 'give-back', 'close', 'decline']),
    ...manyNoted,
  }),
  z.strictObject({ action: z.literal('transfer'), ...manyNoted, to: organisation }),
])

const deskCard = z.strictObject({
  ...requestCard.shape,
  /** As whom one's organisation has it. */
  part: z.enum(requestMovers),
  claimedBy: z.exactOptional(z.strictObject({ id: z.string(), name: z.string() })),
})
export type DeskCardReply = z.output<typeof deskCard>

const consent = z.strictObject({
  organisation,
  channelId,
  title: z.string(),
  owner: z.string(),
  part: z.enum(channelParts),
  state: z.enum(consentStates),
  note: z.exactOptional(z.string()),
  at: instant,
})
export type ConsentReply = z.output<typeof consent>

export const requests = {
  myRequests: route('myRequests', {
    method: 'GET',
    path: '/requests',
    summary: 'My requests, newest first, 20 a page',
    needs: { who: 'resident', consent: false },
    query: z.strictObject({ cursor }),
    reply: page(requestCard),
  }),
  request: route('request', {
    method: 'GET',
    path: '/requests/{requestId}',
    summary: 'One request with its time line',
    needs: { who: 'owner-or-official', action: 'request.read', where: 'resource' },
    params: requestParams,
    reply: request,
  }),
  wholeRequest: route('wholeRequest', {
    method: 'GET',
    path: '/requests/{requestId}/whole',
    summary:
      'One request with what is sensitive in its answers whole, as far as the official may read it, for a stated purpose; the look is audited',
    needs: { who: 'official', action: 'request.read', where: 'resource' },
    params: requestParams,
    query: z.strictObject({ purpose: text(60, '查看理由') }),
    reply: request,
  }),
  requestProposal: route('requestProposal', {
    method: 'GET',
    path: '/requests/{requestId}/proposal',
    summary:
      'What is proposed for a request by what its author wrote: subject, department, place, with the words that decided, and whom and what it mentions as far as the official reads it',
    needs: handling,
    params: requestParams,
    reply: z.strictObject({
      ...proposal.shape,
      /** What the author wrote. */
      text: z.string(),
      /** What was accepted before. */
      accepted: z.array(z.strictObject({ kind: z.enum(mentionKinds), entity: z.string() })),
    }),
  }),
  desk: route('desk', {
    method: 'GET',
    path: '/desk/requests',
    summary: 'What the official’s organisations have something to do about, the earliest due first, 20 a page',
    needs: { who: 'official', action: 'request.undertake', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(deskCard),
  }),
  overseen: route('overseen', {
    method: 'GET',
    path: '/desk/overseen',
    summary: 'Late requests that were reported to the official’s organisations, the earliest due first, 20 a page',
    needs: { who: 'official', action: 'request.oversee', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(deskCard),
  }),
  consents: route('consents', {
    method: 'GET',
    path: '/desk/consents',
    summary: 'Services of others that the official’s organisations were asked to take part in, what waits first',
    needs: { who: 'official', action: 'request.undertake', where: 'list' },
    reply: z.strictObject({ items: z.array(consent) }),
  }),
  consent: route('consent', {
    method: 'POST',
    path: '/desk/consents/{channelId}',
    summary:
      'Says whether one’s organisation takes part in a service of others; said otherwise later it holds for what is published then',
    needs: { who: 'official', action: 'request.undertake', where: 'list' },
    params: z.strictObject({ channelId }),
    body: z.strictObject({ organisation, agree: z.boolean(), note: optionalText(200, '说明') }),
    reply: consent,
    repeatable: true,
  }),
  step: route('step', {
    method: 'POST',
    path: '/requests/{requestId}/steps',
    summary: 'Takes a step: the table in `shared/rules/request-steps.ts` says which, from where and by whom',
    needs: handling,
    params: requestParams,
    body: officialStep,
    reply: request,
    repeatable: true,
  }),
  steps: route('steps', {
    method: 'POST',
    path: '/desk/steps',
    summary:
      'Takes one step for each of up to 100 requests, each told in its own words; what could not be done is told one by one, the others are done',
    needs: { who: 'official', action: 'request.undertake', where: 'list' },
    body: manySteps,
    reply: z.strictObject({
      done: z.array(z.string()),
      left: z.array(z.strictObject({ id: z.string(), message: z.string() })),
    }),
    repeatable: true,
  }),
  ownStep: route('ownStep', {
    method: 'POST',
    path: '/requests/{requestId}/own-steps',
    summary: 'The resident adds, urges once a day, withdraws, rates, or has a closed request taken up again',
    needs: own,
    params: requestParams,
    body: ownStep,
    reply: request,
    repeatable: true,
  }),
} as const
