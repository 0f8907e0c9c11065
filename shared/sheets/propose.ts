import { checkForm } from '../controls/check-form'
import { controlDefaults } from '../controls/control-for'
import type { Control, Form } from '../controls/form'
import { isComputed } from '../knowledge/derive'
import { wordsOf } from '../knowledge/search'
import type { Knowledge } from '../knowledge/system'
import type { AttributeCode, EntityKind } from '../knowledge/types'
import { isCounting } from './bookkeeping'
import type { Grid } from './grid'
import { findHeadings, type Headed } from './headings'
import { matchSheet, type SheetMatch } from './match'
import { ownQuestion } from './own-question'
import type { ColumnMatch } from './settle'
import { type Cast, castFor } from './subjects'
import { vocabularyOf } from './vocabulary'

/** One thing a clerk should know or decide. */
export interface SheetProblem {
  readonly sheet?: string
  /** From 1, as spreadsheets count. */
  readonly row?: number
  readonly column?: number
  readonly control?: string
  readonly message: string
}

export type MatchedColumn = ColumnMatch & {
  /** The subject of the form it is asked of. */
  readonly subject?: string
  /** The control it became; absent: not asked. */
  readonly control?: string
}

/** A ledger with a column for each attribute of what the rows are. */
export interface ProposedLedger {
  readonly name: string
  readonly kind: EntityKind
  readonly subtypes: readonly string[]
  readonly columns: readonly AttributeCode[]
}

export interface Proposal {
  readonly form: Form
  readonly ledger: ProposedLedger
  readonly problems: readonly SheetProblem[]
  readonly matched: readonly MatchedColumn[]
}

const mostColumns = 380

/** Proposes a form and a ledger for a sheet somebody already uses. Nothing is lost: what no attribute means becomes an own question. */
export function proposeForm(knowledge: Knowledge, grid: Grid): Proposal {
  const headed = findHeadings(grid)
  const match = matchSheet(vocabularyOf(knowledge), headed)
  const builder = formBuilder(knowledge, match)
  const matched = match.columns.map((column, at) => builder.add(column, match.seen[at]))
  const form: Form = { knowledge: knowledge.version, subjects: builder.cast.subjects, controls: builder.controls() }
  const problems: SheetProblem[] = [
    ...(headed.headings.length === 0 ? [{ sheet: grid.name, message: '没有找到表头，请在第一行写上各列的名称' }] : []),
    ...(headed.headings.length > mostColumns
      ? [{ sheet: grid.name, message: `列太多，只看了前${mostColumns}列` }]
      : []),
    ...builder.problems,
    ...(headed.headings.length === 0 ? [] : checkForm(knowledge, form)),
  ]
  return { form, ledger: ledgerOf(match, headed, grid), problems, matched }
}

function ledgerOf(match: SheetMatch, headed: Headed, grid: Grid): ProposedLedger {
  return {
    name: headed.title || grid.name,
    kind: match.kind,
    subtypes: [...match.subtypes],
    columns: [
      ...new Set(
        match.columns.flatMap(({ attribute, reach, confidence }) =>
          confidence === 'right' && attribute?.startsWith(`${match.kind}.`) && !reach ? [attribute] : [],
        ),
      ),
    ],
  }
}

