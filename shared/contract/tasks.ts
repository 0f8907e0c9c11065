import { ledgerKinds } from '../ledgers/ledger'
import { dutyCodes } from '../permission/duty'
import { requestStates } from '../rules/request'
import {
  assignments,
  doneWays,
  itemActions,
  itemStates,
  repeats,
  selfFills,
  siblingsSeen,
  taskActions,
  taskStates,
} from '../rules/task'
import { mostListed, mostParts } from '../rules/task-list'
import { reportings, unitTiers } from '../rules/task-unit'
import { routesOf } from './define'
import { file } from './files'
import { answers, form, prefill } from './form'
import { rowFilters, rowState } from './ledger-book'
import {
  channelId,
  counts,
  countsByPlace,
  cursor,
  day,
  entityId,
  fileId,
  gridId,
  instant,
  itemId,
  job,
  ledgerId,
  level,
  officialId,
  optionalText,
  organisationId,
  page,
  placeId,
  requestId,
  stepKey,
  taskId,
  text,
} from './parts'
import { taskMeasures } from './task-measures'
import { unitEntry } from './task-units'
import * as z from './z'

const route = routesOf('tasks')

const work = z.strictObject({
  requestId,
  channelId,
  title: z.string(),
  /** Whose it is, masked as the reader may see it. */
  who: z.string(),
  place: z.string(),
  state: z.enum(requestStates),
  since: instant,
  due: instant,
  overdue: z.boolean(),
  /** The official who has it in hand. */
  claimedBy: z.exactOptional(z.strictObject({ id: z.string(), name: z.string() })),
  /** The grid it was routed to, with who is on duty there. */
  grid: z.exactOptional(
    z.strictObject({
      id: gridId,
      name: z.string(),
      workers: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    }),
  ),
})
export type WorkReply = z.output<typeof work>

/** Those of a list somebody brought along; it is kept with the task in parts. */
export const givenList = z.strictObject({
  of: z.literal('list'),
  kind: z.enum(ledgerKinds),
  parts: z.int('名单的分段不正确').check(z.gte(1, '名单是空的'), z.lte(mostParts, `名单最多 ${mostListed} 个`)),
  count: z.int('名单的个数不正确').check(z.gte(1, '名单是空的'), z.lte(mostListed, `名单最多 ${mostListed} 个`)),
  /** Of those in it, by `markOfList`: what is kept under another mark is another list. */
  mark: z.string('名单的标记不正确').check(z.regex(/^[0-9a-z]{1,12}$/, '名单的标记不正确')),
})

/** About whom or what there is an item. */
const about = z.discriminatedUnion('of', [
  /** Every place of one level: each building, each compound. */
  z.strictObject({ of: z.literal('places'), level }),
  /** The rows of a ledger, as a list of it was narrowed. */
  z.strictObject({
    of: z.literal('ledger'),
    ledger: ledgerId,
    state: z.exactOptional(rowState),
    filter: z.exactOptional(rowFilters),
  }),
  givenList,
])
export type TaskAbout = z.output<typeof about>

