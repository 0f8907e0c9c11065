import { taskRoutes as routes, type UnitReport, type UnitsReply } from '@zmht/shared/contract'
import { levels } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { doneOf, type UnitAction } from '@zmht/shared/rules'
import { countedNow, countsByPlace, findPlace, type PlaceFacts, placeFacts } from '../../hierarchy/index'
import { staffAt } from '../../permissions/index'
import { auditRefusal } from '../../platform/audit.store'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { contentOf, isIntact } from '../../platform/signature'
import { type Circumstances, checkUnitMove, isTheirs, type Signatory, wayTo } from '../domain/unit'
import { itemsOf } from '../measures'
import { asReached } from '../reach'
import { circumstancesOf, isUnit, lastedAt, showEntry, showUnit } from '../show-unit'
import { readTask, type Task } from '../task.store'
import { isIssuer, lineageOfPlace, taskResource } from '../task-access'
import { readUnit, readUnitEntry, readUnits, type UnitPlace, unitEntries } from '../unit.store'
import { noteUnit, reportPurpose, reportUnit } from '../units'

const signatory = ({ id, posts, name }: Official): Signatory => ({
  id,
  name: [posts[0]?.title, name].filter(Boolean).join(' '),
})

interface Loaded {
  readonly task: Task
  /** Undefined for the task as a whole. */
  readonly place: PlaceFacts | undefined
}

/** @throws Problem `not-found` for a place at which nobody answers for the task */
async function locate({ params }: { readonly params: { readonly taskId: string; readonly unitId: UnitPlace } }) {
  const task = await readTask(params.taskId)
  const first = task?.within[0]
  if (task === undefined || task.state === 'draft' || first === undefined) throw new Problem('not-found')
  if (params.unitId === 'whole') {
    const loaded: Loaded = { task, place: undefined }
    return { resource: await taskResource(task, await lineageOfPlace(first)), loaded }
  }
  const place = await findPlace(params.unitId)
  if (place === undefined || !isUnit(task, place.tiers)) throw new Problem('not-found')
  const loaded: Loaded = { task, place }
  return { resource: await taskResource(task, place.lineage), loaded }
}

/** A unit is its own people's and those above; the task as a whole is its issuer's. */
async function asReader({ task, place }: Loaded, actor: Official, at: string): Promise<void> {
  if (place !== undefined) return asReached(task, place.tiers, actor)
  if (!isIssuer(actor, task.organisationId)) throw await refused(task, actor, 'task.read', at)
}

async function refused(task: Task, actor: Official, action: string, at: string): Promise<Problem> {
  await auditRefusal({ actor: actor.id, action, subject: `task/${task.id}`, at })
  return new Problem('forbidden')
}

export const units = endpoint(routes.units, {
  locate: async ({ params, query }) => {
    const task = await readTask(params.taskId)
    if (task === undefined) throw new Problem('not-found')
    const place = await placeFacts(query.place)
    return { resource: await taskResource(task, place.lineage), loaded: { task, place } }
  },
  handle: async ({ actor, now: at, loaded: { task, place } }) => {
    if (task.state === 'draft') return { units: [] }
    await asReached(task, place.tiers, actor)
    const { groups, children } = await countsByPlace(itemsOf(task.id), place.id)
    const inside = children.filter(
      (child) => levels.indexOf(child.level) <= levels.indexOf('community') && doneOf(child.groups).total > 0,
    )
    const facts = await Promise.all(inside.map(({ id }) => placeFacts(id)))
    // The gates above are read once with them.
    const known = await readUnits(task.id, [...place.lineage, ...inside.map(({ id }) => id)])
    const reader = { actor, at, known, lasted: await lastedAt(task.id, place.id) }
    const rows = await Promise.all(
      inside.map(async (child, index) => {
        const tiers = facts[index]?.tiers ?? []
        return showUnit(task, child, tiers, known.get(child.id), reader)
      }),
    )
    const { id, name, level } = place
    const here = isUnit(task, place.tiers)
      ? await showUnit(task, { id, name, level, groups }, place.tiers, known.get(id), reader)
      : undefined
    const from = wayTo(task.within, place.tiers)
      .slice(0, -1)
      .map((stage) => known.get(stage.id)?.passed)
      .filter((mark) => mark?.note !== undefined)
      .at(-1)
    // Of its only place, which they manage, the whole is the same.
    const managed = actor.posts.flatMap(({ territory }) => territory)
    const isOne = task.within.length === 1 && task.within.some((one) => managed.includes(one))
    const isWhole = isIssuer(actor, task.organisationId) && !isOne
    const whole = isWhole ? await readUnit(task.id, 'whole') : undefined
    return {
      ...(here === undefined ? {} : { here }),
      units: rows,
      ...(await besideOf(task, place)),
      ...(from === undefined ? {} : { from: showEntry(from) }),
      ...(isWhole ? { whole: whole?.reported === undefined ? {} : { reported: showEntry(whole.reported) } } : {}),
    }
  },
})

