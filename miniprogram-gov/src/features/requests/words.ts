import type { RequestReply } from '@zmht/shared/contract'
import type { RequestState } from '@zmht/shared/rules'
import type { Tone } from '@zmht/shared/ui'

/** What an official reads of a state; what a resident reads (`requestStateNames`) speaks to the resident. */
export const stateWords: Readonly<Record<RequestState, string>> = {
  submitted: '待确认',
  claimed: '办理中',
  returned: '等居民补充',
  confirmed: '已确认，待办结',
  closed: '已办结',
  withdrawn: '居民已撤回',
  withheld: '内容未通过审核',
}

/** The same in two or three characters, for columns of counts. */
export const stateHeads: Readonly<Record<RequestState, string>> = {
  submitted: '待确认',
  claimed: '办理中',
  returned: '待补充',
  confirmed: '已确认',
  closed: '已办结',
  withdrawn: '已撤回',
  withheld: '未通过',
}

export const stateTones: Readonly<Record<RequestState, Tone>> = {
  submitted: 'accent',
  claimed: 'accent',
  returned: 'amber',
  confirmed: 'accent',
  closed: 'quiet',
  withdrawn: 'quiet',
  withheld: 'amber',
}

type StepAction = RequestReply['steps'][number]['action']

/** What happened, as an official reads it. */
export const stepWords: Readonly<Record<StepAction, string>> = {
  submit: '居民提交了申请',
  claim: '接手办理',
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
}

/** Whose step it is when the server speaks to the resident. */
export const byResident: readonly StepAction[] = ['submit', 'add', 'withdraw', 'rate']

/** Answers often given, offered to start from. */
export const cannedAnswers = {
  return: ['请补充近期的联系电话。', '请核对住址，补充到门牌号。', '请补充希望办理的日期。'],
  close: ['已为您安排好，请按约定时间前往。', '已办好，如还有问题请再提交申请。', '已电话联系您说明情况。'],
  confirm: ['已为您登记，请按所选时间前往。'],
} as const
