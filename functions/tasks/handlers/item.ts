import { taskRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { knowledgeNow } from '../../knowledge/index'
import { aroundTarget } from '../../ledgers/index'
import { answeringAt, officialsOf, organisationsAbove } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { showFile } from '../../platform/files/files'
import { checked } from '../checked'
import { holding, type ItemMove } from '../domain/item'
import { contentsOf } from '../filled-in'
import { type Item, type ItemStep, readItemSteps } from '../item.store'
import { filesOfAnswer, lookAtFile, mayUseAt, takenAt } from '../item-files'
import { asRunning, homeOf, type LocatedItem, locateItem, moverOf } from '../locate-item'
import { type MoveOf, moveItem } from '../move-item'
import { asOpenAt } from '../reach'
import { asDoer, isWith, whoMayDo } from '../recipients'
import { colleagueFor } from '../share'
import { showItem } from '../show-item'
import { formOfVersion } from '../task.store'

const locate = locateItem

export const item = endpoint(routes.item, {
  locate,
  handle: async ({ actor, fields, now, loaded }) => {
    await asOpenAt(loaded.task, homeOf(loaded.item))
    return showItem(loaded.item, loaded.task, { actor, fields, at: now })
  },
})

export const answerItem = endpoint(routes.answerItem, {
  locate,
  handle: async ({ params, body, actor, fields, now, loaded: { item: seen, task } }) => {
    const reader = { actor, fields, at: now }
    const { title } = task.content
    const { key } = params
    if ((await readItemSteps(seen.id)).some((step) => step.key === key)) return showItem(seen, task, reader)
    asRunning(task)
    await asDoer(actor, { item: seen, task }, 'answer', now)
    await asOpenAt(task, homeOf(seen))
    // Who began under an earlier form finishes under it.
    const { formVersion = task.formVersion } = body
    const form = await formOfVersion(task, formVersion ?? 1)
    if (form === undefined) throw new Problem('form-outdated')
    const knowledge = await knowledgeNow()
    const around = await aroundTarget(seen.subject)
    const { answers } = body
    const { measures } = task.content
    const filled = { itemId: seen.id, form, answers, around, at: now }
    const contents = await contentsOf(knowledge, { ...filled, subject: seen.subject, key, formVersion, measures })
    const mayUse = mayUseAt(knowledge, seen, form, around, reader)
    const files = await filesOfAnswer(knowledge, { ...filled, actor: actor.id, mayUse })
    // Kept beside another, it says nothing to the ledgers yet.
    const { patch: _patch, ...unsaid } = contents
    // What somebody else has to find right says nothing to them before.
    const said: Pick<ItemMove, 'action' | 'contents'> =
      task.content.done === 'checked' ? { action: 'fill', contents: unsaid } : { action: 'answer', contents }
    const move: MoveOf = (item, steps) => ({
      ...(isBeside(item, steps, body.base, actor) ? { action: 'beside', contents: unsaid } : said),
      key,
      title,
      home: homeOf(item),
    })
    return showItem(await moveItem(seen, move, moverOf(actor, 'worker'), now, files), task, reader)
  },
})

export const itemFile = endpoint(routes.itemFile, {
  locate,
  handle: async ({ params, query, actor, fields, now, loaded }) => {
    await asOpenAt(loaded.task, homeOf(loaded.item))
    const reader = { actor, fields, at: now }
    const file = await lookAtFile(loaded, params.fileId, reader, query.purpose)
    const [shown, taken] = await Promise.all([showFile(file), takenAt(loaded.item, file.taken, reader)])
    return { ...shown, ...(taken === undefined ? {} : { taken }) }
  },
})

/** Somebody else filled it in since this began: neither is overwritten by the other. */
function isBeside({ state }: Item, steps: readonly ItemStep[], base: number | undefined, actor: Official): boolean {
  const last = holding(steps)
  const isAnswered = state === 'done' || state === 'answered'
  return isAnswered && base !== undefined && last !== undefined && last.sequence > base && last.by !== actor.id
}

export const moveOne = endpoint(routes.moveItem, {
  locate,
  handle: async ({ body, actor, fields, now, loaded: { item: seen, task } }) => {
    asRunning(task)
    await asDoer(actor, { item: seen, task }, body.action, now)
    await asOpenAt(task, homeOf(seen))
    const step = { ...body, title: task.content.title, home: homeOf(seen) }
    const move: MoveOf =
      body.action === 'confirm' || body.action === 'send-back'
        ? await checked({ item: seen, task }, { ...step, action: body.action }, actor, now)
        : { ...step, ...(body.action === 'give-back' ? { arbiter: await arbiterOf(task.organisationId) } : {}) }
    return showItem(await moveItem(seen, move, moverOf(actor, 'worker'), now), task, { actor, fields, at: now })
  },
})

/** Who decides where an item went to and fro too often: the superior of who issued the task, or they themselves where there is none. */
async function arbiterOf(organisation: string): Promise<string> {
  const [own = organisation, superior = own] = await organisationsAbove(organisation)
  return superior
}

const mostColleagues = 60

/** Those in office who may do an item: of the organisation it was given to, and for who works where it lies the others who do. */
async function colleaguesAt(
  { item, task, lineage }: LocatedItem,
  actor: Official,
): Promise<{ id: string; name: string }[]> {
  const own = item.organisation === undefined ? [] : [item.organisation]
  const organisations = isWith(actor, item)
    ? own
    : [
        ...own,
        ...actor.posts
          .filter(({ territory }) => territory.some((one) => lineage.includes(one)))
          .map((post) => post.organisation),
        ...(await answeringAt(lineage)),
      ]
  const ids = new Set((await Promise.all([...new Set(organisations)].map(officialsOf))).flat())
  ids.delete(actor.id)
  const may = await Promise.all([...ids].slice(0, mostColleagues).map((id) => whoMayDo(id, { item, task }, lineage)))
  return may.flatMap((one) => (one === undefined ? [] : [{ id: one.id, name: one.name }]))
}

export const colleagues = endpoint(routes.colleagues, {
  locate,
  handle: async ({ actor, loaded }) => ({ items: await colleaguesAt(loaded, actor) }),
})

export const handOver = endpoint(routes.handOver, {
  locate,
  handle: async ({ body, actor, fields, now, loaded }) => {
    const { item: seen, task } = loaded
    asRunning(task)
    await asDoer(actor, loaded, 'transfer', now)
    await asOpenAt(task, homeOf(seen))
    const to = await colleagueFor(loaded, actor, body.to)
    const { key, note } = body
    const move: ItemMove = { action: 'transfer', key, note, to, title: task.content.title, home: homeOf(seen) }
    return showItem(await moveItem(seen, move, moverOf(actor, 'worker'), now), task, { actor, fields, at: now })
  },
})