/** The numbers of the places beside one that have something to do, where the task lets those of a place see them. */
async function besideOf(task: Task, { id, lineage, level }: PlaceFacts): Promise<Pick<UnitsReply, 'beside'>> {
  const above = lineage.at(-2)
  const isTier = levels.indexOf(level) <= levels.indexOf('community')
  if (task.content.siblings !== 'numbers' || above === undefined || !isTier) return {}
  const { children } = await countsByPlace(itemsOf(task.id), above)
  return {
    beside: children
      .filter((child) => child.id !== id && doneOf(child.groups).total > 0)
      .map((child) => ({ id: child.id, name: child.name, level: child.level, groups: { ...child.groups } })),
  }
}

export const unit = endpoint(routes.unit, {
  locate,
  handle: async ({ params, actor, now, loaded }) => {
    await asReader(loaded, actor, now)
    return { entries: (await unitEntries(loaded.task.id, params.unitId)).map(showEntry) }
  },
})

/** What holds for the actor. @throws Problem `forbidden`, kept in the audit, where the action is not theirs at this unit */
async function asMover(action: UnitAction, { task, place }: Loaded, actor: Official, at: string) {
  const counts = place === undefined ? {} : { ...(await countedNow(itemsOf(task.id), place.id)).total }
  const circumstances: Circumstances = await circumstancesOf(task, place?.tiers ?? [], counts, actor)
  if (!isTheirs(action, circumstances.as)) throw await refused(task, actor, 'task.lead', at)
  return circumstances
}

async function shown({ task }: Loaded, place: PlaceFacts, actor: Official, at: string) {
  const { id, name, level, tiers } = place
  const groups = (await countedNow(itemsOf(task.id), id)).total
  return showUnit(task, { id, name, level, groups }, tiers, await readUnit(task.id, id), { actor, at })
}

/** Of a place only: the task as a whole is nobody's to pass on or to urge. */
function placeOf({ place }: Loaded): PlaceFacts {
  if (place === undefined) throw new Problem('not-found')
  return place
}

export const passUnit = endpoint(routes.passUnit, {
  locate,
  handle: async ({ body, actor, now, loaded }) => {
    const place = placeOf(loaded)
    const circumstances = await asMover('pass', loaded, actor, now)
    await noteUnit(
      { taskId: loaded.task.id, place: place.id },
      { kind: 'pass', key: body.key, note: body.note },
      signatory(actor),
      now,
      (seen) => {
        // A colleague passed it on in the same moment.
        if (seen?.passed !== undefined) throw new Problem('step-not-allowed')
        checkUnitMove('pass', body.note, circumstances)
      },
    )
    return shown(loaded, place, actor, now)
  },
})

export const urgeUnit = endpoint(routes.urgeUnit, {
  locate,
  handle: async ({ body, actor, now, loaded }) => {
    const place = placeOf(loaded)
    const circumstances = await asMover('urge', loaded, actor, now)
    await noteUnit(
      { taskId: loaded.task.id, place: place.id },
      { kind: 'urge', key: body.key, note: body.note },
      signatory(actor),
      now,
      () => checkUnitMove('urge', body.note, circumstances),
    )
    return shown(loaded, place, actor, now)
  },
})

export const report = endpoint(routes.reportUnit, {
  locate,
  handle: async ({ params, body, actor, now, loaded }) => {
    const { task } = loaded
    const circumstances = await asMover('report', loaded, actor, now)
    const before = await readUnitEntry(task.id, params.unitId, params.key)
    if (before === undefined) checkUnitMove('report', body.note, circumstances)
    const entry =
      before ?? (await reportUnit(task, params.unitId, { key: params.key, note: body.note }, signatory(actor), now))
    return reportIn(entry.signature)
  },
})

export const oneReport = endpoint(routes.unitReport, {
  locate,
  handle: async ({ params, actor, now, loaded }) => {
    await asReader(loaded, actor, now)
    const { signature = '' } = (await readUnitEntry(loaded.task.id, params.unitId, params.key)) ?? {}
    if (signature === '') throw new Problem('not-found')
    const signed = reportIn(signature)
    // A report signed for another unit is none of this one's, though the signature holds.
    const isHere = signed.task.id === loaded.task.id && signed.place.id === params.unitId && signed.key === params.key
    const intact = isHere && (await isIntact(reportPurpose, signature))
    return {
      report: signed,
      intact,
      says: intact ? '没有改动过，和上报时一样。' : '和上报时不一样，内容被改动过，不能作为依据。请联系技术人员。',
      signature,
    }
  },
})

/** @throws Problem `not-found` where nothing can be read any more */
function reportIn(signature = ''): UnitReport {
  const content = contentOf(signature)
  if (typeof content !== 'object' || content === null || !('groups' in content)) throw new Problem('not-found')
  return content as UnitReport // as `frozen` made it; whether it is so still the signature says
}

export const contact = endpoint(routes.unitContact, {
  locate,
  handle: async ({ actor, now, loaded }) => {
    await asReader(loaded, actor, now)
    const { organisation, people } = await staffAt(placeOf(loaded).lineage)
    return {
      ...(organisation === undefined
        ? {}
        : {
            organisation: {
              name: organisation.name,
              ...(organisation.phone === undefined ? {} : { phone: organisation.phone }),
            },
          }),
      people: [...people],
    }
  },
})