export const taskContent = z.strictObject({
  title: text(30, '任务名称'),
  /** On what ground, and what is to be looked at. */
  basis: text(500, '任务说明'),
  about,
  form,
  /** What its answers roll up to; absent: how many are done alone. */
  measures: z.exactOptional(taskMeasures),
  /** The last day. */
  due: day,
  /** Those it is about may fill it in themselves; absent: officials alone. */
  selfFill: z.exactOptional(z.enum(selfFills, '请选择自己填报怎么算')),
  /** Somebody else than who filled it in has to find it right; absent: filled in it counts at once. */
  done: z.exactOptional(z.enum(doneWays, '请选择怎样算完成')),
  /** To whom its items go: who holds a duty there, who keeps the ledger, the organisations themselves; absent: who works where they lie. */
  to: z.exactOptional(
    z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('territory') }),
      z.strictObject({ by: z.literal('duty'), duty: z.enum(dutyCodes, '请选择按哪项职责') }),
      z.strictObject({ by: z.literal('ledger') }),
      z.strictObject({ by: z.literal('own') }),
    ]),
  ),
  /** Each item is given to somebody when it is made; absent: colleagues share them. */
  assign: z.exactOptional(z.enum(assignments, '请选择由谁办')),
  /** It comes again by itself, with the entities there are then; absent: once. */
  repeat: z.exactOptional(z.enum(repeats, '请选择多久一次')),
  /** The tiers that look at it before they pass it on; absent: it is everywhere at once. */
  passes: z.exactOptional(z.array(z.enum(unitTiers, '请选择哪几级先接收')).check(z.maxLength(3, '最多三级'))),
  /** Those of a place see the numbers of the places beside it; absent: of their own and below alone. */
  siblings: z.exactOptional(z.enum(siblingsSeen, '请选择平级能看到什么')),
  /** Absent: by hand. */
  report: z.exactOptional(z.enum(reportings, '请选择怎样上报')),
  /** So many days before the last one those who are not done are reminded, and the day after it the tier above is told. */
  urge: z.exactOptional(
    z.strictObject({
      before: z.int('提前几天应为整数').check(z.gte(1, '至少提前 1 天'), z.lte(30, '最多提前 30 天')),
    }),
  ),
})
export type TaskContent = z.output<typeof taskContent>

const named = z.strictObject({ id: z.string(), name: z.string() })

/** One thing that was handed out of a request. */
const errandMark = z.strictObject({
  item: itemId,
  request: requestId,
  number: z.string(),
  /** Whom or what it is about, as far as the reader may know. */
  name: z.string(),
  /** Where it is, as briefly as is clear. */
  place: z.string(),
})

const taskCard = z.strictObject({
  id: taskId,
  title: z.string(),
  state: z.enum(taskStates),
  organisation: named,
  due: day,
  /** Its last day has passed, and not all is done. */
  late: z.boolean(),
  /** Items by their state at the place that was asked for. */
  counts: z.record(z.string(), z.number()),
  /** The place is to pass it on before it is done below. */
  waiting: z.exactOptional(z.boolean()),
  /** What was said to the place, while not all is done there. */
  urged: z.exactOptional(unitEntry),
  errand: z.exactOptional(errandMark),
  at: instant,
})
export type TaskCardReply = z.output<typeof taskCard>

const task = z.strictObject({
  id: taskId,
  state: z.enum(taskStates),
  content: taskContent,
  organisation: named,
  within: z.array(z.strictObject({ id: placeId, name: z.string(), level })),
  /** Counts up with each change. */
  edition: z.number(),
  /** Counts up with each change of the form after it was dispatched. */
  formVersion: z.number(),
  at: instant,
  /** In words: 「七小门店里的每一家」. */
  aboutWords: z.string(),
  problems: z.array(z.strictObject({ control: z.exactOptional(z.string()), message: z.string() })),
  /** The day on which it comes again. */
  next: z.exactOptional(day),
  /** What the reader may do with it. */
  actions: z.array(z.enum(taskActions)),
  /** Its items are being made. */
  job: z.exactOptional(job),
  /** Absent state: it is being made. */
  errand: z.exactOptional(z.strictObject({ ...errandMark.shape, state: z.exactOptional(z.enum(itemStates)) })),
})
export type TaskReply = z.output<typeof task>

const itemCard = z.strictObject({
  id: itemId,
  taskId,
  subject: entityId,
  name: z.string(),
  /** Where it is, as briefly as is clear. */
  place: z.string(),
  state: z.enum(itemStates),
  claimedBy: z.exactOptional(named),
  /** Why it was given back, or sent back. */
  note: z.exactOptional(z.string()),
  at: instant,
})
export type ItemCardReply = z.output<typeof itemCard>

