import type { TaskContent } from '@zmht/shared/contract'
import { lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import type { Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import type { ItemAction } from '@zmht/shared/rules'
import { findPlace } from '../hierarchy/index'
import { ledgerFacts } from '../ledgers/index'
import { holdersAt, institutionCalled, officialsOf, whoMayNow } from '../permissions/index'
import { auditRefusal } from '../platform/audit.store'
import { dayInChina, now } from '../platform/clock'
import type { Official } from '../platform/endpoint/actor'
import type { Holder, Item } from './item.store'
import type { Task } from './task.store'
import { taskResource } from './task-access'

/** Whom or what an item is about, as far as it decides to whom it goes. */
export interface Subject {
  readonly name: string
  readonly path: PlacePath
}

/**
 * Who answers for an item of a task: who holds the duty where it lies, who keeps the ledger, or the organisation itself that it is about. Undefined where the task goes to
 * those who work at the place, which costs no read, or where nobody holds the duty: then it is theirs too.
 */
export async function answererOf(task: Task, subject: Subject): Promise<string | undefined> {
  const { about, to } = task.content
  if (to === undefined || to.by === 'territory') return undefined
  if (to.by === 'ledger') return about.of === 'ledger' ? (await ledgerFacts(about.ledger))?.organisation : undefined
  const lineage = await lineageAt(subject.path)
  if (to.by === 'own') {
    // Where nobody is in office there nobody could do it: it is the place's.
    const institution = await institutionCalled(subject.name, lineage)
    const people = institution === undefined ? [] : await undertakersOf(task, institution, lineage)
    return people.length > 0 ? institution : undefined
  }
  return (await holdersAt(lineage, dayInChina(now()))).get(to.duty)?.organisation
}

async function lineageAt(path: PlacePath): Promise<readonly PlaceId[]> {
  const last = lineageOf(path).at(-1)
  return last === undefined ? [] : ((await findPlace(last))?.lineage ?? [])
}

/** Whether items of a task go to others than those who work at the place. */
export const goesElsewhere = ({ to }: Pick<TaskContent, 'to'>): boolean => to !== undefined && to.by !== 'territory'

/** It is about the very organisation it was given to. */
const isOwn = ({ content }: Pick<Task, 'content'>): boolean => content.to?.by === 'own'

/** Whether an item was given to an organisation an official is in office at. */
export const isWith = ({ posts }: Pick<Official, 'posts'>, { organisation }: Pick<Item, 'organisation'>): boolean =>
  organisation !== undefined && posts.some((post) => post.organisation === organisation)

interface Loaded {
  readonly item: Pick<Item, 'id' | 'organisation'>
  readonly task: Task
}

/** An item for the decision of those it was given to: theirs wherever it lies, by their posts there alone. Never asked for anybody else. */
export async function givenResource(task: Task, organisation: string, lineage: readonly PlaceId[]): Promise<Resource> {
  return {
    ...(await taskResource(task, lineage)),
    kind: isOwn(task) ? 'own-item' : 'given-item',
    givenTo: organisation,
  }
}

/** An item for the decision: of those it was given to as theirs, of anybody else as what lies at its place. */
export async function itemResource(
  { item, task }: Loaded,
  lineage: readonly PlaceId[],
  actor: Pick<Official, 'posts'> | undefined,
): Promise<Resource> {
  const { organisation } = item
  return organisation !== undefined && actor !== undefined && isWith(actor, item)
    ? givenResource(task, organisation, lineage)
    : taskResource(task, lineage)
}

/** Finding right is not doing: who works at the place may, where somebody else has to. */
const isLooking = (action: ItemAction | 'read'): boolean =>
  action === 'read' || action === 'confirm' || action === 'send-back'

/** Whether somebody who may work on an item where it lies may do this to it: what an organisation fills in of itself is nobody else's, but to be found right. */
export function isDoer(actor: Pick<Official, 'posts'>, { item, task }: Loaded, action: ItemAction | 'read'): boolean {
  if (item.organisation === undefined || !isOwn(task) || isWith(actor, item)) return true
  return task.content.done === 'checked' && isLooking(action)
}

/** @throws Problem `forbidden`, kept in the audit */
export async function asDoer(actor: Official, loaded: Loaded, action: ItemAction | 'read', at: string): Promise<void> {
  if (isDoer(actor, loaded, action)) return
  await auditRefusal({ actor: actor.id, action: 'task.work', subject: `item/${loaded.item.id}`, at })
  throw new Problem('forbidden')
}

/** Those in office today at the organisation an item was given to who may do it. */
export async function undertakersOf(
  task: Task,
  organisation: string,
  lineage: readonly PlaceId[],
): Promise<readonly Holder[]> {
  const resource = await givenResource(task, organisation, lineage)
  const all = await Promise.all((await officialsOf(organisation)).map((id) => whoMayNow(id, 'task.work', resource)))
  return all.flatMap((one) => (one === undefined ? [] : [one]))
}

/** Somebody who may do an item, as who was given it or as who works where it lies. @returns undefined where they may not */
export async function whoMayDo(
  id: string,
  { item, task }: Loaded,
  lineage: readonly PlaceId[],
): Promise<Holder | undefined> {
  const { organisation } = item
  if (organisation !== undefined && (await officialsOf(organisation)).includes(id))
    return whoMayNow(id, 'task.work', await givenResource(task, organisation, lineage))
  if (organisation !== undefined && isOwn(task)) return undefined
  return whoMayNow(id, 'task.work', await taskResource(task, lineage))
}
