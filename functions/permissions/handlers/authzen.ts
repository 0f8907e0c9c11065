import { type DecisionReply, permissionRoutes } from '@zmht/shared/contract'
import { type Action, actions, actionsOn, decide, type OfficialActor, Resources } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import type { Client } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { describedThing, isAskedInside, type Thing, thingFrom, thingsOfKind } from '../authzen'
import { policyFor, wholePolicy } from '../policy'
import { everybody } from '../roster'
import { officialNow } from '../standing'

const routes = permissionRoutes

/** What is asked, as the standard writes it; what is not ours is nobody's and nothing's: the answer is no. */
interface Question {
  readonly subject: { readonly type: string; readonly id: string }
  readonly action: { readonly name: string }
  readonly resource: Thing
}

const refused = (reason: string): DecisionReply => ({ decision: false, context: { reason } })
const actionNamed = (name: string): Action | undefined => actions.find((one) => one === name)

async function answerTo(client: Client, { subject, action, resource }: Question, at: string): Promise<DecisionReply> {
  const asked = actionNamed(action.name)
  if (asked === undefined) return refused('no-such-action')
  const thing = await thingFrom(resource)
  if (thing === undefined || !isAskedInside(client, thing)) return refused('outside-client')
  const actor = await actorFrom(subject)
  if (actor === undefined) return refused('not-in-office')
  const decision = decide(await policyFor(actor.posts), actor, asked, thing, at)
  return decision.allow
    ? { decision: true, context: { fields: decision.fields, because: decision.because } }
    : { decision: false, context: { reason: decision.reason, because: decision.because } }
}

/** As of now, as for every request of their own. */
const actorFrom = async ({ type, id }: Question['subject']): Promise<OfficialActor | undefined> =>
  type === 'official' ? officialNow(id) : undefined

export const evaluation = endpoint(routes.evaluation, async ({ actor, body, now }) => answerTo(actor, body, now))

export const evaluations = endpoint(routes.evaluations, async ({ actor, body, now }) => {
  const whole = (one: Partial<Question>): Question => {
    const { subject = body.subject, action = body.action, resource = body.resource } = one
    if (subject === undefined || action === undefined || resource === undefined)
      throw new Problem('invalid', {
        fields: [{ path: 'body.evaluations', message: '缺少 subject、action 或 resource' }],
      })
    return { subject, action, resource }
  }
  const { evaluations: asked } = body
  // Without a list it is one question.
  if (asked === undefined || asked.length === 0) return answerTo(actor, whole({}), now)
  const questions = asked.map(whole)
  const semantic = body.options?.evaluations_semantic ?? 'execute_all'
  const answers: DecisionReply[] = []
  for (const question of questions) {
    const answer = await answerTo(actor, question, now)
    answers.push(answer)
    if (semantic === 'deny_on_first_deny' && !answer.decision) break
    if (semantic === 'permit_on_first_permit' && answer.decision) break
  }
  return { evaluations: answers }
})

const pageOf = <T>(all: readonly T[], page: { token?: string; limit?: number } | undefined) => {
  const from = Number(page?.token ?? 0)
  if (!Number.isSafeInteger(from) || from < 0)
    throw new Problem('invalid', { fields: [{ path: 'body.page.token', message: '翻页位置不正确' }] })
  const items = all.slice(from, from + (page?.limit ?? 100))
  const end = from + items.length
  return { items, page: { next_token: end < all.length ? String(end) : '', count: items.length, total: all.length } }
}
const nothing = { results: [], page: { next_token: '', count: 0, total: 0 } }
const everyRow = { limit: Number.POSITIVE_INFINITY }

export const searchSubject = endpoint(routes.searchSubject, async ({ actor, body, now }) => {
  const asked = actionNamed(body.action.name)
  const thing = await thingFrom(body.resource)
  if (asked === undefined || thing === undefined || body.subject.type !== 'official') return nothing
  if (!isAskedInside(actor, thing)) return nothing
  const [policy, { officials }] = await Promise.all([wholePolicy(), everybody()])
  const { items, page } = pageOf(officials.whoMay(policy, asked, thing, now, everyRow).items, body.page)
  return { results: items.map(({ id }) => ({ type: 'official', id })), page }
})

export const searchResource = endpoint(routes.searchResource, async ({ actor, body, now }) => {
  const asked = actionNamed(body.action.name)
  const official = await actorFrom(body.subject)
  if (asked === undefined || official === undefined) return nothing
  const inside = (await thingsOfKind(body.resource.type, actor)).filter((thing) => isAskedInside(actor, thing))
  const policy = await policyFor(official.posts)
  const { items, page } = pageOf(
    new Resources(inside).whichMay(policy, official, asked, now, everyRow).items,
    body.page,
  )
  return { results: items.map(describedThing), page }
})

export const searchAction = endpoint(routes.searchAction, async ({ actor, body, now }) => {
  const thing = await thingFrom(body.resource)
  const official = await actorFrom(body.subject)
  if (thing === undefined || official === undefined || !isAskedInside(actor, thing)) return nothing
  const { items, page } = pageOf(actionsOn(await policyFor(official.posts), official, thing, now), body.page)
  return { results: items.map((name) => ({ name })), page }
})
