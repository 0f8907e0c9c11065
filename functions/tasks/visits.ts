import { mintJobId, type TaskContent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { EntityId } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { markOfList, mostInPart } from '@zmht/shared/rules'
import { knowledgeNow } from '../knowledge/index'
import { dayInChina } from '../platform/clock'
import type { Official } from '../platform/endpoint/actor'
import { allowed } from '../platform/endpoint/endpoint'
import { startJob } from '../platform/jobs'
import { dispatchJob } from './dispatch.job'
import { eachOf, type Giving, keepListPart, ofReach } from './given-list'
import { scheduled } from './schedule'
import { readTask, saveTask, type Task } from './task.store'
import { asIssuer, lineageOfPlace, ownOrganisation, taskResource } from './task-access'

/** People somebody is to go and see, or ring up. */
export interface Visits {
  /** Made by whoever asks: asked again it is the same task. */
  readonly taskId: string
  readonly title: string
  readonly basis: string
  readonly place: PlaceId
  readonly due: string
  readonly people: readonly EntityId[]
  readonly actor: Official
  readonly at: string
}

/**
 * Hands people at a place to the workers there, as a task that is dispatched at once: one item for each who is registered there. Done again, after it was cut short anywhere, it goes on.
 * @returns how many were given, and how many were not: registered nowhere there, or too many for one task
 * @throws Problem `outside-territory`, `forbidden`; `key-reused` for the id of another task
 */
export async function giveVisits(asked: Visits): Promise<{ readonly given: number; readonly left: number }> {
  const { taskId, place, people, actor, at } = asked
  const seen = await readTask(taskId)
  if (seen !== undefined) {
    await asIssuer(actor, seen, at)
    if (seen.content.about.of !== 'list' || seen.content.title !== asked.title) throw new Problem('key-reused')
    const { count } = seen.content.about
    if (seen.state === 'draft') return dispatched(seen, asked, await reachable(seen, asked))
    await started(seen)
    return { given: count, left: Math.max(0, people.length - count) }
  }
  const organisationId = (await ownOrganisation(actor)).id
  const made = { id: taskId, organisationId }
  await allowed(actor, 'task.write', await taskResource(made, await lineageOfPlace(place)), at)
  const some = await reachable(made, asked)
  if (some.length === 0) return { given: 0, left: people.length }
  const draft: Task = {
    ...made,
    content: await contentFor(asked, some),
    within: [place],
    state: 'draft',
    edition: 1,
    at,
    by: actor.id,
  }
  if (!(await saveTask(draft, undefined))) throw new Problem('changed')
  return dispatched(draft, asked, some)
}

const givingOf = (task: Giving['task'], { place, actor, at }: Visits): Giving => ({
  task,
  kind: 'person',
  within: [place],
  actor,
  at,
})

async function reachable(task: Giving['task'], asked: Visits): Promise<readonly EntityId[]> {
  const giving = givingOf(task, asked)
  const wanted = [...new Set(asked.people)].slice(0, mostInPart)
  const found = await eachOf(wanted, (id) => ofReach(id, giving))
  return found.flatMap((one) => (one === undefined ? [] : [one.id]))
}

async function dispatched(draft: Task, asked: Visits, people: readonly EntityId[]) {
  // Taken up again after it was cut short, those who have gone meanwhile are left out.
  const task = { ...draft, content: await contentFor(asked, people) }
  await keepListPart(0, people, givingOf(task, asked))
  const running: Task = {
    ...task,
    state: 'running',
    edition: draft.edition + 1,
    job: mintJobId(),
    start: dayInChina(asked.at),
  }
  if (!(await saveTask(running, draft, scheduled(running)))) throw new Problem('changed')
  await started(running)
  return { given: people.length, left: asked.people.length - people.length }
}

async function started({ id, job, by, state }: Task): Promise<void> {
  if (job !== undefined && (state === 'running' || state === 'suspended'))
    await startJob({ id: job, kind: dispatchJob, input: { task: id }, by, message: '正在下派' })
}

const contentFor = async ({ title, basis, due }: Visits, people: readonly EntityId[]): Promise<TaskContent> => ({
  title,
  basis,
  due,
  about: { of: 'list', kind: 'person', parts: 1, count: people.length, mark: markOfList('person', people) },
  form: {
    knowledge: (await knowledgeNow()).version,
    subjects: [{ key: 'resident', kind: 'person', name: '居民', is: { by: 'target' } }],
    controls: [
      {
        id: 'told',
        kind: 'choice',
        label: '怎样告知的',
        required: true,
        binding: {
          subject: 'resident',
          own: {
            type: 'code',
            items: [
              { code: '1', name: '打电话说了' },
              { code: '2', name: '上门说了' },
              { code: '3', name: '请家人转告了' },
              { code: '4', name: '没有联系上' },
            ],
          },
        },
      },
      {
        id: 'note',
        kind: 'long-text',
        label: '需要说明的',
        required: false,
        binding: { subject: 'resident', own: { type: 'text' } },
      },
    ],
  },
})
