import { dutyCodes } from '../permission/duty'
import { mentionKinds } from '../routing/kinds'
import { routesOf } from './define'
import { level, organisationId, placeId, text } from './parts'
import * as z from './z'

const route = routesOf('channels')

const subject = z.strictObject({
  code: z.string(),
  /** 「电梯故障」 */
  name: z.string(),
})

const department = z.strictObject({
  id: organisationId,
  name: z.string(),
  /** Of its desk. */
  phone: z.exactOptional(z.string()),
  /** The duty by which it answers: the subject's own, or `territory` where nobody holds that. */
  duty: z.enum(dutyCodes),
})

const namedPlace = z.strictObject({ id: placeId, name: z.string(), level, tail: z.string() })

/** Where it is: chosen, named in the text, the writer's home, or not known. */
const where = z.strictObject({
  place: z.exactOptional(namedPlace),
  from: z.enum(['given', 'text', 'home', 'nothing']),
  sure: z.boolean(),
  /** What else it could be, to choose from; at most five. */
  candidates: z.array(namedPlace),
})

const reading = z.strictObject({
  /** What it is about; absent where nothing was recognised. */
  subject: z.exactOptional(subject),
  /** Whether subject and place may be taken without asking. */
  sure: z.boolean(),
  where,
  /** Who would answer. */
  department: z.exactOptional(department),
  /** Why, in plain words. */
  reason: z.string(),
})
export type AppealReadingReply = z.output<typeof reading>

/** Words of the text, by where they stand in it. */
const span = { start: z.number(), end: z.number() }

const mention = z.strictObject({
  ...span,
  kind: z.enum(mentionKinds),
  words: z.string(),
  sure: z.boolean(),
  candidates: z.array(
    z.strictObject({
      id: z.string(),
      /** Of the ledgers: it can be accepted as a relation. Of the directory: it is only told. */
      of: z.enum(['ledgers', 'directory']),
      name: z.string(),
      place: z.string(),
    }),
  ),
})

export const proposal = z.strictObject({
  ...reading.shape,
  /** What else it may be about, the proposed one first, each with who would answer. */
  guesses: z.array(
    z.strictObject({
      subject,
      /** 0 to 1. */
      confidence: z.number(),
      department: z.exactOptional(department),
    }),
  ),
  /** The words that decided, in the order of the text. */
  because: z.array(z.strictObject({ ...span, from: z.enum(['table', 'learnt']) })),
  mentions: z.array(mention),
})
export type AppealProposalReply = z.output<typeof proposal>

const appealText = text(2000, '诉求内容')

/** What an appeal is about, where, and who answers: for whoever writes it, and for whoever routes it. Nothing is kept. */
export const routing = {
  readAppeal: route('readAppeal', {
    method: 'POST',
    path: '/appeals/reading',
    summary:
      'What the appeal a resident is writing is about, where, and which department would answer, with the reason. `home`: one of their homes; `place`: where it is, when they chose it. Nothing is kept',
    needs: { who: 'resident', consent: true },
    body: z.strictObject({
      text: appealText,
      place: z.exactOptional(placeId),
      home: z.exactOptional(placeId),
    }),
    reply: reading,
    repeatable: true,
  }),
  proposeRouting: route('proposeRouting', {
    method: 'POST',
    path: '/appeals/proposal',
    summary:
      'What is proposed for an appeal at a place: subject, department, place, with reasons and what else it may be, and what its text mentions as far as the official reads it. Nothing is kept',
    needs: { who: 'official', action: 'request.handle', where: 'resource' },
    body: z.strictObject({
      text: appealText,
      /** The home it came from, or where it is. */
      place: placeId,
    }),
    reply: proposal,
    repeatable: true,
  }),
} as const