/** An item among those of other tasks. */
export const itemOfSome = z.strictObject({
  ...itemCard.shape,
  title: z.string(),
  /** It was handed out of a request: its title says what is to be done. */
  errand: z.exactOptional(z.literal(true)),
})
export type ItemOfSomeReply = z.output<typeof itemOfSome>

/** What somebody filled in, as far as the reader may see it. */
const filledIn = z.strictObject({ key: z.string(), by: z.string(), at: instant, answers })

const item = z.strictObject({
  ...itemCard.shape,
  task: z.strictObject({
    id: taskId,
    title: z.string(),
    basis: z.string(),
    due: day,
    state: z.enum(taskStates),
    /** What is filled in waits for somebody else to find it right. */
    done: z.exactOptional(z.enum(doneWays)),
  }),
  form,
  /** The organisation it was given to; absent: it is of whoever works where it lies. */
  organisation: z.exactOptional(named),
  /** The request it does something for. */
  origin: z.exactOptional(z.strictObject({ request: z.string(), number: z.string() })),
  /** What is known already. */
  prefill,
  /** What was filled in last that the knowledge system does not hold. */
  own: z.exactOptional(answers),
  revision: z.number(),
  formVersion: z.number(),
  /** The latest answer there is. */
  latest: z.exactOptional(filledIn),
  /** Answers by others who had not seen the latest one: to be held against it and settled by answering anew. */
  besides: z.array(filledIn),
  steps: z.array(
    z.strictObject({
      key: z.string(),
      says: z.string(),
      note: z.exactOptional(z.string()),
      by: z.string(),
      at: instant,
      state: z.enum(itemStates),
    }),
  ),
  /** What the reader may do now. */
  actions: z.array(z.enum(itemActions)),
})
export type ItemReply = z.output<typeof item>

/** Of a page of items what filling them in without a network needs: the form is told once. */
const packedItem = z.strictObject({
  ...itemCard.shape,
  prefill,
  own: z.exactOptional(answers),
  revision: z.number(),
  actions: z.array(z.enum(itemActions)),
})
export type PackedItemReply = z.output<typeof packedItem>

/** An item as it is told to whom it is about. */
const ownItem = z.strictObject({
  id: itemId,
  /** 「您自己」「母亲 张秀英」「北里便利店」. */
  about: z.string(),
  name: z.string(),
  place: z.string(),
  title: z.string(),
  organisation: z.string(),
  due: day,
  state: z.enum(itemStates),
  /** Why it is to be filled in once more. */
  note: z.exactOptional(z.string()),
  at: instant,
  /** It can be filled in now. */
  open: z.boolean(),
})
export type OwnItemCardReply = z.output<typeof ownItem>

const ownItemInFull = z.strictObject({
  ...ownItem.shape,
  basis: z.string(),
  /** What follows when it is handed in. */
  next: z.string(),
  form,
  prefill,
  /** What they filled in last. */
  answers: z.exactOptional(answers),
  steps: z.array(z.strictObject({ says: z.string(), note: z.exactOptional(z.string()), by: z.string(), at: instant })),
})
export type OwnItemReply = z.output<typeof ownItemInFull>

/** A file of an answer, with what the device said of a photo as it was taken. */
const itemFile = z.strictObject({
  ...file.shape,
  taken: z.exactOptional(
    z.strictObject({
      at: instant,
      /** The device knew where it was, to so many metres. */
      accuracy: z.exactOptional(z.number()),
      /** So many metres from what the item is about; absent where either is not known. */
      away: z.exactOptional(z.number()),
    }),
  ),
})
export type ItemFileReply = z.output<typeof itemFile>

