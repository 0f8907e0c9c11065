import type { FoundGroupKind, FoundKind, FoundReason, FoundReply } from '@zmht/shared/contract'
import { applicationStateNames, channelStateNames, taskStateNames } from '@zmht/shared/rules'
import type { IconName } from '@zmht/shared/ui'

import { stateWords } from '../requests/words'
import { dayWords } from '../tasks/words'

export const groupWords: Readonly<Record<FoundGroupKind, string>> = {
  people: '人',
  places: '地点',
  organisations: '单位',
  things: '物品',
  applications: '应用',
  services: '服务',
  requests: '诉求',
  tasks: '任务',
}

const kindWords: Readonly<Record<FoundKind, string>> = {
  person: '居民',
  official: '工作人员',
  place: '地点',
  organisation: '通讯录单位',
  unit: '台账单位',
  thing: '物品',
  application: '应用',
  service: '服务',
  request: '诉求',
  task: '任务',
}

export const kindIcons: Readonly<Record<FoundKind, IconName>> = {
  person: 'person',
  official: 'phone',
  place: 'place',
  organisation: 'family',
  unit: 'ledger',
  thing: 'document',
  application: 'services',
  service: 'channel',
  request: 'message',
  task: 'task',
}

const reasonWords: Readonly<Record<FoundReason, string>> = {
  name: '名称',
  initials: '拼音',
  phone: '电话尾号',
  number: '证件号尾号',
  plate: '车牌',
  door: '楼号门牌',
  address: '地址',
  post: '岗位',
  'request-number': '编号',
  requester: '申请人',
}

/** What is looked up in the words a state has. */
const words = (names: Readonly<Record<string, string>>, state: string): string => names[state] ?? ''

function stateOf({ kind, state }: FoundReply): string {
  if (state === undefined) return ''
  if (kind === 'application') return words(applicationStateNames, state)
  if (kind === 'service') return words(channelStateNames, state)
  return kind === 'request' ? words(stateWords, state) : words(taskStateNames, state)
}

/** 「居民 · 花家地北里 3号楼」: what it is, how it stands, where. */
export function detailOf(found: FoundReply): string {
  const where = found.kind === 'task' ? `${dayWords(found.where)}前完成` : found.where
  return [kindWords[found.kind], stateOf(found), where].filter((part) => part !== '').join(' · ')
}

/** 「电话尾号」 */
export const reasonOf = ({ by }: FoundReply): string => reasonWords[by]

/** What can be typed, where nothing was found or nothing is typed yet. */
export const whatToType =
  '可以输入姓名、名称里的字、拼音首字母、手机号或证件号后四位、车牌号、3-501 这样的楼号和门牌号，或诉求编号。'
