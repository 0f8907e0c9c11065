import { type KeptAnswerReply, channelRoutes as routes } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { knowledgeNow } from '../../knowledge/index'
import { organisationFacts } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { readOpenChannel, readVersion } from '../channel.store'
import { reachedFor } from '../for-organisations/reached'
import { verdictOnWords } from '../official-words'
import { answersOf, type Request } from '../request.store'
import { locateRequest, officialMover } from '../request-access'
import { type PublicAnswer, publicAnswersOf, readPublicAnswer, savePublicAnswer } from './answer.store'
import { askAgainLater } from './check'
import { namesIn } from './names-nobody'

/** What a channel in force says may be seen afterwards. */
async function publishesAnswers(channelId: string): Promise<boolean> {
  const channel = await readOpenChannel(channelId)
  if (channel?.version === undefined) return false
  return (await readVersion(channelId, channel.version))?.publicAfter === 'answers'
}

/** Whoever answered it, while it is closed. */
async function mayPublish(request: Request, actor: Official): Promise<boolean> {
  if (request.state !== 'closed' || !(await publishesAnswers(request.channelId))) return false
  const by = await officialMover(request, actor)
  return by?.kind === 'worker' || by?.kind === 'desk'
}

const show = (may: boolean, kept: PublicAnswer | undefined): KeptAnswerReply => ({
  may,
  ...(kept === undefined
    ? {}
    : {
        kept: {
          question: kept.question,
          answer: kept.answer,
          state: kept.state,
          withdrawn: kept.withdrawn === true,
          edition: kept.edition,
          by: kept.byName,
          at: kept.at,
        },
      }),
})

export const keptAnswer = endpoint(routes.keptAnswer, {
  locate: locateRequest,
  handle: async ({ loaded, actor }) => show(await mayPublish(loaded, actor), await readPublicAnswer(loaded.id)),
})

/** @throws Problem `names-somebody` */
async function checkNamesNobody(request: Request, text: string): Promise<void> {
  const form = (await readVersion(request.channelId, request.version))?.form
  const told =
    form === undefined
      ? undefined
      : namesIn(text, {
          knowledge: await knowledgeNow(),
          form,
          answers: await answersOf(request),
          at: request.submittedAt,
          names: [request.who],
        })
  if (told !== undefined)
    throw new Problem('names-somebody', {
      detail: `公开的内容里有居民填写的信息「${told.trim()}」，没有公开，您写的还在。请改成认不出是谁的话。`,
    })
}

export const publishAnswer = endpoint(routes.publishAnswer, {
  locate: locateRequest,
  handle: async ({ loaded, body, actor, now }) => {
    if (!(await mayPublish(loaded, actor))) throw new Problem('step-not-allowed')
    const before = await readPublicAnswer(loaded.id)
    const { question, answer } = body
    const isSame =
      before?.question === question && before.answer === answer && before.withdrawn !== true && before.by === actor.id
    if (isSame) return show(true, before)
    if ((before?.edition ?? 0) !== body.edition) throw new Problem('changed')
    await checkNamesNobody(loaded, `${question}\n${answer}`)
    const by = await officialMover(loaded, actor)
    const next: PublicAnswer = {
      requestId: loaded.id,
      channelId: loaded.channelId,
      question,
      answer,
      organisation: await answeredBy(loaded),
      state: await verdictOnWords([question, answer], actor.id),
      edition: body.edition + 1,
      by: actor.id,
      byName: by?.name ?? actor.name,
      since: before?.since ?? now,
      at: now,
    }
    await save(next, now)
    return show(true, next)
  },
})

const answeredBy = async ({ desk, organisationId }: Request): Promise<string> =>
  desk?.name ?? (await organisationFacts(organisationId))?.name ?? ''

async function save(next: PublicAnswer, at: Instant): Promise<void> {
  if (!(await savePublicAnswer(next))) throw new Problem('changed')
  if (next.state === 'waiting') await askAgainLater(next, at)
}

export const withdrawAnswer = endpoint(routes.withdrawAnswer, {
  locate: locateRequest,
  handle: async ({ loaded, actor, now }) => {
    const before = await readPublicAnswer(loaded.id)
    const may = await mayPublish(loaded, actor)
    if (before === undefined) throw new Problem('not-found')
    if (before.withdrawn === true) return show(may, before)
    const next: PublicAnswer = { ...before, withdrawn: true, edition: before.edition + 1, by: actor.id, at: now }
    await save({ ...next, byName: (await officialMover(loaded, actor))?.name ?? actor.name }, now)
    return show(may, next)
  },
})

export const publicAnswers = endpoint(routes.publicAnswers, async ({ params, query, actor }) => {
  const channel = await readOpenChannel(params.channelId)
  if (channel === undefined || channel.state === 'draft') throw new Problem('not-found')
  await reachedFor(actor, channel)
  // What was made public under a version that allowed it is not shown once the service publishes nothing any more.
  if (!(await publishesAnswers(channel.id))) return { items: [] }
  const { items, next } = await publicAnswersOf(channel.id, query.cursor)
  return {
    items: items.map(({ requestId, question, answer, organisation, since }) => ({
      id: requestId,
      question,
      answer,
      organisation,
      at: since,
    })),
    ...(next === undefined ? {} : { next }),
  }
})
