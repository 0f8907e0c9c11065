import type { Knowledge } from '@zmht/shared/knowledge'
import { nameOfColumn } from '@zmht/shared/ledgers'
import { Problem } from '@zmht/shared/problems'
import { mostSheetRows } from '@zmht/shared/sheets/rows/index'
import { knowledgeNow } from '../../knowledge/index'
import { dayInChina, now } from '../../platform/clock'
import type { Official } from '../../platform/endpoint/actor'
import { putStored } from '../../platform/files/bucket'
import type { JobStep } from '../../platform/jobs'
import type { Ledger } from '../ledger.store'
import { rowsFor } from '../listing'
import type { ListedRow } from '../row.store'
import { type Searcher, searcherOf } from '../searching'
import { showRow } from '../show-row'
import { isNarrow, siftedRows, widePart } from '../sifted'
import { over } from './importing'
import { exportFile, partNames, putPart, readPart } from './shelf'
import { sheetType } from './wrong-sheet'

/** Pages read in one step: a part of the export. */
const pagesOfOnePart = 25

interface Stand {
  readonly part: number
  readonly rows: number
  readonly from?: string
  /** All rows are read. */
  readonly read?: true
}

/** Reads the rows of a ledger as the official may see them now, some pages a step, then writes them into a sheet. */
export const exportingStep: JobStep = async (job) => {
  const stand: Stand = job.cursor === undefined ? { part: 0, rows: 0 } : JSON.parse(job.cursor)
  try {
    const searcher = await searcherOf(job)
    if (typeof searcher === 'string') return over(0, 0, searcher)
    const { actor, ledger } = searcher
    const { reach } = searcher.asked
    const knowledge = await knowledgeNow()
    if (stand.read === true) return writeFile(job.id, stand, sheetOf(ledger.content, knowledge, job.input, actor))
    const pageFrom = await pagesOf(searcher, knowledge)
    const rows: (readonly string[])[] = []
    let from = stand.from
    for (let page = 0; page < pagesOfOnePart; page++) {
      const { items, next } = await pageFrom(from)
      for (const row of items) {
        const { name, home, cells } = await showRow(ledger, knowledge, row, reach)
        rows.push([name, home, ...ledger.content.columns.map(({ key }) => cells[key]?.text ?? '')])
      }
      from = next
      if (from === undefined) break
    }
    const total = stand.rows + rows.length
    if (total > mostSheetRows)
      return over(total, total, `超过 ${mostSheetRows / 10_000} 万行，没有导出。请按地点或条件分几次导出`)
    await putPart(job.id, partNames.exported(stand.part), rows)
    const next: Stand = {
      part: stand.part + 1,
      rows: total,
      ...(from === undefined ? { read: true as const } : { from }),
    }
    return { cursor: JSON.stringify(next), done: total, total, message: `已读 ${total} 行`, finished: false }
  } catch (error) {
    if (error instanceof Problem && error.kind !== 'unavailable') return over(0, 0, error.document.detail)
    throw error
  }
}

const onePage = 20

type ReadPage = (from: string | undefined) => Promise<{ readonly items: readonly ListedRow[]; readonly next?: string }>

/**
 * Reads page after page: by building and door, or, where the list is narrowed by columns or put in another order, as it is then. Wider than a community there is
 * no other order than from door to door.
 */
async function pagesOf({ ledger, asked, isSifted }: Searcher, knowledge: Knowledge): Promise<ReadPage> {
  if (!isSifted) return (from) => rowsFor(ledger, asked.reach, asked.narrowing, from)
  if (!(await isNarrow(asked.reach))) {
    return async (from) => {
      const { found, next } = await widePart(ledger, knowledge, asked, from)
      return { items: found.map(({ row }) => row), ...(next === undefined ? {} : { next }) }
    }
  }
  const { rows } = await siftedRows(ledger, knowledge, asked)
  return async (from) => {
    const at = Number(from ?? 0)
    const items = rows.slice(at, at + onePage)
    return { items, ...(at + onePage < rows.length ? { next: String(at + onePage) } : {}) }
  }
}

function sheetOf(
  content: Ledger['content'],
  knowledge: Knowledge,
  input: Readonly<Record<string, string>>,
  actor: Official,
) {
  const purpose = input.purpose === '' ? '' : `，用途：${input.purpose ?? ''}`
  return {
    name: content.name,
    watermark: `${content.name} · ${actor.name} ${timeInChina(now())} 导出${purpose} · 含个人信息，请勿外传`,
    headings: ['名称', '所在', ...content.columns.map((column) => nameOfColumn(column, knowledge))],
  }
}

const timeInChina = (at: string): string =>
  `${dayInChina(at)} ${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)}`

async function writeFile(id: string, { part: parts, rows }: Stand, sheet: ReturnType<typeof sheetOf>) {
  const { writeSheet } = await import('./workbook/index')
  const bytes = await writeSheet({ ...sheet, rows: exportedRows(id, parts) })
  await putStored(exportFile(id), bytes, sheetType)
  return over(rows, rows, `导出完成，共 ${rows} 行`)
}

async function* exportedRows(id: string, parts: number): AsyncGenerator<readonly string[]> {
  for (let part = 0; part < parts; part++)
    yield* (await readPart<readonly (readonly string[])[]>(id, partNames.exported(part))) ?? []
}
