import { mintJobId, taskRoutes as routes, type TaskContent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { territoryOf } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { nextTaskState } from '@zmht/shared/rules'
import { countsByPlace, findPlace, placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { visibleLedger } from '../../ledgers/index'
import { organisationsAbove } from '../../permissions/index'
import { dayInChina } from '../../platform/clock'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { startJob } from '../../platform/jobs'
import { dispatchJob } from '../dispatch.job'
import { saysTheSame } from '../domain/work'
import { itemsOf } from '../measures'
import { asReached, isReached } from '../reach'
import { scheduled } from '../schedule'
import { problemsOf, showTask, showTaskCard } from '../show-task'
import { formerForm, readTask, saveTask, type Task, type TaskCard, taskNow, tasksAtPlace, tasksOf } from '../task.store'
import { asIssuer, lineageOfPlace, locateForReader, locateTask, ownOrganisation, taskResource } from '../task-access'

export const saveTaskDraft = endpoint(routes.saveTask, {
  locate: async ({ params, body }, actor) => {
    const seen = await readTask(params.taskId)
    const organisationId = seen?.organisationId ?? (await ownOrganisation(actor)).id
    const first = seen?.within[0] ?? body.within[0]
    const lineage = first === undefined ? [] : await lineageOfPlace(first)
    return {
      resource: await taskResource({ id: params.taskId, organisationId }, lineage),
      loaded: { seen, organisationId },
    }
  },
  handle: async ({ params, body, actor, fields, now, loaded: { seen, organisationId } }) => {
    if (seen !== undefined) await asIssuer(actor, seen, now)
    const { content, within, edition } = body
    const next: Task = {
      id: params.taskId,
      organisationId,
      content,
      within,
      state: 'draft',
      edition: edition + 1,
      ...(seen?.sheet === undefined ? {} : { sheet: seen.sheet }),
      at: now,
      by: actor.id,
    }
    const knowledge = await knowledgeNow()
    await checkReach(next, actor, now)
    // Sent again after no answer came: it is saved already.
    if (seen?.edition === edition + 1 && saysTheSame([seen.content, seen.within], [content, within]))
      return showTask(seen, actor, knowledge, { fields, at: now })
    if (seen !== undefined && nextTaskState(seen.state, 'revise') === undefined) throw new Problem('step-not-allowed')
    if ((seen?.edition ?? 0) !== edition || !(await saveTask(next, seen))) throw new Problem('changed')
    return showTask(next, actor, knowledge, { fields, at: now })
  },
})

/** Each of its places is the actor's to dispatch to, and so is the ledger theirs to see. */
async function checkReach(task: Task, actor: Official, at: string): Promise<void> {
  for (const place of task.within)
    await allowed(actor, 'task.write', await taskResource(task, await lineageOfPlace(place)), at)
  const { about } = task.content
  if (about.of === 'ledger') await visibleLedger(about.ledger, actor, at)
}

/** @throws Problem `invalid` where a task cannot be dispatched as it is */
async function checkReady({ id, content }: Task, knowledge: Knowledge, at: string): Promise<void> {
  const problems = await problemsOf(content, knowledge, at, id)
  if (problems.length === 0) return
  throw new Problem('invalid', {
    fields: problems.map(({ control, message }) => ({
      path: control === undefined ? 'content' : `content.form.${control}`,
      message,
    })),
  })
}

export const changeTask = endpoint(routes.changeTask, {
  locate: locateTask,
  handle: async ({ body, actor, fields, now, loaded: seen }) => {
    await asIssuer(actor, seen, now)
    const knowledge = await knowledgeNow()
    const state = nextTaskState(seen.state, body.action)
    // Sent again after no answer came: it is done already.
    if (seen.edition === body.edition + 1 && seen.by === actor.id && state === undefined)
      return showTask(await arranged(seen), actor, knowledge, { fields, at: now })
    if (state === undefined) throw new Problem('step-not-allowed')
    if (seen.edition !== body.edition) throw new Problem('changed')
    if (body.action === 'dispatch') {
      await checkReach(seen, actor, now)
      await checkReady(seen, knowledge, now)
    }
    const next: Task = {
      ...seen,
      state,
      edition: seen.edition + 1,
      ...(body.action === 'dispatch' ? { job: mintJobId(), start: dayInChina(now) } : {}),
      at: now,
      by: actor.id,
    }
    const beside = body.action === 'dispatch' ? scheduled(next) : []
    if (!(await saveTask(next, seen, beside))) throw new Problem('changed')
    return showTask(await arranged(next), actor, knowledge, { fields, at: now })
  },
})

/** As many as a transaction holds twice over. */
const mostPlaces = 40

export const amendTask = endpoint(routes.amendTask, {
  locate: locateTask,
  handle: async ({ params, body, actor, fields, now, loaded: seen }) => {
    await asIssuer(actor, seen, now)
    const knowledge = await knowledgeNow()
    const edition = Number(params.edition)
    // Sent again after no answer came: it is done already.
    if (seen.edition === edition && isAmended(seen, body))
      return showTask(await arranged(seen), actor, knowledge, { fields, at: now })
    if (nextTaskState(seen.state, 'amend') === undefined) throw new Problem('step-not-allowed')
    if (seen.edition !== edition - 1) throw new Problem('changed')
    const { basis, due, form, measures } = body
    const more = [...new Set(body.more)].filter((place) => !seen.within.includes(place))
    if (seen.within.length + more.length > mostPlaces)
      throw new Problem('invalid', { fields: [{ path: 'body.more', message: `一个任务最多 ${mostPlaces} 个地点` }] })
    const isOtherForm = !saysTheSame(form, seen.content.form)
    const next: Task = {
      ...seen,
      content: { ...seen.content, basis, due, form, ...(measures === undefined ? {} : { measures }) },
      within: [...seen.within, ...more],
      edition,
      ...(isOtherForm ? { formVersion: (seen.formVersion ?? 1) + 1 } : {}),
      ...(more.length === 0 ? {} : { job: mintJobId(), added: more }),
      at: now,
      by: actor.id,
    }
    await checkReach(next, actor, now)
    await checkReady(next, knowledge, now)
    const beside = [...scheduled(next), ...(isOtherForm ? [formerForm(seen)] : [])]
    if (!(await saveTask(next, seen, beside))) throw new Problem('changed')
    return showTask(await arranged(next), actor, knowledge, { fields, at: now })
  },
})

/** Whether a task is as an amendment asks. */
function isAmended(
  { content, within }: Task,
  {
    basis,
    due,
    form,
    measures,
    more,
  }: Pick<TaskContent, 'basis' | 'due' | 'form' | 'measures'> & { readonly more: readonly PlaceId[] },
): boolean {
  const asked = { basis, due, form, measures: measures ?? content.measures }
  const there = { basis: content.basis, due: content.due, form: content.form, measures: content.measures }
  return saysTheSame(asked, there) && more.every((place) => within.includes(place))
}

/** Its items follow: started again, the job is the same one. */
async function arranged(task: Task): Promise<Task> {
  const { id, job, by, state, added } = task
  const input = { task: id, ...(added === undefined ? {} : { within: added.join(',') }) }
  if (job !== undefined && (state === 'running' || state === 'suspended'))
    await startJob({ id: job, kind: dispatchJob, input, by, message: '正在下派' })
  return task
}

export const oneTask = endpoint(routes.task, {
  locate: locateForReader,
  handle: async ({ actor, fields, now, loaded: { task, tiers } }) => {
    await asReached(task, tiers, actor)
    return showTask(task, actor, await knowledgeNow(), { fields, at: now })
  },
})

export const tasksAt = endpoint(routes.tasksAt, async ({ actor, query, bounds, fields, now }) => {
  const place = query.place ?? actor.posts.flatMap((post) => post.territory)[0]
  const here = place === undefined ? undefined : await findPlace(place)
  if (here === undefined) return { items: [] }
  const { items: cards, next } =
    query.organisation === undefined
      ? { items: await coveringCards(here.lineage), next: undefined }
      : await issuedBy(query.organisation, query.cursor)
  const shown = await Promise.all(
    cards.map(async ({ card, within }) => {
      const owners = await organisationsAbove(card.organisationId)
      const { everywhere, places } = territoryOf(bounds, { application: card.id, owners })
      const isTheirs =
        everywhere ||
        (await Promise.all(places.map(lineageOfPlace))).some(
          (lineage) => here.lineage.includes(lineage.at(-1) ?? here.id) || lineage.includes(here.id),
        )
      const passed = { id: card.id, organisationId: card.organisationId, passes: card.passes, within }
      if (!isTheirs || !(await isReached(passed, here.tiers, actor))) return []
      return [await showTaskCard(card, here, passed, { fields, at: now })]
    }),
  )
  return { items: shown.flat(), ...(next === undefined ? {} : { next }) }
})

interface Covering {
  readonly card: TaskCard
  /** Of the places it was dispatched to those that matter here. */
  readonly within: readonly PlaceId[]
}

/** What is to be done at a place: of itself and all above it, the earliest due first. */
async function coveringCards(lineage: readonly PlaceId[]): Promise<readonly Covering[]> {
  const found = await Promise.all(
    lineage.map(async (place) => (await tasksAtPlace(place)).map((card) => ({ card, within: [place] }))),
  )
  // Dispatched to two places one inside the other, it came by the inner one.
  const once = new Map(found.flat().map((one) => [one.card.id, one]))
  return [...once.values()].sort(({ card: one }, { card: other }) =>
    one.due < other.due ? -1 : one.due > other.due ? 1 : 0,
  )
}

async function issuedBy(
  organisation: string,
  cursor: string | undefined,
): Promise<{ items: readonly Covering[]; next?: string }> {
  const { items, next } = await tasksOf(organisation, cursor)
  const covering = await Promise.all(
    items.map(async (card) => ({
      card,
      within: card.passes === undefined ? [] : ((await taskNow(card.id))?.within ?? []),
    })),
  )
  return { items: covering, ...(next === undefined ? {} : { next }) }
}

export const taskCounts = endpoint(routes.taskCounts, {
  locate: async ({ params, query }) => {
    const task = await readTask(params.taskId)
    if (task === undefined) throw new Problem('not-found')
    const place = await placeFacts(query.place)
    return { resource: await taskResource(task, place.lineage), loaded: { task, place } }
  },
  handle: async ({ actor, loaded: { task, place } }) => {
    await asReached(task, place.tiers, actor)
    return countsByPlace(itemsOf(task.id), place.id)
  },
})
