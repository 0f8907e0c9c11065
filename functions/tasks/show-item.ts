import type { ItemReply, PackedItemReply } from '@zmht/shared/contract'
import { type Form, type FormAnswers, prefill, type Sight } from '@zmht/shared/controls'
import { lineageOf } from '@zmht/shared/geo'
import { type Entity, type EntityId, type Knowledge, sensitivityOf } from '@zmht/shared/knowledge'
import { accessTo, decide, type FieldDecision, seesNames } from '@zmht/shared/permission'
import { type ItemAction, itemTransitions, possibleItemActions } from '@zmht/shared/rules'
import { findPlace } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { aroundTarget, type Surroundings, standingOf } from '../ledgers/index'
import { organisationFacts } from '../permissions/index'
import type { Official } from '../platform/endpoint/actor'
import { holding } from './domain/item'
import { ownOf, seenOf } from './filled-in'
import { answersAt, type Item, type ItemCard, type ItemStep, readItemSteps } from './item.store'
import { showCard } from './items-page'
import { isDoer } from './recipients'
import { hiddenName } from './show-errand'
import { kindOfAbout } from './show-task'
import type { Task } from './task.store'

export interface Reader {
  readonly actor: Official
  readonly fields: FieldDecision
  readonly at: string
}

export const taskOfItem = ({ id, content: { title, basis, due, done }, state }: Task): ItemReply['task'] => ({
  id,
  title,
  basis,
  due,
  state,
  ...(done === undefined ? {} : { done }),
})

/** Nobody finds right what they filled in themselves. */
export const isByOther = (last: ItemStep | undefined, actor: { readonly id: string }): boolean =>
  last !== undefined && last.by !== actor.id

/** What an official may do to an item now: what a colleague has in hand they themself put back. */
function actionsOf(item: Item, task: Task, last: ItemStep | undefined, { actor }: Reader): ItemAction[] {
  if (task.state !== 'running') return []
  return possibleItemActions(item.state, 'worker').filter((action) => {
    if (!isDoer(actor, { item, task }, action)) return false
    // Filled in it is by one call, whatever comes of it.
    if (action === 'beside' || action === 'fill') return false
    if (action === 'confirm' || action === 'send-back') return isByOther(last, actor)
    if (action === 'give-back') return item.ruled !== true
    return action !== 'release' || item.claimedBy?.id === actor.id
  })
}

/** Of a person the name is told to those who may see names. */
export async function namedCard(one: ItemCard & { readonly id: string }, { content }: Task, isNamed: boolean) {
  const card = showCard(one)
  return isNamed || (await kindOfAbout(content)) !== 'person' ? card : { ...card, name: hiddenName(one.name) }
}

export async function showItem(item: Item, task: Task, reader: Reader): Promise<ItemReply> {
  const knowledge = await knowledgeNow()
  const { form } = task.content
  const steps = await readItemSteps(item.id)
  const last = holding(steps)
  const around = await aroundTarget(item.subject)
  const seen = (step: ItemStep) => filledAt(knowledge, form, step, around, reader)
  const organisation = item.organisation === undefined ? undefined : await organisationFacts(item.organisation)
  const [own, latest, besides, known] = await Promise.all([
    ownAt(form, last, reader),
    last === undefined ? undefined : seen(last),
    Promise.all(
      steps.filter(({ action, sequence }) => action === 'beside' && sequence > (last?.sequence ?? 0)).map(seen),
    ),
    prefilled(knowledge, form, item.subject, around, reader),
  ])
  return {
    ...(await namedCard(item, task, seesNames(reader.fields))),
    task: taskOfItem(task),
    form,
    ...(organisation === undefined ? {} : { organisation: { id: organisation.id, name: organisation.name } }),
    ...(item.origin === undefined ? {} : { origin: item.origin }),
    prefill: known,
    revision: item.revision,
    formVersion: task.formVersion ?? 1,
    ...own,
    ...(latest === undefined ? {} : { latest }),
    besides,
    steps: steps.map(({ key, action, note, byName, at, state }) => ({
      key,
      says: itemTransitions[action].says,
      ...(note === undefined ? {} : { note }),
      by: byName,
      at,
      state,
    })),
    actions: actionsOf(item, task, last, reader),
  }
}

/** An item as it is taken along where there is no network. */
export async function packItem(item: Item, task: Task, reader: Reader): Promise<PackedItemReply> {
  const { form } = task.content
  const knowledge = await knowledgeNow()
  const last = item.revision === 1 ? undefined : holding(await readItemSteps(item.id))
  const [own, known] = await Promise.all([
    ownAt(form, last, reader),
    aroundTarget(item.subject).then((around) => prefilled(knowledge, form, item.subject, around, reader)),
  ])
  const actions = actionsOf(item, task, last, reader)
  const card = await namedCard(item, task, seesNames(reader.fields))
  return { ...card, prefill: known, ...own, revision: item.revision, actions }
}

/** What no entity keeps is told to who filled it in, and to whoever sees what is internal. */
async function ownAt(form: Form, step: ItemStep | undefined, reader: Reader): Promise<{ own?: FormAnswers }> {
  if (step === undefined || (step.by !== reader.actor.id && reader.fields.internal !== 'full')) return {}
  const answers = await answersAt(step)
  return answers === undefined ? {} : { own: ownOf(form, answers) }
}

/** One's own words are read whole, those of others as far as one may see such values. */
async function filledAt(knowledge: Knowledge, form: Form, step: ItemStep, around: Surroundings, reader: Reader) {
  const answers = (await answersAt(step)) ?? {}
  const { key, byName, by, at } = step
  const { actor, fields } = reader
  const seen = by === actor.id ? answers : seenOf(knowledge, form, answers, { fields, around, at: reader.at })
  return { key, by: byName, at, answers: seen }
}

/** What is known already, as far as the reader may see it: of the entity by what the task lets them, of others by what they look after. */
export async function prefilled(
  knowledge: Knowledge,
  form: Form,
  subject: EntityId,
  around: Surroundings,
  { actor, fields, at }: Reader,
) {
  const reached = new Set<string>()
  for (const id of Object.keys(around.entities))
    if (id === subject || (await looksAfter(actor, id as EntityId, at))) reached.add(id) // a key of entities by id
  const may = (entity: Entity, code: string | undefined): Sight => {
    if (!reached.has(entity.id)) return 'none'
    const what = code === undefined ? undefined : knowledge.attribute(code)
    if (what === undefined) return 'full'
    const sensitivity = sensitivityOf(what, entity, at)
    const access = accessTo(fields, what.code, sensitivity)
    return sensitivity === 'sensitive' && access === 'full' ? 'masked' : access
  }
  return prefill(knowledge, form, around, {
    actor: subject,
    at,
    may: (entity, what) => may(entity, 'value' in what ? what.code : undefined),
  })
}

async function looksAfter(actor: Official, id: EntityId, at: string): Promise<boolean> {
  const standing = await standingOf(id)
  const last = standing === undefined ? undefined : lineageOf(standing.path).at(-1)
  const place = last === undefined ? undefined : await findPlace(last)
  if (place === undefined) return false
  return decide(actor.policy, actor, 'ledger.read', { kind: 'entity', lineage: place.lineage }, at).allow
}
