import { channelRoutes } from '@zmht/shared/contract'
import {
  collect,
  type Form,
  type FormAnswers,
  filesPrefilled,
  strangersIn,
  validateAnswers,
} from '@zmht/shared/controls'
import { entityId, type Knowledge } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { endOfWorkingDay, firstRequestState } from '@zmht/shared/rules'
import { districtOf, findPlace, tailOf } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { answerField, aroundPerson, checkAnswered } from '../../ledgers/index'
import type { Resident } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { filesToKeep } from '../../platform/files/keep'
import type { TransactionPart } from '../../platform/table/write'
import { readOpenChannel, readVersion } from '../channel.store'
import { reaches } from '../domain/reach'
import { numberOf } from '../domain/request'
import { subjectOfRequest } from '../files'
import { createRequest, type Request, readRequest, sealContents } from '../request.store'
import { showRequest } from '../show'
import { checkMeant, prefilledFor } from './services'

const everything = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' } as const

/**
 * Decides the first state by the procedure and saves with one conditional put under the phone's key; the files it names are kept by the same
 * write. Everything else that follows (entities, counts, the worker's list, messages) comes from the table's stream.
 */
export const submit = endpoint(channelRoutes.submit, async ({ params, body, actor, now }) => {
  const decided = await decide(params, body, actor, now).catch(async (refusal: unknown) => {
    // Sent again after it was taken, when the channel has closed or changed since: it is the request that was taken.
    const held = refusal instanceof Problem ? await readRequest(params.requestId) : undefined
    if (held !== undefined && isSame(held, params.channelId, actor)) return { request: held, files: [] }
    throw refusal
  })
  if (await createRequest(decided.request, decided.files)) return showRequest(decided.request, actor, everything)
  const held = await readRequest(params.requestId)
  if (held === undefined || !isSame(held, params.channelId, actor)) throw new Problem('key-reused')
  return showRequest(held, actor, everything)
})

interface Decided {
  readonly request: Request
  /** The writes that keep its files. */
  readonly files: readonly TransactionPart[]
}

const isSame = (held: Request, channelId: string, actor: Resident): boolean =>
  held.resident === actor.id && held.channelId === channelId

async function decide(
  params: { readonly channelId: string; readonly requestId: string },
  body: { version: number; home: Resident['homes'][number]['placeId']; answers: FormAnswers; notify: boolean },
  actor: Resident,
  now: string,
): Promise<Decided> {
  const home = await findPlace(body.home)
  if (home === undefined) throw new Problem('no-such-place')
  const channel = await readOpenChannel(params.channelId)
  if (channel === undefined || channel.version === undefined) throw new Problem('not-found')
  if (!actor.homes.some(({ placeId }) => placeId === body.home) || !reaches(channel.reach, home.lineage))
    throw new Problem('not-found')
  if (channel.state !== 'open') throw new Problem('channel-closed')
  // Who began under an earlier version finishes under it; a version that never was in force is none.
  const content = body.version > channel.version ? undefined : await readVersion(channel.id, body.version)
  if (content === undefined) throw new Problem('form-outdated')
  await checkMeant(actor, content.audience, now)
  const { form } = content
  const knowledge = await knowledgeNow()
  const wrong = validateAnswers(knowledge, form, body.answers, { at: now })
  if (wrong.length > 0) throw new Problem('invalid', { fields: wrong.map(answerField) })
  await checkAnswered(knowledge, form, body.answers)
  await checkNamed(knowledge, form, body.answers, actor)
  const files = await filesToKeep({
    subject: subjectOfRequest(params.requestId),
    knowledge,
    form,
    answers: body.answers,
    actor: actor.id,
    at: now,
    mayUse: async (id) => filesPrefilled(await prefilledFor(knowledge, form, actor, now)).has(id),
  })
  const person = entityId(actor.person)
  const patch = collect(knowledge, form, body.answers, { actor: person, submission: params.requestId, at: now })
  const said = patch.entities.find(({ ref }) => 'known' in ref && ref.known === person)
  const name = said?.facts.find(({ attribute }) => attribute === 'person.name')?.value
  const request: Request = {
    id: params.requestId,
    number: numberOf(params.requestId, now),
    channelId: channel.id,
    version: body.version,
    procedure: content.procedure,
    title: content.title,
    organisationId: channel.organisationId,
    resident: actor.id,
    person: actor.person,
    who: typeof name === 'string' ? name : actor.name || '居民',
    home: home.id,
    path: home.path,
    district: districtOf(home.tiers),
    tail: await tailOf(home.id),
    state: firstRequestState(content.procedure),
    submittedAt: now,
    updatedAt: now,
    due: endOfWorkingDay(now, content.promisedDays),
    overdue: false,
    notify: body.notify,
    ...(await sealContents(params.requestId, body.answers, patch)),
    revision: 1,
    by: actor.id,
  }
  return { request, files }
}

/** Whoever the answers name by id is the actor or reached from the actor: an id can be forged. */
async function checkNamed(knowledge: Knowledge, form: Form, answers: FormAnswers, actor: Resident): Promise<void> {
  const named = Object.values(answers)
    .flat()
    .some(({ entity }) => entity !== undefined && entity !== actor.person)
  if (!named) return
  const around = await aroundPerson(entityId(actor.person), actor.charges)
  const strangers = strangersIn(knowledge, form, answers, around, { actor: entityId(actor.person) })
  if (strangers.length > 0) throw new Problem('invalid', { fields: strangers.map(answerField) })
}
