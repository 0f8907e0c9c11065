import { taskRoutes as routes } from '@zmht/shared/contract'
import { Problem, type ProblemCode } from '@zmht/shared/problems'
import { findPlace, placeFacts } from '../../hierarchy/index'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { checked } from '../checked'
import type { Mover } from '../domain/item'
import { type Item, readItem } from '../item.store'
import { asRunning, homeOf, moverOf } from '../locate-item'
import { type MoveOf, moveItem } from '../move-item'
import { readTask, type Task } from '../task.store'
import { asIssuer, isIssuer, taskResource } from '../task-access'

/** The first of the items tells where somebody acts who did not issue the task. */
async function locate({
  params,
  body,
}: {
  readonly params: { readonly taskId: string }
  readonly body: { readonly items: readonly string[] }
}) {
  const task = await readTask(params.taskId)
  const first = body.items[0] === undefined ? undefined : await readItem(body.items[0])
  const place = first === undefined || first.taskId !== params.taskId ? task?.within[0] : homeOf(first)
  const found = place === undefined ? undefined : await findPlace(place)
  if (task === undefined || found === undefined) throw new Problem('not-found')
  return { resource: await taskResource(task, found.lineage), loaded: task }
}

/**
 * As what somebody returns an item: who issued it, or their superior where it went to and fro; an organisation between the two and the worker.
 * @throws Problem `forbidden` for anyone else, kept in the audit
 */
async function asWhat(actor: Official, task: Task, { arbiter }: Item, at: string): Promise<Mover['as']> {
  if (isIssuer(actor, arbiter ?? task.organisationId)) return 'keeper'
  if (isIssuer(actor, task.organisationId) || isBelow(actor, task.organisationId)) return 'between'
  await asIssuer(actor, task, at)
  return 'keeper'
}

const isBelow = ({ posts }: Official, organisation: string): boolean =>
  posts.some(({ organisations }) => organisations.includes(organisation))

export const returnItems = endpoint(routes.returnItems, {
  locate,
  handle: async ({ body, actor, now, loaded: task }) => {
    asRunning(task)
    const done: string[] = []
    const left: { id: string; message: string }[] = []
    for (const id of new Set(body.items)) {
      const seen = await readItem(id)
      if (seen === undefined || seen.taskId !== task.id) {
        left.push({ id, message: '这个任务里没有这一项' })
        continue
      }
      const { lineage } = await placeFacts(homeOf(seen))
      await allowed(actor, 'task.write', await taskResource(task, lineage), now)
      const { action, key, note } = body
      const step = { key, note, title: task.content.title, home: homeOf(seen) }
      try {
        const move: MoveOf =
          action === 'confirm' || action === 'send-back'
            ? await checked({ item: seen, task }, { ...step, action }, actor, now)
            : { ...step, action }
        await moveItem(seen, move, moverOf(actor, await asWhat(actor, task, seen, now)), now)
        done.push(id)
      } catch (problem) {
        if (!(problem instanceof Problem) || !isLeft(problem)) throw problem
        left.push({ id, message: messageOf(problem) ?? leftBecause(actor, task, seen) })
      }
    }
    return { done, left }
  },
})

/** It is left as it is, and the others go on. */
const isLeft = ({ code }: Problem): boolean => leftFor.has(code)
const leftFor: ReadonlySet<string> = new Set<ProblemCode>([
  'step-not-allowed',
  'own-answer',
  'changed',
  'answers-differ',
  'invalid',
  'no-such-place',
])

/** What is told of one in the words of its own refusal. */
function messageOf({ code, document }: Problem): string | undefined {
  if (code === 'own-answer' || code === 'answers-differ') return document.detail
  return code === 'invalid' || code === 'no-such-place' ? '填的内容和现在登记的对不上了，请退回让填的人改' : undefined
}

function leftBecause(actor: Official, task: Task, seen: Item): string {
  if (seen.arbiter !== undefined && !isIssuer(actor, seen.arbiter)) return '退回过多次，已报上级裁定，没有改动'
  if (!isIssuer(actor, task.organisationId) && seen.state === 'unable') return '由下派单位决定，没有改动'
  return '状态已经变了，没有改动'
}
