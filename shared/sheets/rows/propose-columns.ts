import { isComputed } from '../../knowledge/derive'
import type { Knowledge } from '../../knowledge/system'
import type { LedgerContent } from '../../ledgers/ledger'
import { nameOfColumn } from '../../ledgers/say'
import { isCounting } from '../bookkeeping'
import type { Headed } from '../headings'
import { matchSheet } from '../match'
import type { Candidate, ColumnMatch } from '../settle'
import { vocabularyOf } from '../vocabulary'
import {
  attributeMeaning,
  type ColumnMeaning,
  canBeWritten,
  isSameMeaning,
  meaningOfColumn,
  nothing,
  place,
  placeLabel,
  placingRelation,
  type SheetColumn,
} from './meaning'

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()（）:：*＊]/g, '')
    .toLowerCase()

/** @returns what each column of a sheet is taken for in a ledger: a column of the ledger first, else any attribute of the kind, else nothing */
export function proposeColumns(content: LedgerContent, knowledge: Knowledge, headed: Headed): readonly SheetColumn[] {
  const { columns } = matchSheet(vocabularyOf(knowledge), headed)
  const proposed = columns.map((match) => proposeOne(content, knowledge, match))
  return proposed.map((one, at) => withoutTwin(one, proposed.slice(0, at)))
}

function proposeOne(content: LedgerContent, knowledge: Knowledge, match: ColumnMatch): SheetColumn {
  const candidates = match.candidates.flatMap((candidate) => {
    const as = meaningOf(content, knowledge, candidate)
    if (as.of === 'nothing') return []
    return [{ as, label: labelOf(content, knowledge, as), score: candidate.score }]
  })
  const base = { column: match.column, heading: match.heading, candidates }
  if (isCounting(match.heading)) return { ...base, as: nothing, confidence: 'none', why: '只是序号，不用导入' }
  const own = namedLike(content, knowledge, match.heading)
  if (own !== undefined) return { ...base, as: own.as, confidence: 'right', why: `和台账的“${own.label}”同名` }
  if (match.confidence === 'right') {
    if (match.reach !== undefined)
      return { ...base, as: nothing, confidence: 'none', why: `说的是“${match.reach.word}”，不是这一行本身，不导入` }
    const as = meaningOf(content, knowledge, match)
    if (as.of !== 'nothing') return { ...base, as, confidence: 'right', why: match.evidence }
    return { ...base, as: nothing, confidence: 'none', why: whyNot(knowledge, match) }
  }
  const likely = candidates.find(({ as }) => isOwn(content, knowledge, as))
  if (match.confidence === 'unsure' && likely !== undefined)
    return { ...base, as: likely.as, confidence: 'unsure', why: match.evidence }
  return { ...base, as: nothing, confidence: match.confidence, why: match.evidence }
}

function whyNot(knowledge: Knowledge, { attribute, relation }: ColumnMatch): string {
  if (attribute !== undefined && isComputed(attribute)) return '由出生日期算出来，不用导入'
  const name = knowledge.attribute(attribute ?? '')?.name ?? knowledge.relationType(relation ?? '')?.name
  return name === undefined ? '本台账不登记这项内容' : `说的是“${name}”，本台账不登记这项内容`
}

/** A column of the ledger whose name, or the name of whose attribute, is the heading. */
function namedLike(content: LedgerContent, knowledge: Knowledge, heading: string) {
  for (const column of content.columns) {
    const as = meaningOfColumn(column, content, knowledge)
    if (as.of === 'nothing') continue
    const names = [
      nameOfColumn(column, knowledge),
      ...(column.of === 'attribute' ? [knowledge.attribute(column.attribute)?.name ?? ''] : []),
    ]
    const label = names.find((name) => name !== '' && plain(name) === plain(heading))
    if (label !== undefined) return { as, label }
  }
  return undefined
}

const isOwn = (content: LedgerContent, knowledge: Knowledge, as: ColumnMeaning): boolean =>
  as.of === 'place' || content.columns.some((column) => isSameMeaning(meaningOfColumn(column, content, knowledge), as))

function meaningOf(
  { kind }: LedgerContent,
  knowledge: Knowledge,
  { attribute, relation, reach }: Pick<Candidate, 'attribute' | 'relation' | 'reach'>,
): ColumnMeaning {
  if (reach !== undefined) return nothing
  if (attribute !== undefined)
    return canBeWritten(knowledge.attribute(attribute), kind) ? attributeMeaning(attribute) : nothing
  const placing = placingRelation[kind]
  return relation !== undefined && (relation === placing || (kind === 'place' && relation === 'within'))
    ? place
    : nothing
}

function labelOf({ kind }: LedgerContent, knowledge: Knowledge, as: ColumnMeaning): string {
  if (as.of === 'place') return placeLabel(kind)
  return as.of === 'attribute' ? (knowledge.attribute(as.attribute)?.name ?? '') : '不导入'
}

/** A fact is said by one column; several columns may make one address. */
function withoutTwin(one: SheetColumn, before: readonly SheetColumn[]): SheetColumn {
  if (one.as.of !== 'attribute') return one
  const twin = before.find(({ as }) => isSameMeaning(as, one.as))
  if (twin === undefined) return one
  return { ...one, as: nothing, confidence: 'unsure', why: `“${twin.heading}”一列也是这项内容，请看看用哪一列` }
}
