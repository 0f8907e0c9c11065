import type { ControlKind, OwnValue } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { type FromWorkbook, findHeadings, formFromWorkbook, type Grid } from '@zmht/shared/sheets'
import { ownQuestion } from '@zmht/shared/sheets/own-question'
import { sniff } from '@zmht/shared/sheets/sniff'

/** What a column looks like to whoever checks what it was taken for. */
export interface SeenColumn {
  /** From 0. */
  readonly column: number
  readonly samples: readonly string[]
  /** How it would be answered as a question of its own. */
  readonly kind: ControlKind
  readonly own: OwnValue
}

/** A workbook as a form, with what its columns hold. Plain data: it comes out of a worker. */
export interface OpenedWorkbook {
  readonly result: FromWorkbook
  readonly seen: readonly SeenColumn[]
}

const mostSamples = 3

export function openWorkbook(knowledge: Knowledge, grids: readonly Grid[]): OpenedWorkbook {
  const result = formFromWorkbook(knowledge, grids)
  if (result.source === 'xlsform') return { result, seen: [] }
  const { headings, rows } = fullest(grids)
  const seen = headings.map(({ column, heading }): SeenColumn => {
    const values = rows.map((row) => row[column] ?? '')
    const samples = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))]
    return { column, samples: samples.slice(0, mostSamples), ...ownQuestion(heading, sniff(values)) }
  })
  return { result, seen }
}

/** The sheet that is read: the one with most headings, the first of such. */
function fullest(grids: readonly Grid[]) {
  const all = grids.map(findHeadings)
  return all.reduce(
    (best, one) => (one.headings.length > best.headings.length ? one : best),
    all[0] ?? { headings: [], rows: [] },
  )
}
