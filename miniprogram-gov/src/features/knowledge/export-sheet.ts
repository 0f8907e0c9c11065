import type { Knowledge } from '@zmht/shared/knowledge'
import { answerWords } from './answer-words'
import { bearerWords, cardinalityWords, freshWords, kindNames, sensitivityNames, standardWords } from './names'
import type { Prose } from './prose'

/** One sheet of a workbook; the first row is the headings. */
export interface Sheet {
  readonly name: string
  readonly cells: readonly (readonly string[])[]
  /** In characters. */
  readonly widths: readonly number[]
}

interface Column<Row> {
  readonly head: string
  readonly width: number
  readonly cell: (row: Row) => string
}

function sheetOf<Row>(name: string, rows: readonly Row[], columns: readonly Column<Row>[]): Sheet {
  return {
    name,
    cells: [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ cell }) => cell(row)))],
    widths: columns.map(({ width }) => width),
  }
}

/** The whole as a workbook: attributes, relations, code lists with a line for each code. */
export function sheetsOf(knowledge: Knowledge, prose: Prose): readonly Sheet[] {
  const nameOf = (code: string | undefined) => (code === undefined ? '' : (knowledge.attribute(code)?.name ?? code))
  const about = (code: string) => prose.attributes.get(code)
  const attributes = sheetOf('属性', knowledge.attributes, [
    { head: '编号', width: 28, cell: ({ code }) => code },
    { head: '名称', width: 16, cell: ({ name }) => name },
    { head: '英文名', width: 28, cell: ({ code }) => about(code)?.english ?? '' },
    { head: '属于', width: 16, cell: ({ of }) => bearerWords(knowledge, of) },
    { head: '含义', width: 50, cell: ({ code }) => about(code)?.definition ?? '' },
    { head: '填写方式', width: 32, cell: ({ value, many }) => answerWords(value, many) },
    { head: '代码表', width: 20, cell: ({ value }) => (value.type === 'code' ? value.list : '') },
    { head: '敏感级别', width: 14, cell: ({ sensitivity }) => sensitivityNames[sensitivity] },
    { head: '有效期', width: 10, cell: ({ freshDays }) => freshWords(freshDays) },
    { head: '标准', width: 14, cell: ({ code }) => standardWords(about(code)?.standard ?? '') },
    { head: '来自', width: 28, cell: ({ code }) => about(code)?.form ?? '' },
    { head: '别名', width: 36, cell: ({ code }) => (about(code)?.words ?? []).join('、') },
    { head: '对应的国际词汇', width: 32, cell: ({ code }) => (about(code)?.maps ?? []).join(' ') },
    { head: '由什么得出', width: 14, cell: ({ derivedFrom }) => nameOf(derivedFrom) },
    { head: '停用', width: 10, cell: ({ deprecated }) => (deprecated === undefined ? '' : `${deprecated.since} 起`) },
    { head: '接替', width: 16, cell: ({ deprecated }) => nameOf(deprecated?.successor) },
  ])
  const relations = sheetOf('关系', knowledge.relationTypes, [
    { head: '编号', width: 22, cell: ({ code }) => code },
    { head: '名称', width: 14, cell: ({ name }) => name },
    { head: '反过来叫', width: 14, cell: ({ inverseName }) => inverseName },
    { head: '英文名', width: 28, cell: ({ code }) => prose.relations.get(code)?.english ?? '' },
    { head: '从', width: 8, cell: ({ from }) => kindNames[from] },
    { head: '到', width: 8, cell: ({ to }) => kindNames[to] },
    { head: '数量', width: 40, cell: (relation) => cardinalityWords(relation).join('；') },
    { head: '敏感级别', width: 14, cell: ({ sensitivity }) => sensitivityNames[sensitivity] },
    { head: '含义', width: 50, cell: ({ code }) => prose.relations.get(code)?.definition ?? '' },
    { head: '标准', width: 14, cell: ({ code }) => standardWords(prose.relations.get(code)?.standard ?? '') },
    { head: '来自', width: 28, cell: ({ code }) => prose.relations.get(code)?.form ?? '' },
    { head: '对应的国际词汇', width: 32, cell: ({ code }) => (prose.relations.get(code)?.maps ?? []).join(' ') },
  ])
  const codes = knowledge.codeLists.flatMap((list) => list.items.map((item) => ({ list, item })))
  const lists = sheetOf('代码表', codes, [
    { head: '代码表编号', width: 24, cell: ({ list }) => list.id },
    { head: '代码表', width: 20, cell: ({ list }) => list.name },
    { head: '代码', width: 10, cell: ({ item }) => item.code },
    { head: '名称', width: 28, cell: ({ item }) => item.name },
    { head: '标准', width: 14, cell: ({ list }) => standardWords(prose.lists.get(list.id)?.standard ?? '') },
    { head: '出处', width: 36, cell: ({ list }) => standardWords(prose.lists.get(list.id)?.form ?? '') },
  ])
  return [attributes, relations, lists]
}
