import type { EntityPatch } from '../../controls/form'
import { factsFollowing } from '../../knowledge/derive'
import { showValue } from '../../knowledge/display'
import type { Knowledge } from '../../knowledge/system'
import type { AttributeCode, EntityKind, Value } from '../../knowledge/types'
import { sameValue } from '../../knowledge/values'
import type { SheetColumn } from './meaning'
import { readCell, saysNothing } from './read-cell'

/** Why a row is not taken in. `group`: the reason without the row's own content, so that equal ones can be counted. */
export interface RowProblem {
  /** From 0: where it is one cell's fault. */
  readonly column?: number
  readonly group: string
  readonly message: string
}

/** What a row of a sheet says. */
export interface ReadRow {
  readonly facts: EntityPatch['facts']
  /** What its place columns say together; blank: nothing. */
  readonly address: string
  readonly problems: readonly RowProblem[]
}

/** @returns the facts a row says of one entity of a kind, and where it is, or what is wrong cell by cell */
export function readRow(
  knowledge: Knowledge,
  kind: EntityKind,
  columns: readonly SheetColumn[],
  cells: readonly string[],
): ReadRow {
  const facts: { attribute: AttributeCode; value: Value; column: number }[] = []
  const problems: RowProblem[] = []
  for (const { column, as } of columns) {
    const text = cells[column] ?? ''
    const what = as.of === 'attribute' ? knowledge.attribute(as.attribute) : undefined
    if (what === undefined || saysNothing(text)) continue
    const reading = readCell(what, text)
    if (reading.ok) facts.push({ attribute: what.code, value: reading.value, column })
    else problems.push({ column, group: `${what.name}：${reading.group}`, message: `${what.name}：${reading.message}` })
  }
  const said: Fact[] = facts.map(({ attribute, value }) => ({ attribute, value }))
  for (const { attribute, value } of facts) {
    const name = knowledge.attribute(attribute)?.name ?? ''
    for (const follows of factsFollowing(attribute, value)) {
      const written = facts.find((one) => one.attribute === follows.attribute)
      if (written === undefined) said.push(follows)
      else if (!sameValue(written.value, follows.value))
        problems.push(contradiction(knowledge, name, { ...follows, column: written.column }))
    }
  }
  if (problems.length === 0 && isNameless(knowledge, kind, said))
    problems.push({ group: '没有名称', message: namelessWords[kind] ?? '这一行没有可以导入的内容' })
  return { facts: said, address: addressOf(columns, cells), problems }
}

type Fact = EntityPatch['facts'][number]

function contradiction(
  knowledge: Knowledge,
  from: string,
  { attribute, value, column }: Fact & { readonly column: number },
): RowProblem {
  const what = knowledge.attribute(attribute)
  const name = what?.name ?? ''
  const told = what === undefined ? String(value) : showValue(what, value)
  return {
    column,
    group: `${name}：和${from}对不上`,
    message: `${name}：按${from}应是${told}，和表里的不一样，请核对是哪个写错了`,
  }
}

const namelessWords: Partial<Record<EntityKind, string>> = {
  person: '没有姓名，也没有身份证号，不知道是谁',
  organisation: '没有单位名称，也没有统一社会信用代码，不知道是哪家',
}

/** People and organisations need a name or a number of their own; of things and places any fact will do. */
function isNameless(knowledge: Knowledge, kind: EntityKind, facts: readonly Fact[]): boolean {
  if (facts.length === 0) return kind !== 'place'
  if (kind !== 'person' && kind !== 'organisation') return false
  return !facts.some(
    ({ attribute }) => attribute === `${kind}.name` || knowledge.attribute(attribute)?.naturalKey === true,
  )
}

/** What several columns say of one place, the widest first; a column that repeats what stood before it is not said twice. */
function addressOf(columns: readonly SheetColumn[], cells: readonly string[]): string {
  return columns
    .filter(({ as }) => as.of === 'place')
    .map(({ column }) => (cells[column] ?? '').trim())
    .filter((text) => !saysNothing(text))
    .reduce((all, part) => (part.includes(all) ? part : all.endsWith(part) ? all : all + part), '')
}
