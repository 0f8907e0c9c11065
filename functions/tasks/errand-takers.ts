import type { PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import {
  answeringAt,
  gridsForWorkAt,
  gridsWithWorkers,
  officialsOf,
  organisationFacts,
  whoMayNow,
} from '../permissions/index'
import type { Official } from '../platform/endpoint/actor'
import type { ErrandTo } from './domain/errand'
import type { Holder } from './item.store'
import { taskResource } from './task-access'

/** Whoever hands something out, and where it is to be done: root first. */
export interface HandingOut {
  readonly task: string
  readonly issuer: string
  readonly lineage: readonly PlaceId[]
  readonly actor: Pick<Official, 'posts'>
}

const mostTakers = 60

const resourceOf = ({ task, issuer, lineage }: HandingOut) =>
  taskResource({ id: task, organisationId: issuer }, lineage)

/** Who could do it: those on duty in its grid first, then who else works where it is. */
export async function errandTakers(handing: HandingOut): Promise<(Holder & { readonly grid?: string })[]> {
  const { lineage, actor } = handing
  const place = lineage.at(-1)
  const nearest = place === undefined ? undefined : (await gridsForWorkAt([{ id: place, lineage }])).get(place)
  const grid = nearest === undefined ? undefined : (await gridsWithWorkers([nearest])).get(nearest)
  const own = actor.posts
    .filter(({ territory }) => territory.some((one) => lineage.includes(one)))
    .map(({ organisation }) => organisation)
  const organisations = [...new Set([...own, ...(await answeringAt(lineage))])]
  const onDuty = (grid?.workers ?? []).map(({ id }) => id)
  const ids = new Set([...onDuty, ...(await Promise.all(organisations.map(officialsOf))).flat()])
  const resource = await resourceOf(handing)
  const may = await Promise.all([...ids].slice(0, mostTakers).map((id) => whoMayNow(id, 'task.work', resource)))
  return may.flatMap((one) =>
    one === undefined
      ? []
      : [{ ...one, ...(grid !== undefined && onDuty.includes(one.id) ? { grid: grid.name } : {}) }],
  )
}

/**
 * To whom it goes, as they are told.
 * @throws Problem `not-a-colleague`, `nobody-there` where they could not do it; `not-found`
 */
export async function errandTo(
  handing: HandingOut,
  { official, organisation }: { readonly official?: string | undefined; readonly organisation?: string | undefined },
): Promise<ErrandTo> {
  const resource = await resourceOf(handing)
  if (official !== undefined) {
    const found = await whoMayNow(official, 'task.work', resource)
    if (found === undefined) throw new Problem('not-a-colleague')
    return { name: found.name, official }
  }
  if (organisation === undefined) return { name: '当地工作人员' }
  const facts = await organisationFacts(organisation)
  if (facts === undefined) throw new Problem('not-found')
  const given = { ...resource, kind: 'given-item' as const, givenTo: organisation }
  const people = await Promise.all((await officialsOf(organisation)).map((id) => whoMayNow(id, 'task.work', given)))
  if (people.every((one) => one === undefined)) throw new Problem('nobody-there')
  return { name: facts.name, organisation }
}
