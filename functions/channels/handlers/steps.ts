import { type BodyOf, type OfficialStep, channelRoutes as routes } from '@zmht/shared/contract'
import { entityId } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { type AcceptedMention, type SubjectCode, subjectCalled } from '@zmht/shared/routing'
import type { Official, Resident } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { readOpenChannel } from '../channel.store'
import type { Move } from '../domain/request'
import { noteFor } from '../domain/wording'
import { foundBy } from '../errands/found'
import { evidenceToKeep } from '../evidence'
import { authorName, checkOwn } from '../for-organisations/delegate'
import { countToday } from '../limits.store'
import { moveRequest } from '../move'
import { type Office, type Request, readRequest, readSteps } from '../request.store'
import {
  arbiterOf,
  locateRequest,
  moverOf,
  officeThatCan,
  officialMover,
  resourceFor,
  superiorOf,
} from '../request-access'
import { findMentions } from '../routing/index'
import { showRequest } from '../show'
import { textOf } from '../text-of'

const everything = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' } as const

export const step = endpoint(routes.step, {
  locate: locateRequest,
  handle: async ({ loaded, body, actor, now, fields }) => {
    const by = await moverOf(loaded, actor, now)
    const move = await moveOf(loaded, body, actor, now)
    const named = 'files' in body ? body.files : undefined
    // What was found on the spot is passed on with the answer.
    const mayUse = async (id: string) => (await foundBy(loaded, id)) !== undefined
    const { files, parts } = await evidenceToKeep(loaded.id, named, actor.id, now, mayUse)
    return showRequest(await moveRequest(loaded, { ...move, files }, by, now, parts), actor, fields)
  },
})

/** A step with the organisations it names, each asked whether somebody there could do it. */
async function moveOf(request: Request, body: OfficialStep, actor: Official, at: string): Promise<Move> {
  const { action, key } = body
  const move: Move = { action, key, ...noteFor('note' in body ? body.note : undefined, request) }
  switch (body.action) {
    case 'transfer':
      return { ...move, ...aboutOf(body), to: await officeThatCan(request, body.to) }
    case 'assign':
      return {
        ...move,
        ...aboutOf(body),
        ...(body.to === undefined ? {} : { to: await officeThatCan(request, body.to) }),
      }
    case 'classify':
      return { ...move, subject: thatThereIs(body.subject) }
    case 'mention':
      return {
        ...move,
        mentions: await asSeen(
          request,
          body.mentions.map(({ kind, entity }) => ({ kind, entity: entityId(entity) })),
          actor,
          at,
        ),
      }
    case 'give-back': {
      const arbiter = await arbiterOf(request)
      return arbiter === undefined ? move : { ...move, arbiter }
    }
    case 'invite':
      return { ...move, invited: await Promise.all(body.organisations.map((id) => officeThatCan(request, id))) }
    case 'list':
      return { ...move, to: await partnerOf(request) }
    default:
      return move
  }
}

const aboutOf = ({ subject }: { readonly subject?: SubjectCode }) =>
  subject === undefined ? {} : { subject: thatThereIs(subject) }

/** @throws Problem `invalid` for a subject that is none */
function thatThereIs(subject: SubjectCode): SubjectCode {
  if (subjectCalled(subject) === undefined)
    throw new Problem('invalid', { fields: [{ path: 'body.subject', message: '没有这一类诉求' }] })
  return subject
}

/** What a text mentions is accepted from what was found in it for this very official: an id can be forged. */
async function asSeen(request: Request, accepted: readonly AcceptedMention[], actor: Official, at: string) {
  if (accepted.length === 0) return []
  const found = await findMentions({ text: await textOf(request), place: request.home, actor, at })
  const known = new Set([request.home, ...found.flatMap(({ candidates }) => candidates.map(({ id }) => id))])
  if (accepted.some(({ entity }) => !known.has(entity))) throw new Problem('not-found')
  return accepted
}

/** Who confirms the lists of a channel. @throws Problem `nobody-there` where its content names nobody any more */
async function partnerOf(request: Request): Promise<Office> {
  const channel = await readOpenChannel(request.channelId)
  const partner = channel?.content.parts?.find(({ part }) => part === 'partner')
  if (partner === undefined) throw new Problem('nobody-there')
  return officeThatCan(request, partner.organisation)
}

