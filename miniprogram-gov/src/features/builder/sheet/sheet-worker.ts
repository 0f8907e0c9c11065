import { type KnowledgeTables, knowledgeOf } from '@zmht/shared/knowledge'
import { type OpenedWorkbook, openWorkbook } from './open-workbook'
import { readGrids } from './read-grids'

/** What is sent into the worker: a file, and the city knowledge system it is understood by. */
export interface ToWorker {
  readonly bytes: Uint8Array
  readonly name: string
  readonly tables: KnowledgeTables
}

export type FromWorker =
  | { readonly ok: true; readonly opened: OpenedWorkbook }
  | { readonly ok: false; readonly message: string }

const answer = (given: FromWorker) => self.postMessage(given)

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  try {
    const read = readGrids(data.bytes, data.name)
    if (!read.ok) answer(read)
    else answer({ ok: true, opened: openWorkbook(knowledgeOf(data.tables), read.grids) })
  } catch {
    answer({ ok: false, message: '文件读不出来，请在 Excel 或 WPS 里另存为 .xlsx 再试' })
  }
}
