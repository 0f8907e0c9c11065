import type { RequestReply } from '@zmht/shared/contract'
import type { OfficialMover, RequestState } from '@zmht/shared/rules'
import type { Tone } from '@zmht/shared/ui'

/** What an official reads of a state; what a resident reads (`requestStateNames`) speaks to the resident. */
export const stateWords: Readonly<Record<RequestState, string>> = {
  submitted: '待受理',
  queued: '候补中',
  listed: '等承办单位确认',
  claimed: '办理中',
  returned: '等居民补充',
  confirmed: '已确认，待办结',
  closed: '已办结',
  declined: '没有办成',
  withdrawn: '居民已撤回',
  withheld: '内容未通过审核',
}

/** The same in two or three characters, for columns of counts. */
export const stateHeads: Readonly<Record<RequestState, string>> = {
  submitted: '待受理',
  queued: '候补',
  listed: '待单位确认',
  claimed: '办理中',
  returned: '待补充',
  confirmed: '已确认',
  closed: '已办结',
  declined: '未办成',
  withdrawn: '已撤回',
  withheld: '未通过',
}

export const stateTones: Readonly<Record<RequestState, Tone>> = {
  submitted: 'accent',
  queued: 'amber',
  listed: 'accent',
  claimed: 'accent',
  returned: 'amber',
  confirmed: 'accent',
  closed: 'quiet',
  declined: 'quiet',
  withdrawn: 'quiet',
  withheld: 'amber',
}

type StepAction = RequestReply['steps'][number]['action']

/** What happened, as an official reads it. */
export const stepWords: Readonly<Record<StepAction, string>> = {
  submit: '居民提交了申请',
  claim: '接手办理',
  progress: '对方说了新的进展',
  'fall-back': '对方没有回音，转回本单位',
  list: '核对后列入名单，交承办单位确认',
  approve: '承办单位确认',
  refuse: '承办单位不能安排',
  'put-right': '承办单位请社区核对',
  decline: '没有办成，说明了原因',
  transfer: '转给负责的单位',
  'give-back': '不归本单位，退回',
  assign: '上级确定由谁办',
  invite: '请其他单位协办',
  opine: '协办单位写下办理情况',
  classify: '核对了这是哪方面的事',
  mention: '记下了涉及的人、地、物',
  urge: '居民催了一次',
  reopen: '居民说还没有解决，请再办',
  acknowledge: '居民确认了代办的内容',
  disown: '居民说这不是自己的事',
  adopt: '居民注册了，归到本人名下',
  join: '与反映同一件事的合并办理',
  part: '移出合并，单独办理',
  seat: '约上了',
  queue: '名额已满，进入候补',
  hold: '留出名额，等待确认',
  'turn-away': '名额和候补都满了，没有约上',
  rebook: '居民改了预约的时间',
  send: '直接转给负责的单位',
  release: '放回待办',
  'hand-over': '人员调整，移交给新的办理人',
  'put-back': '人员调整，退回待领取',
  confirm: '确认了申请',
  return: '请居民补充',
  close: '办结并答复',
  add: '居民补充了说明',
  withdraw: '居民撤回了申请',
  rate: '居民作了评价',
  withhold: '内容未通过审核，已退给居民',
  overdue: '超过预计时间，系统已提醒',
  remind: '这一步超过了期限，系统已提醒',
  escalate: '超期未办结，报上级督办',
  supervise: '上级督办',
  'hand-out': '交办成任务',
  'errand-done': '交办的事做完了',
  'errand-back': '交办的事退回来了',
}

/** Whose step it is when the server speaks to the resident. */
export const byResident: readonly StepAction[] = [
  'submit',
  'add',
  'urge',
  'rebook',
  'withdraw',
  'rate',
  'reopen',
  'acknowledge',
  'disown',
]

/** As whom one's organisation has a request. */
export const partWords: Readonly<Record<OfficialMover, string>> = {
  worker: '社区办理',
  desk: '主办',
  partner: '确认名单',
  beside: '协办',
  arbiter: '确定由谁办',
  overseer: '督办',
  informed: '知情',
}

/** What is asked for with a step. */
export const noteLabels: Readonly<Partial<Record<StepAction, string>>> = {
  return: '请居民补充什么',
  close: '给居民的答复',
  confirm: '给居民的话',
  approve: '给居民的话',
  list: '给承办单位的话',
  release: '给同事的话',
  refuse: '不能安排的原因',
  'put-right': '请社区核对什么',
  decline: '不能办的原因',
  transfer: '为什么转给它',
  'give-back': '为什么不归本单位',
  assign: '为什么由它办',
  invite: '请它们做什么',
  opine: '办理情况',
  supervise: '督办要求',
}

/** Answers often given, offered to start from. */
export const cannedAnswers = {
  return: ['请补充近期的联系电话。', '请核对住址，补充到门牌号。', '请补充希望办理的日期。'],
  close: ['已为您安排好，请按约定时间前往。', '已办好，如还有问题请再提交申请。', '已电话联系您说明情况。'],
  confirm: ['已为您登记，接下来的安排会告诉您。', '已为您登记，请按所选时间前往。'],
  approve: ['请按约定时间前来，带上身份证。'],
  opine: ['已现场处理。', '已与居民电话联系。'],
  transfer: ['按职责划分由您单位办理。'],
  'give-back': ['不属于本单位职责。'],
  supervise: ['请今天与居民联系，三个工作日内办结。', '请说明没有按期办结的原因。'],
} as const