function formBuilder(knowledge: Knowledge, match: SheetMatch) {
  const aboutChildren = match.kind === 'person' && isAboutChildren(match)
  const cast = castFor(knowledge, match.kind, aboutChildren)
  const controls: Control[] = []
  const problems: SheetProblem[] = []
  const nextId = () => `k${controls.length + 1}`
  const asked = new Set(
    match.columns.flatMap((one) => (one.confidence === 'right' ? `${one.reach?.word ?? ''}/${one.attribute}` : [])),
  )

  function put(control: Control): Control {
    const twin = controls.find((one) => sameBinding(one, control))
    if (!twin) controls.push(control)
    return twin ?? control
  }

  function add(column: ColumnMatch, seen: SheetMatch['seen'][number] | undefined): MatchedColumn {
    if (isCounting(column.heading) || controls.length >= mostColumns) return column
    if (column.confidence === 'right') {
      const bound = column.relation === undefined ? attributeControl(column) : relationControl(column, column.relation)
      if (bound === 'follows') return column
      if (bound) return { ...column, control: bound.id, ...(bound.binding ? { subject: bound.binding.subject } : {}) }
    }
    const subject = cast.of(match.kind === 'place' ? 'event' : match.kind)
    const { kind, own } = ownQuestion(column.heading, seen)
    const control = put({
      id: nextId(),
      kind,
      label: column.heading,
      required: false,
      binding: { subject: subject.key, own },
    })
    return { ...column, control: control.id, subject: subject.key }
  }

  function attributeControl(column: ColumnMatch): Control | 'follows' | undefined {
    const attribute = knowledge.attribute(column.attribute ?? '')
    if (!attribute) return undefined
    // Sex and birth date are told by the ID number; they are not asked beside it.
    if (attribute.derivedFrom && asked.has(`${column.reach?.word ?? ''}/${attribute.derivedFrom}`)) return 'follows'
    const subject =
      typeof attribute.of === 'object'
        ? cast.by(attribute.of.relation)
        : column.reach
          ? cast.reached(column.reach)
          : cast.of(attribute.of)
    if (!subject) {
      problems.push({
        column: column.column + 1,
        message: `“${column.heading}”说的人在表单里不好关联，先作为本表的问题`,
      })
      return undefined
    }
    if (subject.kind === 'place') placeControl(cast, subject.key)
    const made = controlDefaults(attribute, subject.key, nextId())
    const label = column.heading.replace(/\s+/g, '')
    return put({ ...made, label, ...(isComputed(attribute.code) ? { kind: 'computed' as const } : {}) })
  }

  function relationControl(column: ColumnMatch, code: string): Control | undefined {
    const relation = knowledge.relationType(code)
    if (!relation) return undefined
    const source = column.reach ? cast.reached(column.reach) : cast.of(relation.from)
    if (!source) return undefined
    if (relation.from === 'place') placeControl(cast, source.key)
    if (relation.to === 'place' && relation.targets === 'many') {
      problems.push({
        column: column.column + 1,
        message: `“${column.heading}”可以有多处，不能由一个控件关联，先作为本表的问题`,
      })
      return put({
        id: nextId(),
        kind: 'place',
        label: column.heading,
        required: false,
        binding: { subject: source.key, own: { type: 'place' } },
      })
    }
    const kind = relation.to === 'place' ? ('place' as const) : ('entity' as const)
    return put({
      id: nextId(),
      kind,
      label: column.heading,
      required: false,
      binding: { subject: source.key, relation: code },
    })
  }

  /** A place is never made by a form: it is chosen. */
  function placeControl(of: Cast, key: string): void {
    const place = of.subjects.find((one) => one.key === key)
    if (place?.is.by !== 'relation') return
    put({
      id: nextId(),
      kind: 'place',
      label: place.name,
      required: false,
      binding: { subject: place.is.of, relation: place.is.relation },
    })
  }

  return { cast, add, problems, controls: () => controls }
}

const youngOnes = ['child', 'student']
const leastSigns = 4

/** The title says so, or several columns are asked of children only. */
function isAboutChildren(match: SheetMatch): boolean {
  if (youngOnes.some((one) => match.subtypes.has(one))) return true
  const signs = match.columns.filter(
    ({ confidence, attribute }) =>
      confidence === 'right' && wordsOf(attribute ?? '').subtypes.some((one) => youngOnes.includes(one)),
  )
  return signs.length >= leastSigns
}

function sameBinding({ binding: one }: Control, { binding: other }: Control): boolean {
  if (!one || !other || one.subject !== other.subject) return false
  if ('attribute' in one) return 'attribute' in other && one.attribute === other.attribute
  return 'relation' in one && 'relation' in other && one.relation === other.relation
}
