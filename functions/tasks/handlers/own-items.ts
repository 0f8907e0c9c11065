import { type OwnItemCardReply, type OwnItemReply, taskRoutes as routes } from '@zmht/shared/contract'
import { type FormAnswers, fileIds, filesPrefilled, prefill } from '@zmht/shared/controls'
import { type EntityId, entityId, type Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { type ItemAction, itemTransitions, nextItemState, type SelfFill } from '@zmht/shared/rules'
import { knowledgeNow } from '../../knowledge/index'
import { aroundPerson, sightOf } from '../../ledgers/index'
import { organisationFacts } from '../../permissions/index'
import type { Resident } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { readFile } from '../../platform/files/file.store'
import { showFile } from '../../platform/files/files'
import type { ItemMove } from '../domain/item'
import { contentsOf } from '../filled-in'
import {
  answersAt,
  type Item,
  type ItemCard,
  type ItemStep,
  itemsOfSubject,
  readItem,
  readItemSteps,
} from '../item.store'
import { filesOfAnswer } from '../item-files'
import { homeOf, type LoadedItem, loadItem } from '../locate-item'
import { moveItem } from '../move-item'
import { isOpenAt } from '../reach'
import { type Task, taskNow } from '../task.store'

/** Of each of whom they speak for as many of the latest. */
const most = 20

const fillBy: Readonly<Record<SelfFill, ItemAction>> = { counts: 'declare', checked: 'fill' }
/** What they say counts at once only where the task asks for no second pair of eyes. */
const fillOf = ({ selfFill = 'checked', done }: Task['content']): ItemAction => fillBy[done ?? selfFill]

/** Whom a resident speaks for, and how each is called to them. */
function spokenFor({ person, charges, homes }: Resident): ReadonlyMap<EntityId, (name: string) => string> {
  const called = new Map<EntityId, (name: string) => string>()
  for (const { placeId, label } of homes) called.set(entityId(placeId), () => `您的${label}住处`)
  for (const { entity, as } of charges)
    called.set(entityId(entity), (name) => (as === 'delegate' ? name : `您照管的${name}`))
  called.set(entityId(person), () => '您自己')
  return called
}

/** Whether a task asks those it is about, and is told to them. */
const asks = ({ content, state }: Task): boolean =>
  content.selfFill !== undefined && state !== 'draft' && state !== 'withdrawn'

/** A task that is still looked at by the tiers above asks nobody yet. */
async function isDown(task: Task, itemId: string): Promise<boolean> {
  if (task.content.passes === undefined) return true
  const item = await readItem(itemId)
  return item !== undefined && isOpenAt(task, homeOf(item))
}

const isOpen = ({ content, state }: Task, item: Pick<ItemCard, 'state'>): boolean =>
  state === 'running' &&
  content.selfFill !== undefined &&
  nextItemState(item.state, fillOf(content), 'subject') !== undefined

async function showOwn(one: ItemCard & { readonly id: string }, task: Task, about: string): Promise<OwnItemCardReply> {
  const { id, name, place, state, note, at } = one
  const isAsked = state === 'open' && note !== undefined
  return {
    ...{ id, about, name, place, state, at },
    title: task.content.title,
    organisation: (await organisationFacts(task.organisationId))?.name ?? '',
    due: task.content.due,
    // What is told to officials among themselves is not for whom it is about.
    ...(isAsked ? { note } : {}),
    open: isOpen(task, one),
  }
}

export const ownItems = endpoint(routes.ownItems, async ({ actor }) => {
  const called = spokenFor(actor)
  const shown = await Promise.all(
    [...called].map(async ([subject, words]) => {
      const listed = await itemsOfSubject(subject, most)
      return Promise.all(
        listed.map(async (one) => {
          const task = await taskNow(one.taskId)
          return task === undefined || !asks(task) || !(await isDown(task, one.id))
            ? []
            : [await showOwn(one, task, words(one.name))]
        }),
      )
    }),
  )
  // What is still to be filled in first, then the latest.
  const items = shown
    .flat(2)
    .sort((one, other) => Number(other.open) - Number(one.open) || (one.at < other.at ? 1 : -1))
  return { items }
})

/** An item of whom the resident speaks for; to anyone else it does not exist. @throws Problem `not-found` */
async function own(itemId: string, actor: Resident): Promise<LoadedItem & { readonly about: string }> {
  const { item, task } = await loadItem(itemId)
  const words = spokenFor(actor).get(item.subject)
  if (words === undefined || !asks(task) || !(await isOpenAt(task, homeOf(item)))) throw new Problem('not-found')
  return { item, task, about: words(item.name) }
}

async function showInFull(
  { item, task, about }: LoadedItem & { readonly about: string },
  actor: Resident,
  at: Instant,
): Promise<OwnItemReply> {
  const knowledge = await knowledgeNow()
  const { form, basis } = task.content
  const [card, steps, around] = await Promise.all([
    showOwn(item, task, about),
    readItemSteps(item.id),
    aroundPerson(item.subject, actor.charges),
  ])
  const said = await saidIn(steps)
  return {
    ...card,
    basis,
    next: itemTransitions[fillOf(task.content)].consequence,
    form,
    prefill: prefill(knowledge, form, around, { actor: item.subject, at, viewer: actor.id, may: sightOf(actor) }),
    ...(said === undefined ? {} : { answers: said }),
    steps: steps.filter(({ action }) => told.has(action)).map((step) => sayStep(step, actor)),
  }
}

/** What those it is about filled in last. */
async function saidIn(steps: readonly ItemStep[]): Promise<FormAnswers | undefined> {
  const last = steps.filter(({ as, answers }) => as === 'subject' && answers !== undefined).at(-1)
  return last === undefined ? undefined : answersAt(last)
}

/** Every file that what they are shown of an item names: what was said there for whom it is about, and what is known of them. */
function filesShown({ answers, prefill: known }: Pick<OwnItemReply, 'answers' | 'prefill'>): ReadonlySet<string> {
  const said = Object.values(answers ?? {}).flatMap((all) => all.flatMap(({ values }) => Object.values(values)))
  return new Set([...said.flatMap(fileIds), ...filesPrefilled(known)])
}

export const ownItemFile = endpoint(routes.ownItemFile, async ({ params, actor, now }) => {
  const loaded = await own(params.itemId, actor)
  const file = await readFile(params.fileId)
  if (file === undefined) throw new Problem('not-found')
  const isOwn = file.owner === actor.id
  if (!isOwn && !filesShown(await showInFull(loaded, actor, now)).has(file.id)) throw new Problem('not-found')
  return showFile(file)
})

/** What concerns whom an item is about: not how officials share their work. */
const told: ReadonlySet<ItemAction> = new Set<ItemAction>([
  'answer',
  'fill',
  'declare',
  'confirm',
  'send-back',
  'return',
  'cancel',
])

function sayStep({ action, note, by, byName, at }: ItemStep, actor: Resident) {
  const says = action === 'answer' ? '上门填报完成' : itemTransitions[action].says
  return { says, ...(note === undefined ? {} : { note }), by: by === actor.id ? '您' : byName, at }
}

export const ownItem = endpoint(routes.ownItem, async ({ params, actor, now }) =>
  showInFull(await own(params.itemId, actor), actor, now),
)

export const answerOwnItem = endpoint(routes.answerOwnItem, async ({ params, body, actor, now }) => {
  const loaded = await own(params.itemId, actor)
  const { item: seen, task } = loaded
  const { key } = params
  const steps = await readItemSteps(seen.id)
  if (steps.some((step) => step.key === key)) return showInFull(loaded, actor, now)
  if (task.state !== 'running' || task.content.selfFill === undefined) throw new Problem('task-not-running')
  const knowledge = await knowledgeNow()
  const around = await aroundPerson(seen.subject, actor.charges)
  const filled = { itemId: seen.id, form: task.content.form, answers: body.answers, around, at: now }
  const { formVersion, content } = task
  const contents = await contentsOf(knowledge, {
    ...filled,
    subject: seen.subject,
    key,
    formVersion,
    measures: content.measures,
  })
  const mayUse = async (file: string) => filesShown(await showInFull(loaded, actor, now)).has(file)
  const files = await filesOfAnswer(knowledge, { ...filled, actor: actor.id, mayUse })
  const action = fillOf(task.content)
  const move: ItemMove = { action, key, contents, title: task.content.title, home: homeOf(seen) }
  const next: Item = await moveItem(seen, move, { id: actor.id, name: actor.name || '本人', as: 'subject' }, now, files)
  return showInFull({ ...loaded, item: next }, actor, now)
})
