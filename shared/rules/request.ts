/** The states of a request 诉求, what is done about it and by whom, as words: the table of steps is in `request-steps.ts`. */

export const requestStates = [
  'submitted',
  'queued',
  'listed',
  'claimed',
  'returned',
  'confirmed',
  'closed',
  'declined',
  'withdrawn',
  'withheld',
] as const
export type RequestState = (typeof requestStates)[number]

/** What a resident reads. */
export const requestStateNames: Readonly<Record<RequestState, string>> = {
  submitted: '等待受理',
  queued: '候补中',
  listed: '等待承办单位确认',
  claimed: '正在办理',
  returned: '需要您补充',
  confirmed: '已确认',
  closed: '已办结',
  declined: '没有办成',
  withdrawn: '已撤回',
  withheld: '内容未通过审核',
}

/** States that wait for somebody: what a worker's list holds. */
export const waitingForOfficial: readonly RequestState[] = ['submitted', 'claimed', 'confirmed']
export const waitingForResident: readonly RequestState[] = ['returned']
export const ended: readonly RequestState[] = ['closed', 'declined', 'withdrawn', 'withheld']

export const requestActions = [
  'claim',
  'list',
  'approve',
  'refuse',
  'put-right',
  'release',
  'confirm',
  'return',
  'close',
  'decline',
  'transfer',
  'give-back',
  'assign',
  'invite',
  'opine',
  'classify',
  'mention',
  'add',
  'urge',
  'withdraw',
  'rate',
  'reopen',
  'acknowledge',
  'supervise',
  'disown',
  'adopt',
  'join',
  'part',
  'withhold',
  'overdue',
  'remind',
  'escalate',
  'hand-over',
  'put-back',
  'seat',
  'queue',
  'hold',
  'turn-away',
  'rebook',
  'send',
  'progress',
  'fall-back',
  'hand-out',
  'errand-done',
  'errand-back',
] as const
export type RequestAction = (typeof requestActions)[number]

/**
 * Who takes a step. `worker`: whoever works where it lies, while no other organisation has it. `desk`: the organisation it was given to. `partner`: the
 * organisation that confirms a list. `beside`: an organisation asked to work along. `arbiter`: who decides whose it is.
 * `overseer`: a superior to whom it was reported, being late.
 * `informed`: an organisation that only sees how it goes.
 */
export const requestMovers = [
  'resident',
  'worker',
  'desk',
  'partner',
  'beside',
  'arbiter',
  'overseer',
  'informed',
  'system',
] as const
export type RequestMover = (typeof requestMovers)[number]
export type OfficialMover = Exclude<RequestMover, 'resident' | 'system'>

/** How somebody told an official what they ask for, or by which way it came in. */
export const behalfWays = ['counter', 'door', 'phone', 'hotline', 'open311'] as const
export type BehalfWay = (typeof behalfWays)[number]
export const behalfWayNames: Readonly<Record<BehalfWay, string>> = {
  counter: '窗口代办',
  door: '上门代办',
  phone: '电话代办',
  hotline: '12345 热线',
  open311: '开放接口',
}

/** How an official entered it. */
export const officialWays = ['counter', 'door', 'phone', 'hotline'] as const satisfies readonly BehalfWay[]

/** So much of a request is handed out at a time. */
export const mostErrands = 5

/** Given back so often, a superior decides whose a request is. */
export const returnsBeforeRuling = 2

/** How long, and how often, a closed request may be taken up again. */
export const reopenedWithinDays = 15
export const mostReopened = 2

/** How a channel admits requests. */
export const procedures = ['open', 'worker-confirms', 'partner-confirms', 'routed'] as const
export type Procedure = (typeof procedures)[number]
export const procedureNames: Readonly<Record<Procedure, string>> = {
  open: '人人可参加，提交即确认',
  'worker-confirms': '社区工作人员确认后生效',
  'partner-confirms': '社区列名单，承办单位确认后生效',
  routed: '直接转给负责的单位办理',
}
