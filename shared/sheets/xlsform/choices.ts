import type { CodeItem } from '../../knowledge/types'
import type { SheetProblem } from '../propose'
import { mainLanguage } from './language'
import type { Row, Table } from './table'

export interface Choice extends CodeItem {
  /** The further columns, for choice filters. */
  readonly row: Row
}
export type ChoiceLists = ReadonlyMap<string, readonly Choice[]>

/** Reads the choices sheet; a choice named twice in a list is kept once. */
export function readChoices(table: Table | undefined, usual: string, problems: SheetProblem[]): ChoiceLists {
  const lists = new Map<string, Choice[]>()
  if (!table) return lists
  const language = mainLanguage(table.languages, usual)
  for (const row of table.rows) {
    const list = row.get('list_name')
    const code = row.get('name')
    if (list === '' && code === '') continue
    const at = { sheet: table.sheet, row: row.number }
    if (list === '' || code === '') {
      problems.push({
        ...at,
        message: list === '' ? `选项“${code}”没有写属于哪个列表，没有搬` : `列表“${list}”里有一个选项没有编号，没有搬`,
      })
      continue
    }
    const items = lists.get(list) ?? []
    lists.set(list, items)
    if (items.some((one) => one.code === code)) {
      problems.push({ ...at, message: `列表“${list}”里“${code}”写了两次，取前一个` })
      continue
    }
    const label = row.by('label').get(language) ?? row.get('label')
    items.push({ code, name: label === '' ? code : label, row })
  }
  if (table.languages.length > 1) {
    problems.push({ sheet: table.sheet, message: `选项只搬了一种语言（${language || '默认'}），其他语言的名称没有搬` })
  }
  for (const column of ['image', 'audio', 'video']) {
    const count = table.rows.filter((row) => row.get(column) !== '').length
    if (count > 0) problems.push({ sheet: table.sheet, message: `${count}个选项的${mediaNames[column]}没有搬` })
  }
  return lists
}

export const mediaNames: Readonly<Record<string, string>> = {
  image: '图片',
  audio: '声音',
  video: '视频',
  'big-image': '大图',
}
