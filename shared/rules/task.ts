/** The life of a task 任务 and of each of its items 任务项, as tables that the server decides by and the application shows. */

import { nextWorkingDay } from './working-time'

export const taskStates = ['draft', 'running', 'suspended', 'ended', 'withdrawn'] as const
export type TaskState = (typeof taskStates)[number]

export const taskStateNames: Readonly<Record<TaskState, string>> = {
  draft: '草稿',
  running: '进行中',
  suspended: '已暂停',
  ended: '已结束',
  withdrawn: '已撤回',
}

export const taskActions = ['revise', 'dispatch', 'amend', 'suspend', 'resume', 'end', 'withdraw'] as const
export type TaskAction = (typeof taskActions)[number]

export interface TaskTransition {
  readonly from: readonly TaskState[]
  readonly to: TaskState | 'same'
  /** On the button. */
  readonly label: string
  /** What follows, said before it is done. */
  readonly consequence: string
}

export const taskTransitions = {
  revise: { from: ['draft'], to: 'same', label: '保存', consequence: '' },
  dispatch: {
    from: ['draft'],
    to: 'running',
    label: '下派',
    consequence: '任务会立即出现在各社区的待办里。',
  },
  amend: {
    from: ['running', 'suspended'],
    to: 'same',
    label: '调整任务',
    consequence: '新增的地方会立即收到任务；表单改了的，还没办的按新表单填，已填的不用重填。',
  },
  suspend: {
    from: ['running'],
    to: 'suspended',
    label: '暂停',
    consequence: '各社区暂时不能填报，已填的都保留；可以随时恢复。',
  },
  resume: { from: ['suspended'], to: 'running', label: '恢复', consequence: '各社区可以继续填报。' },
  end: {
    from: ['running', 'suspended'],
    to: 'ended',
    label: '结束任务',
    consequence: '不再填报，没有完成的不用再做，数字停在现在。',
  },
  withdraw: {
    from: ['running', 'suspended'],
    to: 'withdrawn',
    label: '撤回任务',
    consequence: '任务从各社区的待办里撤下。已经填报的资料保留在台账里。',
  },
} as const satisfies Record<TaskAction, TaskTransition>

/** @returns the state after an action; undefined where the table does not allow it */
export function nextTaskState(state: TaskState, action: TaskAction): TaskState | undefined {
  const transition: TaskTransition = taskTransitions[action]
  if (!transition.from.includes(state)) return undefined
  return transition.to === 'same' ? state : transition.to
}

/** @returns what can be done to a task, in the order shown */
export const possibleTaskActions = (state: TaskState): readonly TaskAction[] =>
  taskActions.filter((action) => nextTaskState(state, action) !== undefined)

/** How often a task comes again. */
export const repeats = ['day', 'workday', 'week', 'month', 'quarter', 'year'] as const
export type Repeat = (typeof repeats)[number]
export const repeatNames: Readonly<Record<Repeat, string>> = {
  day: '每天',
  workday: '每个工作日',
  week: '每周',
  month: '每月',
  quarter: '每季度',
  year: '每年',
}

const dayMillis = 24 * 3600 * 1000
const dayOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10)
const millisOf = (day: string): number => Date.parse(`${day}T00:00:00.000Z`)
const monthsOf: Readonly<Record<Exclude<Repeat, 'day' | 'workday' | 'week'>, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
}

/**
 * @param start the day it was dispatched on, `YYYY-MM-DD`
 * @returns the day on which it comes again: the same day of a later month, or that month's last where it has no such day; the next working day by the published
 * calendar, where it comes on those
 */
export function nextStart(start: string, repeat: Repeat): string {
  if (repeat === 'day') return dayOf(millisOf(start) + dayMillis)
  if (repeat === 'workday') return nextWorkingDay(start)
  if (repeat === 'week') return dayOf(millisOf(start) + 7 * dayMillis)
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number)
  const at = month - 1 + monthsOf[repeat]
  const last = new Date(Date.UTC(year, at + 1, 0)).getUTCDate()
  return dayOf(Date.UTC(year, at, Math.min(day, last)))
}

