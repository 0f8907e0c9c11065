import type { TaskCardReply, TaskContent, TaskReply } from '@zmht/shared/contract'
import { checkForm, isGiven } from '@zmht/shared/controls'
import { levelNames } from '@zmht/shared/geo'
import { dayInChina, type EntityKind, type Instant, type Knowledge } from '@zmht/shared/knowledge'
import { taskMeasureProblems } from '@zmht/shared/measures'
import { type FieldDecision, seesNames } from '@zmht/shared/permission'
import { completionOf, listWords, possibleTaskActions } from '@zmht/shared/rules'
import { countedNow, type PlaceFacts, placeFacts } from '../hierarchy/index'
import { ledgerFacts } from '../ledgers/index'
import { organisationFacts } from '../permissions/index'
import type { Official } from '../platform/endpoint/actor'
import { readJob } from '../platform/job.store'
import { showJob } from '../platform/show-job'
import { nextDayOf } from './domain/repeat'
import { namesTaken } from './domain/sheet'
import { isKept } from './given-list'
import { readItem } from './item.store'
import { itemsOf } from './measures'
import { gatesTo, type Passed } from './reach'
import { showErrand } from './show-errand'
import { urgedOf } from './show-unit'
import type { Task, TaskCard } from './task.store'
import { isIssuer } from './task-access'
import { readUnit } from './unit.store'

type Problems = TaskReply['problems']

/** Of what kind the entities are that a task is about. @returns undefined where its ledger is no more */
export async function kindOfAbout({ about }: TaskContent): Promise<EntityKind | undefined> {
  if (about.of === 'list') return about.kind
  return about.of === 'places' ? 'place' : (await ledgerFacts(about.ledger))?.kind
}

/**
 * @param id the task's, for the list that is kept with it
 * @returns what keeps a task from being dispatched; nothing when it is ready
 */
export async function problemsOf(
  content: TaskContent,
  knowledge: Knowledge,
  at: Instant,
  id: string,
): Promise<Problems> {
  const { form, due, about } = content
  const ledger = about.of === 'ledger' ? await ledgerFacts(about.ledger) : undefined
  const kind = await kindOfAbout(content)
  const target = form.subjects.find(({ is }) => isGiven(is))
  return [
    ...checkForm(knowledge, form, 'target').map(({ control, message }) => ({
      ...(control === undefined ? {} : { control }),
      message,
    })),
    ...(about.of === 'list' && !(await isKept(id, about))
      ? [{ message: '名单还没有保存完整，请回到“针对谁”再保存一次' }]
      : []),
    ...(kind === undefined ? [{ message: '任务针对的台账已经停用，请重新选择' }] : []),
    ...(ledger?.arranging ? [{ message: `“${ledger.name}”还在整理，整理完就能下派` }] : []),
    ...(kind !== undefined && target !== undefined && target.kind !== kind
      ? [{ message: '表单针对的对象和任务针对的不是一类，请重新选择' }]
      : []),
    ...(content.to?.by === 'ledger' && about.of !== 'ledger'
      ? [{ message: '只有针对台账的任务才能交给管台账的单位，请改选交给谁办' }]
      : []),
    ...(content.to?.by === 'own' && kind !== undefined && kind !== 'organisation'
      ? [{ message: '只有针对单位的任务才能由各单位自己办，请改选交给谁办' }]
      : []),
    ...(kind === 'thing' && content.selfFill !== undefined
      ? [{ message: '物不能自己填报，请改为只由工作人员填' }]
      : []),
    ...taskMeasureProblems(knowledge, form, content.measures ?? [], namesTaken).map(({ message }) => ({ message })),
    ...(due < dayInChina(at) ? [{ message: '完成日期已经过了，请改到今天或以后' }] : []),
  ]
}

async function aboutWords({ about }: TaskContent): Promise<string> {
  if (about.of === 'list') return listWords(about.kind, about.count)
  if (about.of === 'places') return `每一个${levelNames[about.level]}`
  const ledger = await ledgerFacts(about.ledger)
  const narrowed = about.filter === undefined && about.state === undefined ? '' : '筛选后的'
  return ledger === undefined ? '一本已停用的台账' : `“${ledger.name}”里${narrowed}每一个`
}

export async function showTask(
  task: Task,
  actor: Official,
  knowledge: Knowledge,
  { fields, at }: { readonly fields: FieldDecision; readonly at: Instant },
): Promise<TaskReply> {
  const { errand } = task
  const [organisation, places, job, problems, words, item] = await Promise.all([
    organisationFacts(task.organisationId),
    Promise.all(task.within.map(placeFacts)),
    task.job === undefined ? undefined : readJob(task.job),
    task.state === 'draft' ? problemsOf(task.content, knowledge, at, task.id) : [],
    aboutWords(task.content),
    errand === undefined ? undefined : readItem(errand.item),
  ])
  const next = nextDayOf(task)
  const isOver = job === undefined || job.state === 'done'
  return {
    id: task.id,
    state: task.state,
    content: task.content,
    organisation: { id: task.organisationId, name: organisation?.name ?? '' },
    within: places.map(({ id, name, level }) => ({ id, name, level })),
    edition: task.edition,
    formVersion: task.formVersion ?? 1,
    at: task.at,
    aboutWords: words,
    problems: [...problems],
    ...(next === undefined || task.state === 'withdrawn' ? {} : { next }),
    actions: isIssuer(actor, task.organisationId) ? [...possibleTaskActions(task.state)] : [],
    ...(isOver ? {} : { job: showJob(job) }),
    ...(errand === undefined
      ? {}
      : {
          errand: {
            ...showErrand(errand, seesNames(fields)),
            ...(item === undefined ? {} : { state: item.state }),
          },
        }),
  }
}

/** A task as it is listed at a place: how far it is there, and what the place is told. */
export async function showTaskCard(
  card: TaskCard,
  place: Pick<PlaceFacts, 'id' | 'tiers'>,
  passed: Passed,
  { fields, at }: { readonly fields: FieldDecision; readonly at: Instant },
): Promise<TaskCardReply> {
  const { id, title, state, organisationId, due, errand } = card
  const [organisation, counted, unit, gates] = await Promise.all([
    organisationFacts(organisationId),
    countedNow(itemsOf(id), place.id),
    readUnit(id, place.id),
    gatesTo(passed, place.tiers),
  ])
  const rate = completionOf(counted.total)
  const isWaiting = state === 'running' && gates.includes(place.id) && unit?.passed === undefined
  return {
    id,
    title,
    state,
    organisation: { id: organisationId, name: organisation?.name ?? '' },
    due,
    late: state === 'running' && due < dayInChina(at) && rate !== undefined && rate < 100,
    counts: { ...counted.total },
    ...(errand === undefined ? {} : { errand: showErrand(errand, seesNames(fields)) }),
    ...(isWaiting ? { waiting: true } : {}),
    ...(state === 'running' ? urgedOf(unit, counted.total) : {}),
    at: card.at,
  }
}
