import { mintJobId, taskRoutes as routes, type TaskContent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { territoryOf } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { nextTaskState } from '@zmht/shared/rules'
import { countsByPlace, findPlace, placeFacts, placesInside } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { ledgerCountAt, visibleLedger } from '../../ledgers/index'
import { organisationFacts, organisationsAbove } from '../../permissions/index'
import { dayInChina } from '../../platform/clock'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { startJob } from '../../platform/jobs'
import { dispatchJob } from '../dispatch.job'
import { saysTheSame } from '../domain/work'
import { itemsOf } from '../measures'
import { comesAgain } from '../repeat'
import { problemsOf, showTask, showTaskCard } from '../show-task'
import { readTask, saveTask, type Task, type TaskCard, tasksAtPlace, tasksOf } from '../task.store'
import { asIssuer, lineageOfPlace, locateTask, taskResource } from '../task-access'

/** It belongs to the organisation of the first post that manages a place. */
async function ownOrganisation(actor: Official): Promise<string> {
  for (const { organisation } of actor.posts)
    if (((await organisationFacts(organisation))?.manages.length ?? 0) > 0) return organisation
  throw new Problem('forbidden')
}

export const saveTaskDraft = endpoint(routes.saveTask, {
  locate: async ({ params, body }, actor) => {
    const seen = await readTask(params.taskId)
    const organisationId = seen?.organisationId ?? (await ownOrganisation(actor))
    const first = seen?.within[0] ?? body.within[0]
    const lineage = first === undefined ? [] : await lineageOfPlace(first)
    return {
      resource: await taskResource({ id: params.taskId, organisationId }, lineage),
      loaded: { seen, organisationId },
    }
  },
  handle: async ({ params, body, actor, now, loaded: { seen, organisationId } }) => {
    if (seen !== undefined) await asIssuer(actor, seen, now)
    const { content, within, edition } = body
    const next: Task = {
      id: params.taskId,
      organisationId,
      content,
      within,
      state: 'draft',
      edition: edition + 1,
      at: now,
      by: actor.id,
    }
    const knowledge = await knowledgeNow()
    await checkReach(next, actor, now)
    // Sent again after no answer came: it is saved already.
    if (seen?.edition === edition + 1 && saysTheSame([seen.content, seen.within], [content, within]))
      return showTask(seen, actor, knowledge, now)
    if (seen !== undefined && nextTaskState(seen.state, 'revise') === undefined) throw new Problem('step-not-allowed')
    if ((seen?.edition ?? 0) !== edition || !(await saveTask(next, seen))) throw new Problem('changed')
    return showTask(next, actor, knowledge, now)
  },
})

/** Each of its places is the actor's to dispatch to, and so is the ledger theirs to see. */
async function checkReach(task: Task, actor: Official, at: string): Promise<void> {
  for (const place of task.within)
    await allowed(actor, 'task.write', await taskResource(task, await lineageOfPlace(place)), at)
  const { about } = task.content
  if (about.of === 'ledger') await visibleLedger(about.ledger, actor, at)
}

export const changeTask = endpoint(routes.changeTask, {
  locate: locateTask,
  handle: async ({ body, actor, now, loaded: seen }) => {
    await asIssuer(actor, seen, now)
    const knowledge = await knowledgeNow()
    const state = nextTaskState(seen.state, body.action)
    // Sent again after no answer came: it is done already.
    if (seen.edition === body.edition + 1 && seen.by === actor.id && state === undefined)
      return showTask(await arranged(seen), actor, knowledge, now)
    if (state === undefined) throw new Problem('step-not-allowed')
    if (seen.edition !== body.edition) throw new Problem('changed')
    if (body.action === 'dispatch') {
      await checkReach(seen, actor, now)
      const problems = await problemsOf(seen.content, knowledge, now)
      if (problems.length > 0)
        throw new Problem('invalid', {
          fields: problems.map(({ control, message }) => ({
            path: control === undefined ? 'content' : `content.form.${control}`,
            message,
          })),
        })
    }
    const next: Task = {
      ...seen,
      state,
      edition: seen.edition + 1,
      ...(body.action === 'dispatch' ? { job: mintJobId(), start: dayInChina(now) } : {}),
      at: now,
      by: actor.id,
    }
    const beside = body.action === 'dispatch' ? comesAgain(next) : []
    if (!(await saveTask(next, seen, beside))) throw new Problem('changed')
    return showTask(await arranged(next), actor, knowledge, now)
  },
})

/** Its items follow: started again, the job is the same one. */
async function arranged(task: Task): Promise<Task> {
  const { id, job, by, state } = task
  if (job !== undefined && state === 'running')
    await startJob({ id: job, kind: dispatchJob, input: { task: id }, by, message: '正在下派' })
  return task
}

/** A task concerns whoever has a place of it, or one it lies in. */
async function locateForReader({ params }: { readonly params: { readonly taskId: string } }, actor: Official) {
  const task = await readTask(params.taskId)
  if (task === undefined) throw new Problem('not-found')
  const own = await Promise.all(actor.posts.flatMap(({ territory }) => territory).map(lineageOfPlace))
  const its = await Promise.all(task.within.map(lineageOfPlace))
  // Of two places one inside the other the inner one: there the reader has to do with it.
  const isInside = (one: readonly PlaceId[], other: readonly PlaceId[]) =>
    other.length > 0 && one[other.length - 1] === other[other.length - 1]
  const first =
    own.find((lineage) => its.some((one) => isInside(lineage, one))) ??
    its.find((lineage) => own.some((one) => isInside(lineage, one)))
  if (first === undefined) throw new Problem('not-found')
  return { resource: await taskResource(task, first), loaded: task }
}

export const oneTask = endpoint(routes.task, {
  locate: locateForReader,
  handle: async ({ actor, now, loaded }) => showTask(loaded, actor, await knowledgeNow(), now),
})

export const previewTask = endpoint(routes.previewTask, {
  locate: locateForReader,
  handle: async ({ loaded: { content, within } }) => ({
    places: await Promise.all(
      within.map(async (place) => {
        const { id, name } = await placeFacts(place)
        const items = await itemsAt(content, id)
        return { id, name, ...(items === undefined ? {} : { items }) }
      }),
    ),
  }),
})

async function itemsAt({ about }: TaskContent, place: PlaceId): Promise<number | undefined> {
  if (about.of === 'ledger') return ledgerCountAt(about.ledger, place, about)
  return placesInside(place, about.level)
}

export const tasksAt = endpoint(routes.tasksAt, async ({ actor, query, bounds, now }) => {
  const place = query.place ?? actor.posts.flatMap((post) => post.territory)[0]
  const here = place === undefined ? undefined : await findPlace(place)
  if (here === undefined) return { items: [] }
  const { items: cards, next } =
    query.organisation === undefined
      ? { items: await coveringCards(here.lineage), next: undefined }
      : await tasksOf(query.organisation, query.cursor)
  const shown = await Promise.all(
    cards.map(async (card) => {
      const owners = await organisationsAbove(card.organisationId)
      const { everywhere, places } = territoryOf(bounds, { application: card.id, owners })
      const isTheirs =
        everywhere ||
        (await Promise.all(places.map(lineageOfPlace))).some(
          (lineage) => here.lineage.includes(lineage.at(-1) ?? here.id) || lineage.includes(here.id),
        )
      return isTheirs ? [await showTaskCard(card, here.id, now)] : []
    }),
  )
  return { items: shown.flat(), ...(next === undefined ? {} : { next }) }
})

/** What is to be done at a place: of itself and all above it, the earliest due first. */
async function coveringCards(lineage: readonly PlaceId[]): Promise<readonly TaskCard[]> {
  const found = (await Promise.all(lineage.map(tasksAtPlace))).flat()
  const once = new Map(found.map((card) => [card.id, card]))
  return [...once.values()].sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
}

export const taskCounts = endpoint(routes.taskCounts, {
  locate: async ({ params, query }) => {
    const task = await readTask(params.taskId)
    if (task === undefined) throw new Problem('not-found')
    const place = await placeFacts(query.place)
    return { resource: await taskResource(task, place.lineage), loaded: { task, place } }
  },
  handle: async ({ loaded: { task, place } }) => countsByPlace(itemsOf(task.id), place.id),
})
