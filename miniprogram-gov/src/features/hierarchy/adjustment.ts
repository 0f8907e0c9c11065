import type { OperationBody, PlaceWithLineageReply } from '@zmht/shared/contract'
import { type Level, type OperationKind, shortName } from '@zmht/shared/geo'
import type { PathStep } from '@zmht/shared/ui'
import { isAtOrBelow } from './words'

/** A new place of a split, with the children it takes over. */
export interface SplitPart {
  readonly name: string
  readonly code: string
  readonly children: readonly PathStep[]
}

/** What is filled in for an adjustment; what a kind does not ask stays as it is. */
export interface Adjustment {
  readonly name: string
  readonly code: string
  readonly target: readonly PathStep[] | undefined
  readonly parts: readonly SplitPart[]
  readonly into: readonly (readonly PathStep[])[]
  readonly date: string
  readonly reason: string
  readonly document: string
}

export const emptyPart: SplitPart = { name: '', code: '', children: [] }

export function startAdjustment(place: Pick<PlaceWithLineageReply, 'name'>, today: string): Adjustment {
  return {
    name: place.name,
    code: '',
    target: undefined,
    parts: [emptyPart],
    into: [],
    date: today,
    reason: '',
    document: '',
  }
}

export type AdjustmentField = 'name' | 'code' | 'target' | 'parts' | 'into' | 'date' | 'reason'

/** The levels a place may move under: the highest and the lowest. */
export function levelsAbove(level: Level): { readonly from: Level; readonly until: Level } {
  switch (level) {
    case 'door':
      return { from: 'building', until: 'unit' }
    case 'unit':
      return { from: 'building', until: 'building' }
    case 'building':
      return { from: 'community', until: 'compound' }
    case 'compound':
      return { from: 'community', until: 'community' }
    case 'community':
      return { from: 'district', until: 'subdistrict' }
    case 'subdistrict':
      return { from: 'city', until: 'district' }
    case 'district':
      return { from: 'province', until: 'city' }
    case 'city':
    case 'province':
      return { from: 'province', until: 'province' }
  }
}

const codeOk = (code: string) => code === '' || /^\d{12}$/.test(code)

/** What is missing or wrong, field by field, as sentences; empty when the consequences can be asked for. */
export function adjustmentProblems(
  kind: OperationKind,
  place: Pick<PlaceWithLineageReply, 'name' | 'hasChildren' | 'level'>,
  given: Adjustment,
): Partial<Readonly<Record<AdjustmentField, string>>> {
  const problems: Partial<Record<AdjustmentField, string>> = {}
  if (given.reason.trim() === '') problems.reason = '请写明原因'
  if (given.date === '') problems.date = '请选择日期'
  if (!codeOk(given.code.trim())) problems.code = '区划代码是 12 位数字'
  switch (kind) {
    case 'rename':
      if (given.name.trim() === '') problems.name = '请填写新名称'
      else if (given.name.trim() === place.name && given.code.trim() === '') problems.name = '名称没有变化'
      break
    case 'move':
      if (given.target === undefined) problems.target = '请选择新的上级'
      break
    case 'merge':
      if (given.target === undefined) problems.target = '请选择并入哪里'
      break
    case 'split':
      if (given.parts.some(({ name }) => name.trim() === '')) problems.parts = '请填写每个新地点的名称'
      else if (given.parts.some(({ children }) => children.length === 0)) problems.parts = '请给每个新地点选择下级'
      else if (!given.parts.every(({ code }) => codeOk(code.trim()))) problems.parts = '区划代码是 12 位数字'
      break
    case 'abolish':
      if (place.hasChildren && given.into.length !== 1) {
        problems.into = '里面还有下级，请选一个后继地点，下级会随之划入'
      }
      break
  }
  return problems
}

/** @returns the operation to send; undefined while something it cannot do without is missing. */
export function operationBody(kind: OperationKind, given: Adjustment): OperationBody | undefined {
  const facts = {
    date: given.date,
    reason: given.reason.trim(),
    ...(given.document.trim() === '' ? {} : { document: given.document.trim() }),
  }
  const code = given.code.trim() === '' ? {} : { code: given.code.trim() }
  const target = given.target?.at(-1)
  switch (kind) {
    case 'rename':
      return { kind, ...facts, name: given.name.trim(), ...code }
    case 'move':
      return target === undefined ? undefined : { kind, ...facts, to: target.id, ...code }
    case 'merge':
      return target === undefined ? undefined : { kind, ...facts, into: target.id }
    case 'split':
      return {
        kind,
        ...facts,
        parts: given.parts.map(({ name, code: own, children }) => ({
          name: name.trim(),
          ...(own.trim() === '' ? {} : { code: own.trim() }),
          children: children.map(({ id }) => id),
        })),
      }
    case 'abolish':
      return { kind, ...facts, into: given.into.flatMap((way) => way.at(-1)?.id ?? []) }
  }
}

/** The one sentence an official agrees to. */
export function confirmationWords(
  kind: OperationKind,
  place: Pick<PlaceWithLineageReply, 'name' | 'level'>,
  given: Adjustment,
  inside: string,
): string {
  const name = shortName(place)
  const target = given.target?.at(-1)
  const to = target === undefined ? '' : shortName(target)
  const along = inside === '' ? '' : `，里面的 ${inside} 一起`
  switch (kind) {
    case 'rename':
      return `「${name}」改称「${given.name.trim()}」，原名称仍能查到。`
    case 'move':
      return `「${name}」划归「${to}」${along}划归：负责的单位、居民看到的服务、统计和台账都按新的归属。`
    case 'merge':
      return `「${name}」并入「${to}」${along}并入，「${name}」不再使用，原名称仍能查到。`
    case 'split':
      return `从「${name}」划出 ${given.parts.map((part) => `「${part.name.trim()}」（${part.children.length} 个下级）`).join('、')}，里面的一切跟着走。`
    case 'abolish': {
      const into = given.into.flatMap((way) => way.at(-1) ?? []).map((one) => `「${shortName(one)}」`)
      return into.length === 0
        ? `撤销「${name}」，以后不再使用，原名称仍能查到。`
        : `撤销「${name}」${along}划入${into.join('、')}。`
    }
  }
}

/** Codes are given to divisions only. */
export const hasCode = (level: Level): boolean => !isAtOrBelow(level, 'compound')
