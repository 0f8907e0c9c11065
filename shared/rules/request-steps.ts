/** The life of a request 诉求, as one table that the server decides by and both applications show. */

import {
  type Procedure,
  type RequestAction,
  type RequestMover,
  type RequestState,
  requestActions,
  requestStates,
} from './request'

export interface RequestTransition {
  readonly by: readonly RequestMover[]
  readonly from: readonly RequestState[]
  /** `same`: the state does not change, the step is only recorded. */
  readonly to: RequestState | 'same'
  readonly note: 'needed' | 'welcome' | 'none'
  /** Only under this procedure. */
  readonly procedure?: Procedure
  /** On the button. */
  readonly label: string
  /** On the time line, read by the resident. */
  readonly says: string
  /** What follows, said before it is done. */
  readonly consequence: string
}

const open = ['submitted', 'claimed', 'confirmed'] as const
/** All that is still under way. */
const running = ['submitted', 'queued', 'listed', 'claimed', 'returned', 'confirmed'] as const

export const requestTransitions = {
  claim: {
    by: ['worker', 'desk'],
    from: ['submitted'],
    to: 'claimed',
    note: 'none',
    label: '我来办理',
    says: '工作人员已接手',
    consequence: '居民会看到由您办理。',
  },
  list: {
    by: ['worker'],
    from: ['submitted', 'claimed'],
    to: 'listed',
    note: 'welcome',
    procedure: 'partner-confirms',
    label: '列入名单，交承办单位确认',
    says: '社区已核对，列入名单，等待承办单位确认',
    consequence: '承办单位会在名单里看到，确认后通知居民。',
  },
  approve: {
    by: ['partner'],
    from: ['listed'],
    to: 'confirmed',
    note: 'welcome',
    label: '确认',
    says: '承办单位已确认',
    consequence: '居民会收到确认的消息。',
  },
  refuse: {
    by: ['partner'],
    from: ['listed'],
    to: 'declined',
    note: 'needed',
    label: '不能安排',
    says: '承办单位不能安排',
    consequence: '居民会看到您写的原因。',
  },
  'put-right': {
    by: ['partner'],
    from: ['listed'],
    to: 'submitted',
    note: 'needed',
    label: '请社区核对',
    says: '承办单位请社区再核对一下',
    consequence: '会回到社区的待办，社区看得到您写的话；核对后再列入名单。',
  },
  release: {
    by: ['worker', 'desk'],
    from: ['claimed'],
    to: 'submitted',
    note: 'welcome',
    label: '放回待办',
    says: '等待其他工作人员接手',
    consequence: '这件事会回到本单位的待办里，其他同事可以接手。',
  },
  confirm: {
    by: ['worker', 'desk'],
    from: ['submitted', 'claimed'],
    to: 'confirmed',
    note: 'welcome',
    procedure: 'worker-confirms',
    label: '确认',
    says: '您的申请已确认',
    consequence: '居民会收到确认的消息。',
  },
  return: {
    by: ['worker', 'desk'],
    from: open,
    to: 'returned',
    note: 'needed',
    label: '请居民补充',
    says: '需要您补充一些内容',
    consequence: '居民会看到您的说明，补充后回到待办。',
  },
  close: {
    by: ['worker', 'desk'],
    from: ['claimed', 'confirmed'],
    to: 'closed',
    note: 'needed',
    label: '办结并答复',
    says: '已办结',
    consequence: '居民会看到您的答复，并可以评价。',
  },
  decline: {
    by: ['worker', 'desk'],
    from: ['submitted', 'queued', 'claimed', 'confirmed'],
    to: 'declined',
    note: 'needed',
    label: '不能办',
    says: '没有办成',
    consequence: '居民会看到您写的原因。',
  },
  transfer: {
    by: ['worker', 'desk'],
    from: open,
    to: 'submitted',
    note: 'needed',
    label: '转给负责的单位',
    says: '转给负责的单位办理',
    consequence: '由那个单位接着办，居民看得到转给了谁、为什么。',
  },
  'give-back': {
    by: ['desk'],
    from: ['submitted', 'claimed'],
    to: 'submitted',
    note: 'needed',
    label: '不归本单位，退回',
    says: '正在确定由哪个单位办理',
    consequence: '回到转来的单位；退回两次后由上级确定由谁办，定了就不再退。',
  },
  assign: {
    by: ['arbiter', 'overseer'],
    from: ['submitted', 'claimed'],
    to: 'submitted',
    note: 'needed',
    label: '确定由谁办',
    says: '已确定由这个单位办理',
    consequence: '定了的单位不能再退回。',
  },
  invite: {
    by: ['worker', 'desk'],
    from: open,
    to: 'same',
    note: 'needed',
    label: '请其他单位协办',
    says: '请了其他单位一起办理',
    consequence: '协办单位会收到，各自写下办理情况；由您汇总答复居民。',
  },
  opine: {
    by: ['beside'],
    from: ['submitted', 'claimed', 'returned', 'confirmed'],
    to: 'same',
    note: 'needed',
    label: '写下办理情况',
    says: '协办单位写下了办理情况',
    consequence: '主办单位会看到，汇总后答复居民。',
  },
  /** What an appeal is about, by somebody who read it: the next ones are proposed by it. */
  classify: {
    by: ['worker', 'desk', 'arbiter'],
    from: open,
    to: 'same',
    note: 'none',
    procedure: 'routed',
    label: '核对是哪方面的事',
    says: '核对了这是哪方面的事',
    consequence: '系统会记住，以后类似的诉求按您核对的推荐。',
  },
  /** Whom and what it speaks of, as somebody who read it recognised them. */
  mention: {
    by: ['worker', 'desk'],
    from: open,
    to: 'same',
    note: 'none',
    label: '记下涉及的人、地、物',
    says: '核对了涉及的地点和物品',
    consequence: '会记到台账里，从那里也找得到这件事。',
  },
  add: {
    by: ['resident'],
    from: running,
    to: 'same',
    note: 'needed',
    label: '补充说明',
    says: '您补充了说明',
    consequence: '办理人会看到您补充的内容。',
  },
  urge: {
    by: ['resident'],
    from: ['submitted', 'listed', 'claimed', 'confirmed'],
    to: 'same',
    note: 'welcome',
    label: '催一下',
    says: '您催了一次',
    consequence: '办理单位会收到提醒。一天可以催一次。',
  },
  withdraw: {
    by: ['resident'],
    from: running,
    to: 'withdrawn',
    note: 'welcome',
    label: '撤回申请',
    says: '您撤回了申请',
    consequence: '撤回后不再办理。需要时可以重新申请，您的资料还在。',
  },
  rate: {
    by: ['resident'],
    from: ['closed', 'declined'],
    to: 'same',
    note: 'welcome',
    label: '评价',
    says: '您已评价',
    consequence: '办理单位会看到您的评价。',
  },
  reopen: {
    by: ['resident'],
    from: ['closed'],
    to: 'submitted',
    note: 'needed',
    label: '没有解决，请再办',
    says: '您说还没有解决，请再办一次',
    consequence: '会回到原来的办理单位，上级也看得到。办结后 15 天内可以提出，最多两次。',
  },
  /** What an official entered on somebody's behalf is confirmed by them. */
  acknowledge: {
    by: ['resident'],
    from: [...running, 'closed', 'declined'],
    to: 'same',
    note: 'none',
    label: '是我要办的',
    says: '您确认了代办的内容',
    consequence: '您填过的资料也按您本人说的记下。',
  },
  /** What was entered for the wrong one leaves their list. */
  disown: {
    by: ['resident'],
    from: [...running, 'closed', 'declined'],
    to: 'same',
    note: 'welcome',
    label: '不是我的事',
    says: '您说这不是您的事',
    consequence: '这件事会从您的列表里拿走，代办的工作人员会看到，再去核对。',
  },
  /** Whoever it was entered for has an account now. */
  adopt: {
    by: ['system'],
    from: requestStates,
    to: 'same',
    note: 'none',
    label: '归到本人名下',
    says: '您注册以后，这件事归到了您的名下',
    consequence: '',
  },
  /** It tells of the same as others: answered with them. */
  join: {
    by: ['worker', 'desk', 'system'],
    from: running,
    to: 'same',
    note: 'none',
    procedure: 'routed',
    label: '合并为同一件事',
    says: '和其他居民反映的是同一件事，一起办理',
    consequence: '以后对主办的一件所作的办理和答复，每一位居民都会收到。',
  },
  part: {
    by: ['worker', 'desk'],
    from: running,
    to: 'same',
    note: 'none',
    procedure: 'routed',
    label: '移出，单独办理',
    says: '核对后单独办理',
    consequence: '以后单独办理，单独答复。',
  },
  withhold: {
    by: ['system'],
    from: ['submitted', 'queued', 'confirmed'],
    to: 'withheld',
    note: 'none',
    label: '暂缓',
    says: '填写的文字没有通过内容审核，请修改后重新申请',
    consequence: '',
  },
  overdue: {
    by: ['system'],
    from: ['submitted', 'listed', 'claimed'],
    to: 'same',
    note: 'none',
    label: '超时提醒',
    says: '已超过预计办理时间，系统已提醒办理单位',
    consequence: '',
  },
  /** A step's own deadline passed: whoever has it is told again. */
  remind: {
    by: ['system'],
    from: ['submitted', 'listed', 'claimed'],
    to: 'same',
    note: 'needed',
    label: '提醒办理单位',
    says: '这一步超过了期限，系统已提醒办理单位',
    consequence: '',
  },
  /** It is still not done after its deadline: a superior of whoever has it sees it from now on. */
  escalate: {
    by: ['system'],
    from: ['submitted', 'listed', 'claimed', 'confirmed'],
    to: 'same',
    note: 'needed',
    label: '报上级督办',
    says: '超过期限还没有办结，已报上级单位督办',
    consequence: '',
  },
  supervise: {
    by: ['overseer'],
    from: ['submitted', 'listed', 'claimed', 'returned', 'confirmed'],
    to: 'same',
    note: 'needed',
    label: '督办',
    says: '上级单位已督办',
    consequence: '办理单位会马上收到提醒和您写的要求，居民也看得到。',
  },
  'hand-over': {
    by: ['system'],
    from: ['submitted', 'claimed', 'returned', 'confirmed'],
    to: 'same',
    note: 'needed',
    label: '交接',
    says: '换了工作人员接着办理',
    consequence: '',
  },
  'put-back': {
    by: ['system'],
    from: ['submitted', 'claimed', 'returned', 'confirmed'],
    to: 'same',
    note: 'needed',
    label: '交回待办',
    says: '等待其他工作人员接手',
    consequence: '',
  },
  /** There is room: a place of a time slot is given. */
  seat: {
    by: ['system'],
    from: ['submitted', 'queued'],
    to: 'confirmed',
    note: 'welcome',
    label: '约上了',
    says: '已为您约上',
    consequence: '',
  },
  /** All places are taken. */
  queue: {
    by: ['system'],
    from: ['submitted'],
    to: 'queued',
    note: 'welcome',
    label: '候补',
    says: '名额已满，您在候补名单里',
    consequence: '',
  },
  /** A place is kept while somebody confirms. */
  hold: {
    by: ['system'],
    from: ['submitted', 'queued'],
    to: 'submitted',
    note: 'welcome',
    label: '留出名额',
    says: '已为您留出名额，等待确认',
    consequence: '',
  },
  /** Neither a place nor room in the waiting list was left. */
  'turn-away': {
    by: ['system'],
    from: ['submitted'],
    to: 'declined',
    note: 'needed',
    label: '没有约上',
    says: '没有约上',
    consequence: '',
  },
  /** Another time is taken and the first given back: both or neither. */
  rebook: {
    by: ['resident'],
    from: ['submitted', 'queued', 'listed', 'claimed', 'confirmed'],
    to: 'same',
    note: 'welcome',
    label: '改约时间',
    says: '您改了预约的时间',
    consequence: '新的时间约上后，原来的名额就让出来了；约不上时原来的不变。',
  },
  /** What was said goes to the organisation that answers for it. */
  send: {
    by: ['system'],
    from: ['submitted'],
    to: 'same',
    note: 'welcome',
    label: '分派',
    says: '已直接转给负责的单位',
    consequence: '',
  },
  /** What the system it was given to says of it on the way. */
  progress: {
    by: ['system'],
    from: ['submitted', 'claimed', 'returned', 'confirmed'],
    to: 'same',
    note: 'needed',
    label: '办理进展',
    says: '有了新的进展',
    consequence: '',
  },
  /** The system it was given to does not answer. */
  'fall-back': {
    by: ['system'],
    from: ['submitted', 'claimed', 'returned', 'confirmed'],
    to: 'submitted',
    note: 'needed',
    label: '转回本单位',
    says: '对方没有回音，转回由负责单位接着办',
    consequence: '',
  },
  /** Something of it is to be done on the spot, as a task: it stays with whoever has it, and its clock goes on. */
  'hand-out': {
    by: ['worker', 'desk'],
    from: ['claimed', 'confirmed'],
    to: 'same',
    note: 'needed',
    label: '交办成任务',
    says: '安排了工作人员去做',
    consequence: '对方会在任务里看到，办理时限照常计算；做完后结果回到这里，由您核对后答复居民。',
  },
  'errand-done': {
    by: ['system'],
    from: ['submitted', 'listed', 'claimed', 'returned', 'confirmed'],
    to: 'same',
    note: 'needed',
    label: '交办的事做完了',
    says: '工作人员做完了，办理单位核对后答复',
    consequence: '',
  },
  'errand-back': {
    by: ['system'],
    from: ['submitted', 'listed', 'claimed', 'returned', 'confirmed'],
    to: 'same',
    note: 'needed',
    label: '交办的事退回来了',
    says: '工作人员没有做成，办理单位接着办',
    consequence: '',
  },
} as const satisfies Record<RequestAction, RequestTransition>

