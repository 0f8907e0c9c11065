import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import type { EntityId } from '@zmht/shared/knowledge'
import { ledgerKinds } from '@zmht/shared/ledgers'
import { Problem } from '@zmht/shared/problems'
import { requestStates } from '@zmht/shared/rules'
import { findPlace } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { standingOf } from '../ledgers/index'
import { dayInChina, now } from '../platform/clock'
import type { Message } from '../platform/stream/message'
import { contentOfErrand, type Errand, overWords } from './domain/errand'
import { type Origin, sayUnmade } from './errand.store'
import { createItem, readItem } from './item.store'
import { createListPart } from './list.store'
import { homeOf } from './locate-item'
import { moveItem } from './move-item'
import { readTask, saveTask, type Task } from './task.store'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * What a request has handed out is made as it is read from the stream: a task of one item, named by whoever handed it out, so that a message that comes again makes
 * nothing twice. Once the request has ended nothing of it is to be done any more.
 */
export async function followErrands({ carried, change }: Message): Promise<void> {
  if (change === 'removed' || !Array.isArray(carried.errands)) return
  const errands = carried.errands as readonly Errand[] // as the channels slice keeps them
  const state = requestStates.find((one) => one === carried.state)
  const origin: Origin = { request: text(carried.id), number: text(carried.number) }
  const over = state === undefined ? undefined : overWords(state)
  for (const errand of errands) {
    await make(errand, origin)
    if (over !== undefined) await callOff(errand, over)
  }
}

async function make(errand: Errand, origin: Origin): Promise<void> {
  const { task: taskId, item: id, subject, issuer, to, by } = errand
  if ((await readItem(id)) !== undefined) return
  const standing = await standingOf(subject)
  const kind = ledgerKinds.find((one) => one === standing?.kind)
  const place = standing === undefined ? undefined : lineageOf(standing.path).at(-1)
  if (standing === undefined || kind === undefined || place === undefined)
    return sayUnmade({ id, origin, state: 'void', note: '要去看的地方或东西已经不在台账里', revision: 1 })
  const { name, path, anchor, district, home } = standing
  const at = now()
  const community = lineageOf(anchor).at(-1) ?? place
  const task: Task = {
    id: taskId,
    organisationId: issuer,
    content: contentOfErrand(errand, kind, (await knowledgeNow()).version),
    within: [community],
    state: 'running',
    edition: 1,
    start: dayInChina(at),
    errand: { item: id, origin, kind, name, place: home },
    at,
    by,
  }
  await createListPart({ id: taskId, part: 0, entities: [subject], places: { [community]: 1 } })
  await saveTask(task, undefined)
  await createItem({
    ...{ id, taskId, subject, name, place: home, path, anchor, district, origin },
    ...(to.organisation === undefined ? {} : { organisation: to.organisation }),
    state: to.official === undefined ? 'open' : 'claimed',
    ...(to.official === undefined ? {} : { claimedBy: { id: to.official, name: to.name } }),
    since: at,
    due: task.content.due,
    at,
    revision: 1,
    by,
  })
}

/** Its item need not be done any more, and whoever has it in hand reads why; the task is over. */
async function callOff({ task: taskId, item: id }: Errand, note: string): Promise<void> {
  const [item, task] = await Promise.all([readItem(id), readTask(taskId)])
  if (task === undefined || task.state === 'ended' || task.state === 'withdrawn') return
  if (item !== undefined) {
    const move = { action: 'cancel', key: `w-over-${id}`, note, title: task.content.title, home: homeOf(item) } as const
    try {
      await moveItem(item, move, { id: 'system', name: '系统', as: 'keeper' }, now())
    } catch (refusal) {
      // It is done, or struck off already.
      if (!(refusal instanceof Problem && refusal.code === 'step-not-allowed')) throw refusal
    }
  }
  const ended: Task = { ...task, state: 'ended', edition: task.edition + 1, at: now(), by: 'system' }
  if (!(await saveTask(ended, task))) throw new Problem('changed')
}

/** Where something stands that an errand may be about. @returns undefined where it is nowhere, or nothing anybody could go to */
export async function whereToGo(subject: EntityId): Promise<{ name: string; lineage: readonly PlaceId[] } | undefined> {
  const standing = await standingOf(subject)
  const last = standing === undefined ? undefined : lineageOf(standing.path).at(-1)
  const lineage = last === undefined ? undefined : (await findPlace(last))?.lineage
  if (standing === undefined || lineage === undefined || !ledgerKinds.some((one) => one === standing.kind))
    return undefined
  return { name: standing.name, lineage }
}
