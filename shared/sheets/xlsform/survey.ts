import type { SheetProblem } from '../propose'
import { idGiver } from './ids'
import { type RowType, readType } from './question-type'
import type { Row, Table } from './table'

/** A row of the survey that becomes something in the form, with where it stands. */
export interface Item {
  readonly row: Row
  readonly type: RowType
  readonly name: string
  readonly id: string
  /** The innermost group or repeat around it. */
  readonly within?: Item
  /** The outermost repeat around it; for a repeat itself, itself. */
  readonly repeat?: Item
}

export interface Survey {
  readonly items: readonly Item[]
  /** Questions there were, also those that could not be kept. */
  readonly asked: number
  /** What is collected about the device and the time, by name. */
  readonly metadata: ReadonlyMap<string, string>
}

/** Walks the survey sheet: groups are opened and closed, what is broken is said and walked over. */
export function readSurvey(table: Table, problems: SheetProblem[]): Survey {
  const giveId = idGiver()
  const items: Item[] = []
  const open: Item[] = []
  const metadata = new Map<string, string>()
  let asked = 0
  for (const row of table.rows) {
    const typed = row.get('type')
    const at = { sheet: table.sheet, row: row.number }
    if (/^(yes|true|true\(\))$/i.test(row.get('disabled'))) {
      problems.push({ ...at, message: `“${row.get('name')}”标为停用，没有搬` })
      continue
    }
    if (typed === '') {
      if (row.get('name') !== '' || row.get('label') !== '')
        problems.push({ ...at, message: `“${row.get('name') || row.get('label')}”没有写题型，没有搬` })
      continue
    }
    if (typed.startsWith('#')) continue
    const type = readType(typed)
    if (type.is === 'metadata') {
      metadata.set(row.get('name') || typed, typed)
      continue
    }
    if (type.is === 'end') {
      close(open, type.what, at, problems)
      continue
    }
    const name = row.get('name') || `row${row.number}`
    const inner = open.at(-1)
    const repeat = inner?.repeat
    const id = giveId(name)
    const base = { row, type, name, id, ...(inner ? { within: inner } : {}) }
    if (type.is === 'begin') {
      const item: Item =
        type.what === 'repeat' && !repeat ? selfRepeating(base) : { ...base, ...(repeat ? { repeat } : {}) }
      if (type.what === 'repeat' && repeat) {
        problems.push({ ...at, message: `“${name}”是套在重复组“${repeat.name}”里的重复组，内层改为只填一次` })
      }
      if (type.what === 'loop')
        problems.push({ ...at, message: `“${name}”按列表“${type.over}”逐项循环，题目只保留一份` })
      items.push(item)
      open.push(item)
      continue
    }
    asked++
    if (row.get('name') === '' && type.is !== 'note')
      problems.push({ ...at, message: `这一题没有写名称，按行号取名“${name}”` })
    if (type.is === 'unknown') problems.push({ ...at, message: `题型“${typed}”不认识，改为文字题` })
    items.push({ ...base, ...(repeat ? { repeat } : {}) })
  }
  for (const item of open.reverse()) {
    problems.push({
      sheet: table.sheet,
      row: item.row.number,
      message: `“${item.name}”这一组没有写结束，按到最后一行结束`,
    })
  }
  return { items, asked, metadata }
}

function selfRepeating(base: Omit<Item, 'repeat'>): Item {
  const item: { -readonly [K in keyof Item]: Item[K] } = { ...base }
  item.repeat = item
  return item
}

function close(open: Item[], what: string, at: { sheet: string; row: number }, problems: SheetProblem[]): void {
  const last = open.at(-1)
  if (!last) {
    problems.push({ ...at, message: '这里结束了一个没有开始的组，已略过' })
    return
  }
  if (last.type.is === 'begin' && last.type.what !== what) {
    problems.push({ ...at, message: `“${last.name}”开始和结束写的不是同一种组，按开始的写法` })
  }
  open.pop()
}
