import type { ErrandReply } from '@zmht/shared/contract'
import { channelRoutes as routes } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId } from '@zmht/shared/knowledge'
import type { FieldDecision } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace } from '../../hierarchy/index'
import { nameOfEntity } from '../../ledgers/index'
import { dayInChina } from '../../platform/clock'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type Errand, errandNow, errandTakers, errandTo, itemIdOf, whereToGo } from '../../tasks/index'
import { type Mover, signatureOf } from '../domain/request'
import { moveRequest } from '../move'
import { type Request, readSteps } from '../request.store'
import { locateRequest, moverOf } from '../request-access'
import { showAnswers, showRequest } from '../show'

export const handOut = endpoint(routes.handOut, {
  locate: locateRequest,
  handle: async ({ loaded, body, actor, now, fields }) => {
    const { key, task, what, due, about, official, organisation } = body
    // Said again it is handed out already, however that went on.
    if ((await readSteps(loaded.id)).some((step) => step.key === key)) return showRequest(loaded, actor, fields)
    if (due < dayInChina(now))
      throw new Problem('invalid', { fields: [{ path: 'body.due', message: '这一天已经过了，请选今天或以后' }] })
    const by = await moverOf(loaded, actor, now)
    const subject = subjectFor(loaded, about)
    const handing = { ...(await whereFor(subject, actor, by, loaded)), task }
    const to = await errandTo(handing, { official, organisation })
    const errand: Errand = {
      ...{ task, item: itemIdOf(task, subject), what: what.trim(), due, subject, issuer: handing.issuer, to },
      ...{ at: now, by: actor.id, byName: signatureOf(by), stand: 'out' },
    }
    const note = `已请${to.name}去做，${saidDay(due)}前回话。`
    return showRequest(await moveRequest(loaded, { action: 'hand-out', key, note, errand }, by, now), actor, fields)
  },
})

/** As residents read a day. */
const saidDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** Where one goes for it if nothing else is said: to what it is about or where it happened, else to whose it is. */
const goalOf = ({ spot, home }: Request): string => spot ?? home

/** Where it lies, or one of what somebody recognised in it; the first is where one goes if nothing else is said. */
const aboutOf = (request: Request): readonly string[] => [
  ...new Set<string>([
    goalOf(request),
    request.home,
    ...(request.mentions?.accepted ?? []).map(({ entity }) => entity),
  ]),
]

/** @throws Problem `not-found` for what it does not speak of: an id can be forged */
function subjectFor(request: Request, about: string | undefined): EntityId {
  const subject = about ?? goalOf(request)
  if (!aboutOf(request).includes(subject)) throw new Problem('not-found')
  return entityId(subject)
}

/** Where it is to be done, and for which organisation. @throws Problem `not-found` where it is nowhere */
async function whereFor(subject: EntityId, actor: Official, by: Mover, request: Request) {
  const where = await whereToGo(subject)
  if (where === undefined) throw new Problem('not-found')
  return { issuer: by.organisation ?? postAt(actor, where.lineage) ?? request.organisationId, ...where, actor }
}

const postAt = ({ posts }: Official, lineage: readonly PlaceId[]): string | undefined =>
  posts.find(({ territory }) => territory.some((place) => lineage.includes(place)))?.organisation

export const errands = endpoint(routes.errands, {
  locate: locateRequest,
  handle: async ({ loaded, fields, now }) => ({
    items: await Promise.all([...(loaded.errands ?? [])].reverse().map((errand) => show(errand, fields, now))),
  }),
})

async function show(errand: Errand, fields: FieldDecision, at: string): Promise<ErrandReply> {
  const { item, task, what, due, to, byName } = errand
  const stands = await errandNow(item)
  const outcome = stands?.outcome
  const lines =
    outcome === undefined
      ? []
      : (await showAnswers(outcome.form, outcome.answers, fields, at)).flatMap(({ items }) => items)
  return {
    ...{ id: item, taskId: task, what, due, to: to.name, by: byName, at: errand.at },
    ...(stands === undefined ? {} : { state: stands.state }),
    ...(stands?.claimedBy === undefined ? {} : { claimedBy: stands.claimedBy.name }),
    ...(stands?.note === undefined ? {} : { note: stands.note }),
    ...(outcome === undefined
      ? {}
      : {
          outcome: {
            by: outcome.by,
            at: outcome.at,
            words: outcome.words,
            lines: lines.filter(({ files }) => files === undefined).map(({ label, text }) => ({ label, text })),
            files: lines.flatMap(({ files = [] }) => files),
          },
        }),
  }
}

export const takers = endpoint(routes.errandTakers, {
  locate: locateRequest,
  handle: async ({ loaded, actor, query, now }) => {
    const by = await moverOf(loaded, actor, now)
    const about = query.about ?? goalOf(loaded)
    const where = await whereFor(subjectFor(loaded, about), actor, by, loaded)
    const [items, names] = await Promise.all([
      errandTakers({ ...where, task: loaded.id }),
      Promise.all(aboutOf(loaded).map(async (id) => ({ id, name: await nameFor(id) }))),
    ])
    return { items, about: names.filter(({ name }) => name !== '') }
  },
})

const nameFor = async (id: string): Promise<string> =>
  isPlaceId(id) ? ((await findPlace(id))?.name ?? '') : nameOfEntity(id)