/** @returns the last day of the next time, as many days after its start as the last day was after the start of this one */
export const nextDue = (start: string, due: string, next: string): string =>
  dayOf(millisOf(next) + Math.max(0, millisOf(due) - millisOf(start)))

export const itemStates = ['open', 'claimed', 'answered', 'done', 'unable', 'void'] as const
export type ItemState = (typeof itemStates)[number]

export const itemStateNames: Readonly<Record<ItemState, string>> = {
  open: '待办',
  claimed: '有人在办',
  answered: '待核实',
  done: '已完成',
  unable: '办不了',
  void: '不用办',
}

/** Whether those an item is about may fill it in themselves, and what it is then. */
export const selfFills = ['counts', 'checked'] as const
export type SelfFill = (typeof selfFills)[number]
export const selfFillNames: Readonly<Record<SelfFill, string>> = {
  counts: '自己填了就算完成',
  checked: '自己填了，由工作人员核实',
}

/** To whom the items of a task go. */
export const recipients = ['territory', 'duty', 'ledger', 'own'] as const
export type Recipient = (typeof recipients)[number]
export const recipientNames: Readonly<Record<Recipient, string>> = {
  territory: '所在社区',
  duty: '负责某项职责的单位',
  ledger: '管台账的单位',
  own: '各单位自己',
}

/** What those of a place see of the places beside it: never items, never answers. */
export const siblingsSeen = ['numbers'] as const
export type SiblingsSeen = (typeof siblingsSeen)[number]

/** Whether what is filled in has to be found right by somebody else before it counts. */
export const doneWays = ['checked'] as const
export type DoneWay = (typeof doneWays)[number]

/** Who of those at a place works on an item. */
export const assignments = ['shared', 'balanced'] as const
export type Assignment = (typeof assignments)[number]
export const assignmentNames: Readonly<Record<Assignment, string>> = {
  shared: '同事一起办，谁有空谁办',
  balanced: '平均分给在岗的人',
}

export const itemActions = [
  'claim',
  'release',
  'transfer',
  'answer',
  'beside',
  'fill',
  'declare',
  'confirm',
  'send-back',
  'give-back',
  'return',
  'cancel',
] as const
export type ItemAction = (typeof itemActions)[number]

/**
 * `worker`: whoever works where the item is. `keeper`: the organisation that issued the task; after the third return its superior. `between`: an organisation
 * between the two. `subject`: whom the item is about, or who acts for them.
 */
export const itemMovers = ['worker', 'keeper', 'between', 'subject'] as const
export type ItemMover = (typeof itemMovers)[number]

export interface ItemTransition {
  readonly by: readonly ItemMover[]
  readonly from: readonly ItemState[]
  /** Of some movers: only from these. */
  readonly narrower?: Readonly<Partial<Record<ItemMover, readonly ItemState[]>>>
  /** `same`: it is put beside what is there, and moves nothing. */
  readonly to: ItemState | 'same'
  readonly note: 'needed' | 'possible' | 'none'
  readonly label: string
  /** On the time line. */
  readonly says: string
  readonly consequence: string
}

