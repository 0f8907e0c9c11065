/** The life of a request 诉求, as one table that the server decides by and both applications show. */

export const requestStates = [
  'submitted',
  'claimed',
  'returned',
  'confirmed',
  'closed',
  'withdrawn',
  'withheld',
] as const
export type RequestState = (typeof requestStates)[number]

/** What a resident reads. */
export const requestStateNames: Readonly<Record<RequestState, string>> = {
  submitted: '等待社区确认',
  claimed: '正在办理',
  returned: '需要您补充',
  confirmed: '已确认',
  closed: '已办结',
  withdrawn: '已撤回',
  withheld: '内容未通过审核',
}

/** States that wait for somebody: what a worker's list holds. */
export const waitingForOfficial: readonly RequestState[] = ['submitted', 'claimed', 'confirmed']
export const waitingForResident: readonly RequestState[] = ['returned']
export const ended: readonly RequestState[] = ['closed', 'withdrawn', 'withheld']

export const requestActions = [
  'claim',
  'release',
  'confirm',
  'return',
  'close',
  'add',
  'withdraw',
  'rate',
  'withhold',
  'overdue',
  'hand-over',
  'put-back',
] as const
export type RequestAction = (typeof requestActions)[number]

export interface RequestTransition {
  readonly by: 'resident' | 'official' | 'system'
  readonly from: readonly RequestState[]
  /** `same`: the state does not change, the step is only recorded. */
  readonly to: RequestState | 'same'
  readonly note: 'needed' | 'welcome' | 'none'
  /** On the button. */
  readonly label: string
  /** On the time line, read by the resident. */
  readonly says: string
  /** What follows, said before it is done. */
  readonly consequence: string
}

export const requestTransitions = {
  claim: {
    by: 'official',
    from: ['submitted'],
    to: 'claimed',
    note: 'none',
    label: '我来办理',
    says: '社区工作人员已接手',
    consequence: '居民会看到由您办理。',
  },
  release: {
    by: 'official',
    from: ['claimed'],
    to: 'submitted',
    note: 'welcome',
    label: '放回待办',
    says: '已转回社区，等待其他工作人员接手',
    consequence: '这件事会回到社区的待办里，其他同事可以接手。',
  },
  confirm: {
    by: 'official',
    from: ['submitted', 'claimed'],
    to: 'confirmed',
    note: 'welcome',
    label: '确认',
    says: '社区已确认您的申请',
    consequence: '居民会收到确认的消息。',
  },
  return: {
    by: 'official',
    from: ['submitted', 'claimed', 'confirmed'],
    to: 'returned',
    note: 'needed',
    label: '请居民补充',
    says: '需要您补充一些内容',
    consequence: '居民会看到您的说明，补充后回到待办。',
  },
  close: {
    by: 'official',
    from: ['claimed', 'confirmed'],
    to: 'closed',
    note: 'needed',
    label: '办结并答复',
    says: '已办结',
    consequence: '居民会看到您的答复，并可以评价。',
  },
  add: {
    by: 'resident',
    from: ['submitted', 'claimed', 'returned', 'confirmed'],
    to: 'same',
    note: 'needed',
    label: '补充说明',
    says: '您补充了说明',
    consequence: '办理人会看到您补充的内容。',
  },
  withdraw: {
    by: 'resident',
    from: ['submitted', 'claimed', 'returned', 'confirmed'],
    to: 'withdrawn',
    note: 'welcome',
    label: '撤回申请',
    says: '您撤回了申请',
    consequence: '撤回后社区不再办理。需要时可以重新申请，您的资料还在。',
  },
  rate: {
    by: 'resident',
    from: ['closed'],
    to: 'same',
    note: 'welcome',
    label: '评价',
    says: '您已评价',
    consequence: '社区会看到您的评价。',
  },
  withhold: {
    by: 'system',
    from: ['submitted', 'confirmed'],
    to: 'withheld',
    note: 'none',
    label: '暂缓',
    says: '填写的文字没有通过内容审核，请修改后重新申请',
    consequence: '',
  },
  overdue: {
    by: 'system',
    from: ['submitted', 'claimed'],
    to: 'same',
    note: 'none',
    label: '超时提醒',
    says: '已超过预计办理时间，系统已提醒社区',
    consequence: '',
  },
  'hand-over': {
    by: 'system',
    from: ['submitted', 'claimed', 'returned', 'confirmed'],
    to: 'same',
    note: 'needed',
    label: '交接',
    says: '换了工作人员接着办理',
    consequence: '',
  },
  'put-back': {
    by: 'system',
    from: ['submitted', 'claimed', 'returned', 'confirmed'],
    to: 'same',
    note: 'needed',
    label: '交回待办',
    says: '已转回社区，等待其他工作人员接手',
    consequence: '',
  },
} as const satisfies Record<RequestAction, RequestTransition>

/** @returns the state after an action, or undefined when it is not allowed from this state. A resident's addition to a returned request puts it back to work; who had one in hand and left puts it back in the queue. */
export function nextRequestState(state: RequestState, action: RequestAction): RequestState | undefined {
  const transition: RequestTransition = requestTransitions[action]
  if (!transition.from.includes(state)) return undefined
  if (action === 'add' && state === 'returned') return 'submitted'
  if (action === 'put-back' && state === 'claimed') return 'submitted'
  return transition.to === 'same' ? state : transition.to
}

/** What somebody may do now, in the order shown. */
export function possibleRequestActions(state: RequestState, by: 'resident' | 'official'): RequestAction[] {
  return requestActions.filter((action) => {
    const transition: RequestTransition = requestTransitions[action]
    return transition.by === by && transition.from.includes(state)
  })
}

/** How a channel admits requests. */
export const procedures = ['open', 'worker-confirms'] as const
export type Procedure = (typeof procedures)[number]
export const procedureNames: Readonly<Record<Procedure, string>> = {
  open: '人人可参加，提交即确认',
  'worker-confirms': '社区工作人员确认后生效',
}

/** The first state of a request under a procedure. */
export function firstRequestState(procedure: Procedure): RequestState {
  switch (procedure) {
    case 'open':
      return 'confirmed'
    case 'worker-confirms':
      return 'submitted'
  }
}