/**
 * @returns the state after an action, or undefined when it is not allowed from this state. A resident's addition to a returned request puts it back to
 * work; who had one in hand and left puts it back in the queue.
 */
export function nextRequestState(state: RequestState, action: RequestAction): RequestState | undefined {
  const transition: RequestTransition = requestTransitions[action]
  if (!transition.from.includes(state)) return undefined
  if (action === 'add' && state === 'returned') return 'submitted'
  if (action === 'put-back' && state === 'claimed') return 'submitted'
  return transition.to === 'same' ? state : transition.to
}

/** Whether a step is somebody's to take. */
export function isRequestMovedBy(action: RequestAction, by: RequestMover): boolean {
  const { by: movers }: RequestTransition = requestTransitions[action]
  return movers.includes(by)
}

/** Under which procedure a step is taken. */
export function isInProcedure(action: RequestAction, procedure: Procedure): boolean {
  const { procedure: only }: RequestTransition = requestTransitions[action]
  return only === undefined || only === procedure
}

/** What somebody may do now, in the order shown. */
export function possibleRequestActions(state: RequestState, by: RequestMover, procedure: Procedure): RequestAction[] {
  return requestActions.filter(
    (action) =>
      isRequestMovedBy(action, by) && isInProcedure(action, procedure) && nextRequestState(state, action) !== undefined,
  )
}

/** The first state of a request under a procedure. With time slots nothing is confirmed before a place is given. */
export function firstRequestState(
  procedure: Procedure,
  { booked = false }: { readonly booked?: boolean } = {},
): RequestState {
  switch (procedure) {
    case 'open':
      return booked ? 'submitted' : 'confirmed'
    case 'worker-confirms':
    case 'partner-confirms':
    case 'routed':
      return 'submitted'
  }
}

/** After so many working days past its deadline a request is reported to a superior of whoever has it, and to the next above them. */
export const escalatesAfterDays = [1, 3] as const

/** Which of a channel's deadlines for a step runs: whom a request waits for. */
export function stepUnderWay(state: RequestState, procedure: Procedure): 'claim' | 'confirm' | 'partner' | undefined {
  if (state === 'listed') return 'partner'
  if (state === 'submitted') return 'claim'
  return state === 'claimed' && procedure === 'worker-confirms' ? 'confirm' : undefined
}
