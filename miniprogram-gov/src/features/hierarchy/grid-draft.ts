import type { GridBody, GridReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { PathStep } from '@zmht/shared/ui'

export interface WorkerDraft {
  readonly official: string
  readonly name: string
  readonly title: string
  readonly from: string
  /** Empty: until further notice. */
  readonly to: string
  readonly substitute: boolean
}

export interface GridDraft {
  readonly name: string
  readonly places: readonly PathStep[]
  readonly workers: readonly WorkerDraft[]
  readonly from: string
  readonly to: string
}

export const emptyGrid = (today: string): GridDraft => ({ name: '', places: [], workers: [], from: today, to: '' })

export function draftOf(grid: GridReply): GridDraft {
  return {
    name: grid.name,
    places: grid.places.map(({ id, name, level }) => ({ id, name, level })),
    workers: grid.workers.map(({ official, name, title, from, to, substitute }) => ({
      official,
      name,
      title,
      from,
      to: to ?? '',
      substitute,
    })),
    from: grid.from,
    to: grid.to ?? '',
  }
}

export type GridProblems = Partial<Readonly<Record<'name' | 'places' | 'workers' | 'from' | 'to', string>>>

/** What is missing or wrong, as sentences; empty when it can be saved. */
export function gridProblems(draft: GridDraft): GridProblems {
  const problems: { -readonly [K in keyof GridProblems]: GridProblems[K] } = {}
  if (draft.name.trim() === '') problems.name = '请填写网格名称'
  if (draft.places.length === 0) problems.places = '请选择网格包含的地点'
  if (draft.from === '') problems.from = '请选择开始的日期'
  if (draft.to !== '' && draft.to < draft.from) problems.to = '结束不能早于开始'
  if (draft.workers.some(({ from, to }) => from === '' || (to !== '' && to < from))) {
    problems.workers = '请核对网格员的日期：要有开始，结束不能早于开始'
  }
  return problems
}

export function gridBody(draft: GridDraft, within: PlaceId, edition: number): GridBody {
  return {
    name: draft.name.trim(),
    within,
    places: draft.places.map(({ id }) => id),
    workers: draft.workers.map(({ official, from, to, substitute }) => ({
      official,
      from,
      ...(to === '' ? {} : { to }),
      substitute,
    })),
    from: draft.from,
    ...(draft.to === '' ? {} : { to: draft.to }),
    edition,
  }
}
