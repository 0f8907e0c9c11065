import type { PlaceId } from '@zmht/shared/geo'
import type { Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { placeFacts } from '../hierarchy/index'
import { organisationFacts, organisationsAbove } from '../permissions/index'
import { auditRefusal } from '../platform/audit.store'
import type { Official } from '../platform/endpoint/actor'
import { readTask, type Task } from './task.store'

/** A task, or what is to be done of it at a place, for the decision. */
export async function taskResource(
  { id, organisationId }: Pick<Task, 'id' | 'organisationId'>,
  lineage: readonly PlaceId[],
): Promise<Resource> {
  return { kind: 'task', id, application: id, owners: await organisationsAbove(organisationId), lineage }
}

export const lineageOfPlace = async (place: PlaceId): Promise<readonly PlaceId[]> => (await placeFacts(place)).lineage

/** A task of another organisation, above, below or beside, is not the actor's to change. @throws Problem `forbidden`, kept in the audit */
export async function asIssuer(actor: Official, { id, organisationId }: Task, at: string): Promise<void> {
  if (isIssuer(actor, organisationId)) return
  await auditRefusal({ actor: actor.id, action: 'task.write', subject: `task/${id}`, at })
  throw new Problem('forbidden')
}

export const isIssuer = ({ posts }: Official, organisationId: string): boolean =>
  posts.some(({ organisation }) => organisation === organisationId)

/** What an official makes belongs to the organisation of their first post that manages a place. @throws Problem `forbidden` where none does */
export async function ownOrganisation(actor: Official): Promise<{ readonly id: string; readonly place: PlaceId }> {
  for (const { organisation } of actor.posts) {
    const [place] = (await organisationFacts(organisation))?.manages ?? []
    if (place !== undefined) return { id: organisation, place }
  }
  throw new Problem('forbidden')
}

/** A task by its first place: for who issued it. @throws Problem `not-found` */
export async function locateTask({ params }: { readonly params: { readonly taskId: string } }) {
  const task = await readTask(params.taskId)
  const first = task?.within[0]
  if (task === undefined || first === undefined) throw new Problem('not-found')
  return { resource: await taskResource(task, await lineageOfPlace(first)), loaded: task }
}

/** A task concerns whoever has a place of it, or one it lies in. @throws Problem `not-found` */
export async function locateForReader({ params }: { readonly params: { readonly taskId: string } }, actor: Official) {
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
  const place = first?.at(-1)
  if (first === undefined || place === undefined) throw new Problem('not-found')
  const { tiers } = await placeFacts(place)
  return { resource: await taskResource(task, first), loaded: { task, tiers } }
}