export const itemTransitions = {
  claim: {
    by: ['worker'],
    from: ['open'],
    to: 'claimed',
    note: 'none',
    label: '我来办',
    says: '开始办理',
    consequence: '同事会看到由您在办。',
  },
  release: {
    by: ['worker'],
    from: ['claimed'],
    to: 'open',
    note: 'none',
    label: '放回待办',
    says: '放回待办',
    consequence: '其他同事可以接着办。',
  },
  transfer: {
    by: ['worker'],
    from: ['open', 'claimed'],
    to: 'claimed',
    note: 'possible',
    label: '转给同事',
    says: '转给同事',
    consequence: '会出现在同事“我在办”的列表里。',
  },
  answer: {
    by: ['worker'],
    from: ['open', 'claimed', 'answered', 'done', 'unable'],
    to: 'done',
    note: 'none',
    label: '提交',
    says: '填报完成',
    consequence: '填报的内容会更新到台账，各级的数字随即更新。',
  },
  /** Filled in by somebody who had not seen what a colleague had filled in meanwhile: kept until one of them decides. */
  beside: {
    by: ['worker'],
    from: ['answered', 'done'],
    to: 'same',
    note: 'none',
    label: '另存一份',
    says: '也填了一份，等待核对',
    consequence: '两份都保留，由您核对后提交。',
  },
  /** By whom it is about; by a worker where the task asks for a second pair of eyes, who may correct what was done already. */
  fill: {
    by: ['subject', 'worker'],
    from: ['open', 'claimed', 'answered', 'done', 'unable'],
    narrower: { subject: ['open', 'claimed', 'answered'] },
    to: 'answered',
    note: 'none',
    label: '提交',
    says: '填报，等待核实',
    consequence: '工作人员核实后就算完成。',
  },
  declare: {
    by: ['subject'],
    from: ['open', 'claimed'],
    to: 'done',
    note: 'none',
    label: '提交',
    says: '自己填报',
    consequence: '填好就算完成，不用再上门。',
  },
  confirm: {
    by: ['worker', 'keeper', 'between'],
    from: ['answered'],
    to: 'done',
    note: 'none',
    label: '核实无误',
    says: '核实无误',
    consequence: '算作完成，填的内容按您核实的更新到台账。',
  },
  'send-back': {
    by: ['worker', 'keeper', 'between'],
    from: ['answered'],
    to: 'open',
    note: 'needed',
    label: '请填的人改',
    says: '请填的人修改',
    consequence: '填的人会看到您写的原因，改好再交。',
  },
  'give-back': {
    by: ['worker'],
    from: ['open', 'claimed', 'answered'],
    to: 'unable',
    note: 'needed',
    label: '办不了',
    says: '退回，说明原因',
    consequence: '下派单位会看到您写的原因，决定重新办理还是不用办。',
  },
  return: {
    by: ['keeper', 'between'],
    from: ['done', 'unable'],
    to: 'open',
    note: 'needed',
    label: '退回重办',
    says: '退回重办',
    consequence: '会回到社区的待办里，社区看得到您写的原因。',
  },
  cancel: {
    by: ['keeper'],
    from: ['open', 'claimed', 'answered', 'unable'],
    to: 'void',
    note: 'needed',
    label: '不用办',
    says: '改为不用办',
    consequence: '这一项不再计入总数。',
  },
} as const satisfies Record<ItemAction, ItemTransition>

/** Given back so often, an item goes to the superior of who issued the task; what the superior says is final. */
export const returnsBeforeArbiter = 3

/**
 * @param by whoever takes it; absent: anybody who may
 * @returns the state after an action; undefined where the table does not allow it
 */
export function nextItemState(state: ItemState, action: ItemAction, by?: ItemMover): ItemState | undefined {
  const { from, narrower = {}, to }: ItemTransition = itemTransitions[action]
  if (!((by && narrower[by]) ?? from).includes(state)) return undefined
  return to === 'same' ? state : to
}

/** @returns what somebody may do to an item now, in the order shown */
export const possibleItemActions = (state: ItemState, by: ItemMover): readonly ItemAction[] =>
  itemActions.filter((action) => isMovedBy(action, by) && nextItemState(state, action, by) !== undefined)

/** Whether an action is somebody's to take. */
export function isMovedBy(action: ItemAction, by: ItemMover): boolean {
  const { by: movers }: ItemTransition = itemTransitions[action]
  return movers.includes(by)
}

/** What is still to be done. */
export const unfinished: readonly ItemState[] = ['open', 'claimed', 'answered']

/** @returns how many in a hundred of what is to be done are done, rounded down so that 100 means all; nothing where nothing is to be done */
export function completionOf(counts: Readonly<Partial<Record<string, number>>>): number | undefined {
  const all = itemStates.reduce((sum, state) => sum + (state === 'void' ? 0 : (counts[state] ?? 0)), 0)
  return all === 0 ? undefined : Math.floor(((counts.done ?? 0) / all) * 100)
}

/** Whom or what something is about, and where: a door's name is the end of its address already. */
export const nameAndPlace = ({ name, place }: { readonly name: string; readonly place: string }): string =>
  name === '' || place.endsWith(name) ? place : [name, place].filter(Boolean).join(' · ')