type ManySteps = BodyOf<typeof routes.steps>

export const steps = endpoint(routes.steps, async ({ body, actor, now }) => {
  const others = Object.keys(body.notes ?? {}).filter((id) => !body.requests.includes(id))
  if (others.length > 0)
    throw new Problem('invalid', {
      fields: [{ path: 'body.notes', message: '单独写的话里有没选中的诉求。一件也没有办，写的内容还在。' }],
    })
  const done: string[] = []
  const left: { id: string; message: string }[] = []
  const refusals: Problem[] = []
  for (const id of new Set(body.requests)) {
    try {
      await oneOfMany(id, body, actor, now)
      done.push(id)
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.kind === 'unavailable') throw problem
      // Sent again: with that step it may have gone to others.
      if (await isTaken(id, body.key, actor)) {
        done.push(id)
        continue
      }
      refusals.push(problem)
      left.push({ id, message: leftWords[problem.code] ?? problem.document.title })
    }
  }
  // Of a list in which nothing could be done for one reason there is nothing to tell apart.
  const [first] = refusals
  if (
    done.length === 0 &&
    first !== undefined &&
    refusals.every(({ code }) => code === first.code) &&
    refusesAll.has(first.code)
  )
    throw first
  return { done, left }
})

const isTaken = async (id: string, key: string, actor: Official): Promise<boolean> =>
  (await readSteps(id)).some((step) => step.key === key && step.by === actor.id)

const refusesAll: ReadonlySet<string> = new Set(['not-found', 'forbidden', 'outside-territory', 'with-another'])

const leftWords: Readonly<Record<string, string | undefined>> = {
  'not-found': '没有这一件，或不归您办',
  'outside-territory': '没有这一件，或不归您办',
  'step-not-allowed': '状态已经变了，没有改动',
  changed: '状态已经变了，没有改动',
  'with-another': '在其他单位办理，没有改动',
  forbidden: '您没有办这一件的权限，没有改动',
}

async function oneOfMany(id: string, body: ManySteps, actor: Official, at: string): Promise<void> {
  const request = await readRequest(id)
  if (request === undefined) throw new Problem('not-found')
  const by = await officialMover(request, actor)
  const resource = await resourceFor(request, by)
  await allowed(actor, 'request.handle', resource, at)
  if (by === undefined) throw new Problem('with-another')
  // What many are told in one go is decided for each as a single step is.
  const { requests: _requests, notes, ...one } = body
  const note = notes?.[id] ?? one.note
  const asked = note === undefined ? one : { ...one, note }
  await moveRequest(request, await moveOf(request, asked, actor, at), by, at)
}

/** The resident's own request, or of an organisation they act for; to anyone else it does not exist. */
async function own(id: string, actor: Resident): Promise<Request> {
  return checkOwn(await readRequest(id), actor)
}

async function reportedOf(request: Request): Promise<Pick<Move, 'reported'>> {
  const superior = await superiorOf({ ...request, overseers: [] })
  return superior === undefined ? {} : { reported: superior }
}

export const ownStep = endpoint(routes.ownStep, async ({ params, body, actor, now }) => {
  // Said again that it is not theirs: they have already let it go.
  const held = body.action === 'disown' ? await readRequest(params.requestId) : undefined
  if (held?.behalf?.disownedBy === actor.id) return showRequest(held, actor, everything)
  const request = await own(params.requestId, actor)
  const { action, key } = body
  const note = 'note' in body ? body.note : undefined
  const move: Move = {
    action,
    key,
    ...(note === undefined ? {} : { note }),
    ...(body.action === 'reopen' ? await reportedOf(request) : {}),
    ...(body.action === 'rate'
      ? { rating: { stars: body.stars, ...(note === undefined ? {} : { words: note }) } }
      : {}),
  }
  const { files, parts } = await evidenceToKeep(request.id, 'files' in body ? body.files : undefined, actor.id, now)
  // Who withdraws or gives up a time is never kept from it.
  if (action === 'add' || action === 'urge' || action === 'reopen')
    await countToday(actor.id, 'step', { id: key, about: request.id }, now)
  const moved = await moveRequest(
    request,
    { ...move, files },
    { kind: 'resident', id: actor.id, name: authorName(request, actor) },
    now,
    parts,
  )
  return showRequest(moved, actor, everything)
})
