import type { MintPattern } from '@zmht/shared/contract'

/** The pattern as it is typed. */
export interface PatternDraft {
  readonly from: string
  readonly to: string
  readonly skip: string
  readonly suffix: MintPattern['suffix']
  readonly units: string
  readonly floors: string
  readonly firstFloor: string
  readonly doors: string
}

export const startPattern: PatternDraft = {
  from: '1',
  to: '',
  skip: '',
  suffix: '号楼',
  units: '',
  floors: '',
  firstFloor: '1',
  doors: '',
}

export type PatternField = keyof PatternDraft

const wholeNumber = (text: string): number | undefined => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined)

/** @returns the pattern once everything is a number within its bounds, otherwise what is wrong where. */
export function readPattern(
  draft: PatternDraft,
):
  | { readonly ok: true; readonly pattern: MintPattern }
  | { readonly ok: false; readonly wrong: Partial<Readonly<Record<PatternField, string>>> } {
  const wrong: Partial<Record<PatternField, string>> = {}
  const read = (field: PatternField, least: number, most: number, what: string): number => {
    const number = wholeNumber(draft[field])
    if (number === undefined || number < least || number > most) {
      wrong[field] = `${what}应为 ${least} 到 ${most} 的数字`
      return least
    }
    return number
  }
  const from = read('from', 1, 999, '起始楼号')
  const to = read('to', 1, 999, '末尾楼号')
  if (wrong.from === undefined && wrong.to === undefined && to < from) wrong.to = '末尾楼号不能小于起始楼号'
  const units = read('units', 0, 20, '单元数')
  const floors = read('floors', 0, 120, '楼层数')
  const firstFloor = read('firstFloor', 1, 20, '首层')
  const doors = read('doors', 0, 40, '每层户数')
  const skipped = draft.skip.split(/[\s,，、;；]+/).filter((word) => word !== '')
  const skip = skipped.map(wholeNumber)
  if (skip.some((number) => number === undefined)) wrong.skip = '请填写数字，用逗号隔开，如 4，14'
  if (skip.length > 100) wrong.skip = '最多跳过 100 个号'
  if (Object.keys(wrong).length > 0) return { ok: false, wrong }
  const left = skip.filter((number) => number !== undefined)
  return {
    ok: true,
    pattern: {
      by: 'pattern',
      buildings: { from, to },
      ...(left.length === 0 ? {} : { skip: left }),
      suffix: draft.suffix,
      units,
      floors,
      ...(firstFloor === 1 ? {} : { firstFloor }),
      doors,
    },
  }
}

/** Names typed one a line, each once. */
export function readNames(text: string): readonly string[] {
  return [...new Set(text.split(/\n|，|、/).map((name) => name.trim()))].filter((name) => name !== '')
}
