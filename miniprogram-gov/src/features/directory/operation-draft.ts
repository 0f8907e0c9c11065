import { mintOfficialId, mintOperationId, type PersonnelBody } from '@zmht/shared/contract'
import type { HoldingKind } from '@zmht/shared/permission'

/** What is done for somebody from their page, each by a short form. */
export const operateKinds = ['appoint', 'transfer', 'promote', 'absence', 'return', 'leave-post'] as const
export type OperateKind = (typeof operateKinds)[number]

export const operateNames: Readonly<Record<OperateKind, string>> = {
  appoint: '任职',
  transfer: '调动',
  promote: '晋升',
  absence: '休假',
  return: '销假',
  'leave-post': '离任',
}

export const operateHints: Readonly<Record<OperateKind, string>> = {
  appoint: '加任一个岗位，原来的岗位不变',
  transfer: '从现在的岗位调到另一个岗位',
  promote: '从现在的岗位升到更高的岗位',
  absence: '离开一段时间，可以请人代理',
  return: '提前回来上班，代理同时结束',
  'leave-post': '离任一个岗位，或离职、退休',
}

interface Named {
  readonly id: string
  readonly name: string
}

/** A post as it was chosen, with what it gives. */
export interface ChosenPost {
  readonly id: string
  readonly title: string
  readonly organisation: Named
  readonly roles: readonly string[]
  /** Names of the places its organisation manages. */
  readonly places: readonly string[]
}

/** What is filled in. The ids are made once for a draft: sent twice, it is one operation on one person. */
export interface OperationDraft {
  readonly operationId: string
  /** The id of somebody new. */
  readonly newcomerId: string
  /** Whether somebody new is appointed. */
  readonly newcomer: boolean
  readonly person?: Named
  readonly name: string
  readonly phone: string
  /** The id of the post that is left; `all` for every post. */
  readonly from?: string
  readonly to?: ChosenPost
  readonly as: HoldingKind
  readonly date: string
  readonly until: string
  readonly successor?: Named
  readonly reason: string
}

export type OperationField = 'person' | 'name' | 'phone' | 'from' | 'to' | 'date' | 'until' | 'reason'
export type OperationProblems = Partial<Readonly<Record<OperationField, string>>>

export const startOperation = (today: string, given: Partial<OperationDraft>): OperationDraft => ({
  operationId: mintOperationId(),
  newcomerId: mintOfficialId(),
  newcomer: false,
  name: '',
  phone: '',
  as: 'holder',
  date: today,
  until: '',
  reason: '',
  ...given,
})

const movesAway = (kind: OperateKind) => kind === 'transfer' || kind === 'promote'

/** What is missing or wrong, by field; nothing when it can be sent. */
export function operationProblems(kind: OperateKind, draft: OperationDraft): OperationProblems {
  const problems: Partial<Record<OperationField, string>> = {}
  if (kind === 'appoint' && draft.newcomer) {
    if (draft.name.trim() === '') problems.name = '请填写姓名'
    if (!/^1[3-9]\d{9}$/.test(draft.phone.trim())) problems.phone = '请填写 11 位手机号'
  } else if (draft.person === undefined) problems.person = '请选择人员'
  if ((movesAway(kind) || kind === 'leave-post') && draft.from === undefined) problems.from = '请选择离开的岗位'
  if (movesAway(kind) || kind === 'appoint') {
    if (draft.to === undefined) problems.to = '请选择岗位'
    else if (draft.to.id === draft.from) problems.to = '新岗位和现在的岗位是同一个'
  }
  if (draft.date === '') problems.date = '请选择日期'
  if (kind === 'absence' && draft.until === '') problems.until = '请选择哪天回来上班'
  if (kind === 'appoint' && draft.as === 'acting' && draft.until === '') problems.until = '代理要写明到哪一天为止'
  if ((kind === 'absence' || kind === 'appoint') && draft.until !== '' && draft.until <= draft.date) {
    problems.until = kind === 'absence' ? '回来的日子要在休假开始之后' : '结束的日子要在任职开始之后'
  }
  if (draft.reason.trim() === '') problems.reason = '请写明原因'
  return problems
}

/** Whom it is about. */
export const officialIn = (kind: OperateKind, draft: OperationDraft): string =>
  kind === 'appoint' && draft.newcomer ? draft.newcomerId : (draft.person?.id ?? '')

/** What is sent; nothing while something is missing. */
export function operationBody(kind: OperateKind, draft: OperationDraft): PersonnelBody | undefined {
  if (Object.keys(operationProblems(kind, draft)).length > 0) return undefined
  const { date, from, to, until } = draft
  const reason = draft.reason.trim()
  const successor = draft.successor === undefined ? {} : { successor: draft.successor.id }
  switch (kind) {
    case 'appoint':
      if (to === undefined) return undefined
      return {
        kind,
        post: to.id,
        as: draft.as,
        date,
        ...(until === '' ? {} : { until }),
        ...(draft.newcomer ? { person: { name: draft.name.trim(), phone: draft.phone.trim() } } : {}),
        reason,
      }
    case 'transfer':
    case 'promote':
      return from === undefined || to === undefined ? undefined : { kind, from, to: to.id, date, ...successor, reason }
    case 'leave-post':
      return { kind, ...(from === undefined || from === 'all' ? {} : { post: from }), date, ...successor, reason }
    case 'absence':
      return {
        kind,
        date,
        until,
        ...(draft.successor === undefined ? {} : { substitute: draft.successor.id }),
        reason,
      }
    case 'return':
      return { kind, date, reason }
  }
}
