import type { Form } from '../controls/form'
import type { Knowledge } from '../knowledge/system'
import type { Grid } from './grid'
import { findHeadings } from './headings'
import { type MatchedColumn, type ProposedLedger, proposeForm, type SheetProblem } from './propose'
import { type Carried, isXlsForm, readXlsForm } from './xlsform/read'

/** What a workbook became. `form` is absent when it was refused: the problems say why. */
export interface FromWorkbook {
  readonly source: 'sheet' | 'xlsform'
  readonly title: string
  readonly form?: Form
  readonly ledger?: ProposedLedger
  readonly problems: readonly SheetProblem[]
  readonly matched: readonly MatchedColumn[]
  /** For an XLSForm: how much was carried over. */
  readonly counts?: Readonly<Record<'questions' | 'choices' | 'relevance' | 'constraints', Carried>>
}

/** Makes a form of a workbook: of its questions when it is an XLSForm, else of the headings of its fullest sheet. */
export function formFromWorkbook(knowledge: Knowledge, grids: readonly Grid[]): FromWorkbook {
  if (isXlsForm(grids)) {
    const reading = readXlsForm(knowledge, grids)
    if (!reading.ok) return { source: 'xlsform', title: '', problems: reading.problems, matched: [] }
    const { title, form, problems, counts } = reading.read
    return { source: 'xlsform', title, form, problems, matched: [], counts }
  }
  const [best] = grids
    .map((grid, order) => ({ grid, order, width: findHeadings(grid).headings.length }))
    .sort((one, other) => other.width - one.width || one.order - other.order)
  if (!best || best.width === 0) {
    return {
      source: 'sheet',
      title: '',
      matched: [],
      problems: [{ message: '工作簿里没有带表头的表，请在第一行写上各列的名称' }],
    }
  }
  const { form, ledger, problems, matched } = proposeForm(knowledge, best.grid)
  const others = grids.filter((one) => one !== best.grid && one.rows.length > 0).map(({ name }) => name)
  return {
    source: 'sheet',
    title: ledger.name,
    form,
    ledger,
    matched,
    problems: [
      ...(others.length > 0 ? [{ message: `只看了工作表“${best.grid.name}”，没有看：${others.join('、')}` }] : []),
      ...problems,
    ],
  }
}