/** A place a task would reach, before it is dispatched. */
const reach = z.strictObject({
  id: placeId,
  name: z.string(),
  level,
  /** Absent where they can only be counted by making them. */
  items: z.exactOptional(z.number()),
  /** Places inside it whose organisations take part: by level. */
  units: counts,
  /** Who answers for it; absent: nobody. */
  organisation: z.exactOptional(z.string()),
  /** Those in office there today who would work on it, or hand it on; absent: each organisation its own. */
  officials: z.exactOptional(z.number()),
  hasChildren: z.boolean(),
})
export type TaskReachReply = z.output<typeof reach>

const oneTask = z.strictObject({ taskId })
const oneItem = z.strictObject({ itemId })
const writing = { who: 'official', action: 'task.write', where: 'resource' } as const
const working = { who: 'official', action: 'task.work', where: 'resource' } as const

export const tasks = {
  saveTask: route('saveTask', {
    method: 'PUT',
    path: '/tasks/{taskId}',
    summary: 'Saves a task that is not dispatched yet; the same again changes nothing',
    needs: writing,
    params: oneTask,
    body: z.strictObject({
      content: taskContent,
      within: z.array(placeId).check(z.minLength(1, '请选择范围'), z.maxLength(40, '最多选 40 个地点')),
      edition: z.int('版本应为整数').check(z.gte(0, '版本不正确')),
    }),
    reply: task,
  }),
  changeTask: route('changeTask', {
    method: 'POST',
    path: '/tasks/{taskId}/changes',
    summary: 'Dispatches a task, as a job that makes its items; suspends, resumes, ends or withdraws it',
    needs: writing,
    params: oneTask,
    body: z.strictObject({
      action: z.enum(['dispatch', 'suspend', 'resume', 'end', 'withdraw'], '请选择要做什么'),
      edition: z.int('版本应为整数').check(z.gte(1, '版本不正确')),
    }),
    reply: task,
  }),
  amendTask: route('amendTask', {
    method: 'PUT',
    path: '/tasks/{taskId}/amendments/{edition}',
    summary:
      'Changes a task while it is worked on: more places, another last day, another form for what is not done yet; under the edition it makes, so that the same again is one',
    needs: writing,
    params: z.strictObject({ taskId, edition: z.string().check(z.regex(/^[1-9]\d{0,5}$/, '版本不正确')) }),
    body: z.strictObject({
      basis: text(500, '任务说明'),
      due: day,
      form,
      /** Absent: as they are. What is added counts what is filled in from then on. */
      measures: z.exactOptional(taskMeasures),
      /** Places that were not among its own. */
      more: z.array(placeId).check(z.maxLength(40, '一次最多增加 40 个地点')),
    }),
    reply: task,
  }),
  previewTask: route('previewTask', {
    method: 'GET',
    path: '/tasks/{taskId}/preview',
    summary:
      'Whom a task would reach: the places it goes to, or the children of one, each with its items, organisation and workers',
    needs: { who: 'official', action: 'task.read', where: 'resource' },
    params: oneTask,
    query: z.strictObject({ place: z.exactOptional(placeId) }),
    reply: z.strictObject({
      places: z.array(reach),
    }),
  }),
  task: route('task', {
    method: 'GET',
    path: '/tasks/{taskId}',
    summary: 'One task: what is to be done, until when, where',
    needs: { who: 'official', action: 'task.read', where: 'resource' },
    params: oneTask,
    reply: task,
  }),
  tasksAt: route('tasksAt', {
    method: 'GET',
    path: '/tasks',
    summary:
      'The tasks that are to be done at a place of the official’s, the earliest due first; or those of an organisation, the latest first',
    needs: { who: 'official', action: 'task.read', where: 'list' },
    query: z.strictObject({
      /** Absent: the first of the official’s own. */
      place: z.exactOptional(placeId),
      organisation: z.exactOptional(organisationId),
      cursor,
    }),
    reply: page(taskCard),
  }),
  taskCounts: route('taskCounts', {
    method: 'GET',
    path: '/tasks/{taskId}/counts',
    summary: 'Items of a task by state, at a place and each of its children, live',
    needs: { who: 'official', action: 'task.read', where: 'resource' },
    params: oneTask,
    query: z.strictObject({ place: placeId }),
    reply: countsByPlace,
  }),
  items: route('items', {
    method: 'GET',
    path: '/tasks/{taskId}/items',
    summary: 'Items of a task inside a place, by building and door, 20 a page',
    needs: { who: 'official', action: 'task.work', where: 'list' },
    params: oneTask,
    query: z.strictObject({
      place: z.exactOptional(placeId),
      state: z.exactOptional(z.enum(itemStates, '请选择状态')),
      cursor,
    }),
    reply: page(itemCard),
  }),
  givenBack: route('givenBack', {
    method: 'GET',
    path: '/tasks/{taskId}/given-back',
    summary:
      'Items that wait for who issued the task, by place, 20 a page: given back with the reasons, or filled in and to be found right',
    needs: writing,
    params: oneTask,
    query: z.strictObject({ state: z.exactOptional(z.enum(['unable', 'answered'], '请选择状态')), cursor }),
    reply: page(itemCard),
  }),
  item: route('item', {
    method: 'GET',
    path: '/items/{itemId}',
    summary: 'One item with its form, prefilled with what is known, and what was done',
    needs: working,
    params: oneItem,
    reply: item,
  }),
  answerItem: route('answerItem', {
    method: 'PUT',
    path: '/items/{itemId}/answers/{key}',
    summary: 'Fills an item in, under a key made on the device: however often it is sent, it is one answer',
    needs: working,
    params: z.strictObject({ itemId, key: stepKey }),
    body: z.strictObject({
      answers,
      /** The revision the filling began from: what was filled in by somebody else since is not overwritten, and this is kept beside it. */
      base: z.exactOptional(z.int('版本应为整数').check(z.gte(1, '版本不正确'))),
      /** The version of the form it was filled in by; absent: the one in force. */
      formVersion: z.exactOptional(z.int('版本应为整数').check(z.gte(1, '版本不正确'))),
    }),
    reply: item,
  }),
  itemFile: route('itemFile', {
    method: 'GET',
    path: '/items/{itemId}/files/{fileId}',
    summary:
      'Where a file that an answer of the item names, or its form opened with, can be read for five minutes; what is sensitive only with a purpose, which is audited',
    needs: working,
    params: z.strictObject({ itemId, fileId }),
    query: z.strictObject({ purpose: z.exactOptional(text(60, '查看理由')) }),
    reply: itemFile,
  }),
  pack: route('pack', {
    method: 'GET',
    path: '/tasks/{taskId}/pack',
    summary:
      'What is still to be done of a task inside a place, 20 a page, with all that filling it in without a network needs',
    needs: { who: 'official', action: 'task.work', where: 'list' },
    params: oneTask,
    query: z.strictObject({ place: z.exactOptional(placeId), cursor }),
    reply: z.strictObject({
      task: item.shape.task,
      form,
      formVersion: z.number(),
      items: z.array(packedItem),
      next: z.exactOptional(z.string()),
    }),
  }),
  colleagues: route('colleagues', {
    method: 'GET',
    path: '/items/{itemId}/colleagues',
    summary: 'To whom an item can be handed over: those in office who work where it is',
    needs: working,
    params: oneItem,
    reply: z.strictObject({ items: z.array(z.strictObject({ id: officialId, name: z.string() })) }),
  }),
  handOver: route('handOver', {
    method: 'POST',
    path: '/items/{itemId}/holder',
    summary: 'Hands an item over to a colleague',
    needs: working,
    params: oneItem,
    body: z.strictObject({ key: stepKey, to: officialId, note: optionalText(200, '说明') }),
    reply: item,
    repeatable: true,
  }),
  heldItems: route('heldItems', {
    method: 'GET',
    path: '/work/items',
    summary: 'What the official has in hand of all tasks, 20 a page',
    needs: { who: 'official', action: 'task.work', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(itemOfSome),
  }),
  itemsAbout: route('itemsAbout', {
    method: 'GET',
    path: '/work/entities/{entityId}/items',
    summary: 'What tasks ask and asked of an entity, the latest first, as far as the official works where it is',
    needs: { who: 'official', action: 'task.work', where: 'list' },
    params: z.strictObject({ entityId }),
    reply: z.strictObject({ items: z.array(itemOfSome) }),
  }),
  itemsToRule: route('itemsToRule', {
    method: 'GET',
    path: '/work/rulings',
    summary:
      'What went to and fro between those who issued a task and those below, and waits for the word of the official’s organisation, 20 a page',
    needs: { who: 'official', action: 'task.write', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(itemOfSome),
  }),
  ownItems: route('ownItems', {
    method: 'GET',
    path: '/items',
    summary: 'What the resident is asked to fill in: of themself, their home, and whom they act for; the latest first',
    needs: { who: 'resident', consent: false },
    reply: z.strictObject({ items: z.array(ownItem) }),
  }),
  ownItem: route('ownItem', {
    method: 'GET',
    path: '/items/{itemId}/own',
    summary: 'One of them with its form, prefilled with what is known',
    needs: { who: 'resident', consent: true },
    params: oneItem,
    reply: ownItemInFull,
  }),
  answerOwnItem: route('answerOwnItem', {
    method: 'PUT',
    path: '/items/{itemId}/own/{key}',
    summary: 'Fills one of them in, under a key made on the device: however often it is sent, it is one answer',
    needs: { who: 'resident', consent: true },
    params: z.strictObject({ itemId, key: stepKey }),
    body: z.strictObject({ answers }),
    reply: ownItemInFull,
  }),
  ownItemFile: route('ownItemFile', {
    method: 'GET',
    path: '/items/{itemId}/own-files/{fileId}',
    summary:
      'Where a file of what was filled in there by whom it is about, or known of them, can be read for five minutes',
    needs: { who: 'resident', consent: true },
    params: z.strictObject({ itemId, fileId }),
    reply: file,
  }),
  moveItem: route('moveItem', {
    method: 'POST',
    path: '/items/{itemId}/steps',
    summary:
      'Takes an item in hand, puts it back, gives it back with a reason; confirms what was filled in by whom it is about, or asks for it to be put right',
    needs: working,
    params: oneItem,
    body: z.strictObject({
      key: stepKey,
      action: z.enum(['claim', 'release', 'give-back', 'confirm', 'send-back'], '请选择要做什么'),
      note: optionalText(200, '原因'),
    }),
    reply: item,
  }),
  returnItems: route('returnItems', {
    method: 'POST',
    path: '/tasks/{taskId}/returns',
    summary:
      'Sends items back to be done again, or says that they need not be done, with a reason; finds right what was filled in, or sends it back; each is told apart. An organisation between may send back what is done',
    needs: writing,
    params: oneTask,
    body: z.strictObject({
      key: stepKey,
      action: z.enum(['return', 'cancel', 'confirm', 'send-back'], '请选择要做什么'),
      items: z.array(itemId).check(z.minLength(1, '请先选任务项'), z.maxLength(100, '一次最多 100 项')),
      /** Needed but for finding right. */
      note: optionalText(200, '原因'),
    }),
    reply: z.strictObject({
      done: z.array(itemId),
      /** Those that have moved on meanwhile. */
      left: z.array(z.strictObject({ id: itemId, message: z.string() })),
    }),
  }),
  work: route('work', {
    method: 'GET',
    path: '/work',
    summary: 'Open work inside the official’s places, the earliest due first, 20 a page',
    needs: { who: 'official', action: 'work.read', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(work),
  }),
  myWork: route('myWork', {
    method: 'GET',
    path: '/work/mine',
    summary: 'Open work in the grids the official is on duty for, the earliest due first, 20 a page',
    needs: { who: 'official', action: 'work.read', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(work),
  }),
} as const
