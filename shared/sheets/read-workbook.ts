import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import Papa from 'papaparse'
import { type Grid, maySheetBeText } from './grid'
import type { SheetProblem } from './propose'
import { workerSource } from './workbook-worker'
import { zipProblem } from './zip'

const mostBytes = 20 * 1024 * 1024
const limits = { mostSheets: 200, mostRows: 20_000, mostColumns: 1000 }
const longestWait = 20_000
const mostMegabytes = 512

export type ReadWorkbook =
  | { readonly ok: true; readonly grids: readonly Grid[]; readonly problems: readonly SheetProblem[] }
  | { readonly ok: false; readonly message: string }

/** Reads a workbook from a file, in bounded time and memory. */
export async function readWorkbookFile(path: string): Promise<ReadWorkbook> {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) return { ok: false, message: `没有找到文件：${path}` }
  if (size > mostBytes) return { ok: false, message: `文件超过${mostBytes / 1024 / 1024}兆，请分成几个再上传` }
  return readWorkbook(readFileSync(path), basename(path))
}

/** Reads the bytes of an .xlsx, .xls, .ods, .csv, or of the web page that some systems call .xls. */
export async function readWorkbook(bytes: Buffer, name: string): Promise<ReadWorkbook> {
  if (bytes.length === 0) return { ok: false, message: '文件是空的' }
  if (bytes.length > mostBytes) return { ok: false, message: `文件超过${mostBytes / 1024 / 1024}兆，请分成几个再上传` }
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK'
  const isOle = bytes.subarray(0, 4).toString('hex') === 'd0cf11e0'
  const isMarkup = /^\s*<(\?xml|!doctype|html|table|meta)/i.test(
    bytes
      .subarray(0, 200)
      .toString('latin1')
      .replace(/^\xef\xbb\xbf/, ''),
  )
  const problem = isZip ? zipProblem(bytes) : undefined
  if (problem !== undefined) return { ok: false, message: problem }
  if (isZip || isOle || isMarkup) return inWorker(bytes)
  const text = maySheetBeText(name) ? decode(bytes) : undefined
  if (text === undefined) return { ok: false, message: '不是表格文件，请上传 .xlsx、.xls 或 .csv' }
  return readCsv(text, name.replace(/\.[^.]*$/, ''))
}

/** UTF-8 with or without its mark, UTF-16 as some systems write, else GBK and its successors. */
function decode(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes)
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function readCsv(text: string, name: string): ReadWorkbook {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    preview: limits.mostRows + 1,
    skipEmptyLines: false,
  })
  const rows = data.slice(0, limits.mostRows).map((row) => row.slice(0, limits.mostColumns))
  const problems: SheetProblem[] = []
  if (data.length > limits.mostRows) problems.push({ message: `只看了前${limits.mostRows}行` })
  if (data.some((row) => row.length > limits.mostColumns)) problems.push({ message: `只看了前${limits.mostColumns}列` })
  return { ok: true, grids: [{ name, rows }], problems }
}

interface FromWorker {
  readonly grids: readonly Grid[]
  readonly notes: readonly string[]
}

function inWorker(bytes: Buffer): Promise<ReadWorkbook> {
  return new Promise((resolve) => {
    const worker = new Worker(workerSource, {
      eval: true,
      execArgv: [],
      workerData: {
        bytes: new Uint8Array(bytes),
        library: createRequire(import.meta.url).resolve('@e965/xlsx'),
        limits,
      },
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 64 },
    })
    const finish = (result: ReadWorkbook) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(result)
    }
    const timer = setTimeout(
      () => finish({ ok: false, message: `${longestWait / 1000}秒还没有读完，请删去不用的内容再试` }),
      longestWait,
    )
    worker.on('message', ({ grids, notes }: FromWorker) =>
      finish({ ok: true, grids, problems: notes.map((message) => ({ message })) }),
    )
    worker.on('error', (error: Error & { code?: string }) => finish({ ok: false, message: said(error) }))
    worker.on('exit', () => finish({ ok: false, message: '文件读不出来，请重新保存后再上传' }))
  })
}

function said(error: Error & { code?: string }): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return '文件内容太多，内存不够，请分成几个再上传'
  if (/password|encrypt/i.test(error.message)) return '文件有密码，请去掉密码再上传'
  return '文件读不出来，请重新保存后再上传'
}
