import type { GrantReply } from '@zmht/shared/contract'
import { type Sensitivity, sensitivities } from '@zmht/shared/knowledge'
import {
  type Action,
  actionNames,
  actions,
  type FieldAccess,
  type FieldRule,
  type ResourceKind,
  ranks,
  resourceKinds,
  roles,
} from '@zmht/shared/permission'
import type { Tone } from '@zmht/shared/ui'

export const sensitivityNames: Readonly<Record<Sensitivity, string>> = {
  open: '公开信息',
  internal: '内部信息',
  personal: '个人信息',
  sensitive: '敏感个人信息',
}

export const accessNames: Readonly<Record<FieldAccess, string>> = { full: '看原文', masked: '打码', none: '不显示' }

export const stateNames: Readonly<Record<GrantReply['state'], string>> = {
  'in-force': '生效中',
  proposed: '等待第二人确认',
  withdrawn: '已撤回',
}
export const stateTones: Readonly<Record<GrantReply['state'], Tone>> = {
  'in-force': 'accent',
  proposed: 'amber',
  withdrawn: 'quiet',
}

/** What an action is usually done to: asking about an action begins there. */
const kindOfSlice: Readonly<Record<string, ResourceKind>> = {
  hierarchy: 'place',
  directory: 'organisation',
  permission: 'grant',
  audit: 'audit',
  duty: 'duty',
  grid: 'grid',
  knowledge: 'entity',
  ledger: 'entity',
  channel: 'channel',
  request: 'request',
  work: 'request',
  statistics: 'statistics',
}
const sliceOf = (action: Action) => action.slice(0, action.indexOf('.'))
export const kindOfAction = (action: Action): ResourceKind => kindOfSlice[sliceOf(action)] ?? 'entity'

const groupNames: Readonly<Record<string, string>> = {
  hierarchy: '地理层级',
  directory: '通讯录与岗位',
  permission: '权限',
  audit: '审计',
  duty: '职责',
  grid: '网格',
  knowledge: '知识体系',
  ledger: '台账',
  channel: '服务',
  request: '诉求',
  work: '待办',
  statistics: '统计',
}

export interface ActionGroup {
  readonly slice: string
  readonly name: string
  readonly actions: readonly Action[]
}

/** All actions by what they belong to, in the order of the catalogue. */
export const actionGroups: readonly ActionGroup[] = [...new Set(actions.map(sliceOf))].map((slice) => ({
  slice,
  name: groupNames[slice] ?? slice,
  actions: actions.filter((action) => sliceOf(action) === slice),
}))

export const actionOptions = actions.map((value) => ({ value, label: actionNames[value] }))
export const kindCodes = Object.keys(resourceKinds) as [ResourceKind, ...ResourceKind[]] // the keys of the very object the type is of
export const kindOptions = kindCodes.map((value) => ({ value, label: resourceKinds[value] }))
export const roleOptions = Object.entries(roles).map(([value, label]) => ({ value, label }))
export const rankOptions = Object.entries(ranks).map(([value, label]) => ({ value, label }))
export const sensitivityOptions = sensitivities.map((value) => ({ value, label: sensitivityNames[value] }))
export const accessOptions = (['full', 'masked', 'none'] as const).map((value) => ({
  value,
  label: accessNames[value],
}))

/** The name of a code of a catalogue; a code that is no longer in it stands for itself. */
export const nameIn = (names: Readonly<Record<string, string>>, code: string): string => names[code] ?? code

/** 「个人信息打码，敏感个人信息不显示」; what is shown as it is goes without saying. */
export function fieldsWords(fields: FieldRule, only: readonly Sensitivity[] = sensitivities): string {
  const said = (['masked', 'none'] as const).flatMap((access) => {
    const of = only.filter((one) => fields[one] === access)
    if (of.length === 0) return []
    return [
      `${of.length === sensitivities.length ? '全部内容' : of.map((one) => sensitivityNames[one]).join('、')}${accessNames[access]}`,
    ]
  })
  return said.length === 0 ? '看原文' : said.join('，')
}
