import { checkForm } from '../../controls/check-form'
import type { Form, Subject } from '../../controls/form'
import type { Knowledge } from '../../knowledge/system'
import { cellOf, type Grid } from '../grid'
import type { SheetProblem } from '../propose'
import { type Answered, answeredBy } from './answers'
import { mediaNames, readChoices } from './choices'
import { controlsOf, textIn } from './controls'
import { mainLanguage } from './language'
import { rulesOf } from './rules'
import { type Item, readSurvey } from './survey'
import { columnOf, readTable, type Table } from './table'

/** How much there was of something, and how much of it was carried over. */
export interface Carried {
  readonly had: number
  readonly kept: number
}

export interface XlsForm {
  readonly title: string
  readonly form: Form
  readonly problems: readonly SheetProblem[]
  readonly counts: Readonly<Record<'questions' | 'choices' | 'relevance' | 'constraints', Carried>>
}

export type XlsFormReading =
  | { readonly ok: true; readonly read: XlsForm }
  | { readonly ok: false; readonly problems: readonly SheetProblem[] }

const sheetNamed = (grids: readonly Grid[], ...names: readonly string[]): Grid | undefined =>
  names.map((name) => grids.find((one) => one.name.trim().toLowerCase() === name)).find((one) => one !== undefined)

/** @returns whether a workbook is an XLSForm: it has a survey sheet, or the sheets that stand beside one */
export function isXlsForm(grids: readonly Grid[]): boolean {
  const all = unstacked(grids)
  if (sheetNamed(all, 'choices') && sheetNamed(all, 'settings')) return true
  const survey = sheetNamed(all, 'survey')
  return survey !== undefined && readTable(survey, 'type', []) !== undefined
}

/** A CSV holds all sheets in one, each below its name in the first column. */
function unstacked(grids: readonly Grid[]): readonly Grid[] {
  const [only, ...more] = grids
  if (!only || more.length > 0 || cellOf(only, 0, 0).toLowerCase() !== 'survey') return grids
  const found: { name: string; rows: (readonly string[])[] }[] = []
  for (const row of only.rows) {
    const name = (row[0] ?? '').trim()
    if (name !== '') found.push({ name, rows: [] })
    found.at(-1)?.rows.push(row.slice(1))
  }
  return found
}

/** Reads an XLSForm workbook as a form of questions of its own. */
export function readXlsForm(knowledge: Knowledge, grids: readonly Grid[]): XlsFormReading {
  const problems: SheetProblem[] = []
  const sheets = unstacked(grids)
  const surveySheet = sheetNamed(sheets, 'survey')
  if (!surveySheet)
    return refused({ message: `没有叫“survey”的工作表（有：${sheets.map(({ name }) => name).join('、')}）` })
  const table = readTable(surveySheet, 'type', problems)
  if (!table) return refused({ sheet: surveySheet.name, message: '工作表里没有叫“type”的列，不知道各题是什么题型' })
  if (table.rows.length === 0) return refused({ sheet: surveySheet.name, message: '工作表里没有题目' })
  const choicesSheet = sheetNamed(sheets, 'choices', 'columns', 'select_options')
  const settingsSheet = sheetNamed(sheets, 'settings')
  const settings = settingsSheet && readTable(settingsSheet, headingOf(settingsSheet), [])?.rows[0]
  const usual = settings?.get('default_language') ?? ''
  const choices = choicesSheet && readTable(choicesSheet, 'list_name', problems)
  if (choicesSheet && !choices)
    problems.push({ sheet: choicesSheet.name, message: '选项表里没有叫“list_name”的列，选项没有搬' })
  const lists = readChoices(choices, usual, problems)
  const language = mainLanguage(table.languages, usual)
  const survey = readSurvey(table, problems)
  const labelOf = (item: Item): string => textIn(item, 'label', language) || item.name
  const answered = new Map<Item, Answered>()
  for (const item of survey.items) if (item.type.is !== 'begin') answered.set(item, answeredBy(item, lists))
  const rules = rulesOf(survey, answered, lists, table.sheet, problems, labelOf)
  const repeats = survey.items.filter((item) => item.repeat === item)
  const subjectOf = (item: Item): string => (item.repeat ? `${item.repeat.id}-cards` : 'applicant')
  const { controls, kept } = controlsOf({
    survey,
    answered,
    rules,
    language,
    sheet: table.sheet,
    problems,
    subjectOf,
    labelOf,
  })
  noteMedia(table, problems)
  noteLooks(table, problems)
  const subjects: readonly Subject[] = [
    { key: 'applicant', kind: 'person', name: '填写人', is: { by: 'actor' } },
    ...repeats.map(
      (item): Subject => ({
        key: subjectOf(item),
        kind: 'event',
        name: labelOf(item),
        is: { by: 'own' },
        many: { min: 0, max: 20 },
      }),
    ),
  ]
  const form: Form = { knowledge: knowledge.version, subjects, controls }
  problems.push(...checkForm(knowledge, form))
  const used = new Set(
    controls.flatMap(({ binding }) => (binding && 'own' in binding ? [binding.own.items?.length ?? 0] : [])),
  )
  const all = [...lists.values()].reduce((count, list) => count + list.length, 0)
  return {
    ok: true,
    read: {
      title: settings?.get('form_title') || settings?.get('title') || surveySheet.name,
      form,
      problems,
      counts: {
        questions: { had: survey.asked, kept: kept.questions },
        choices: {
          had: choices?.rows.filter((row) => row.get('list_name') !== '').length ?? 0,
          kept: used.size === 0 ? 0 : all,
        },
        relevance: { had: countOf(table, 'relevant'), kept: kept.relevance },
        constraints: { had: countOf(table, 'constraint'), kept: kept.constraints },
      },
    },
  }
}

const refused = (problem: SheetProblem): XlsFormReading => ({ ok: false, problems: [problem] })

/** Settings have no column that is always there: the first one named is the heading row's. */
function headingOf(grid: Grid): string {
  const first = grid.rows.flat().find((cell) => cell.trim() !== '') ?? ''
  return columnOf(first).name
}

/** Rows that are no question have no rules that could be kept. */
function countOf(table: Table, column: string): number {
  return table.rows.filter((row) => row.get(column) !== '' && row.get('type') !== '').length
}

function noteMedia(table: Table, problems: SheetProblem[]): void {
  for (const [column, name] of Object.entries(mediaNames)) {
    const count = table.rows.filter((row) => row.get(column) !== '').length
    if (count > 0) problems.push({ sheet: table.sheet, message: `${count}道题所附的${name}没有搬` })
  }
  const guided = table.rows.filter((row) => row.get('guidance_hint') !== '').length
  if (guided > 0) problems.push({ sheet: table.sheet, message: `${guided}道题给调查员的提示（guidance_hint）没有搬` })
}

const carriedLooks = /^(field-list|table-list|multiline|month-year|signature|label|list-nolabel)$/

function noteLooks(table: Table, problems: SheetProblem[]): void {
  const looks = new Set(
    table.rows
      .flatMap((row) => row.get('appearance').split(/\s+(?![^(]*\))/))
      .filter((one) => one !== '' && !carriedLooks.test(one)),
  )
  if (looks.size > 0)
    problems.push({ sheet: table.sheet, message: `只影响外观的写法没有搬：${[...looks].slice(0, 20).join('、')}` })
}
