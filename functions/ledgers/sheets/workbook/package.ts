import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { limits, SheetRefused } from './refused'

/** The parts of a workbook by their paths, each unpacked only while it is read. */
export interface WorkbookParts {
  readonly has: (path: string) => boolean
  readonly open: (path: string) => Promise<Readable>
}

/** @throws SheetRefused for what would unpack beyond all measure, before any of it is unpacked */
export async function openParts(bytes: Buffer): Promise<WorkbookParts> {
  // The sizes the directory states are checked while unpacking: it may lie.
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, autoClose: false })
  if (zip.entryCount > limits.parts) throw new SheetRefused('文件里的部分太多，不能读取，请另存为 .xlsx 再上传')
  const entries = new Map<string, Entry>()
  for await (const entry of entriesOf(zip)) {
    if (entry.uncompressedSize > limits.unpackedBytes)
      throw new SheetRefused('文件解开后太大，不能读取，请删去不用的内容或分成几个再上传')
    entries.set(entry.fileName.toLowerCase(), entry)
  }
  return {
    has: (path) => entries.has(path.toLowerCase()),
    open: async (path) => {
      const entry = entries.get(path.toLowerCase())
      if (entry === undefined) throw new SheetRefused('这不是完整的 .xlsx 表格，请在 Excel 或 WPS 里重新保存后再上传')
      if (entry.isEncrypted()) throw new SheetRefused('文件有密码，请去掉密码再上传')
      return zip.openReadStreamPromise(entry)
    },
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const waiting: Entry[] = []
  let wake: () => void = () => undefined
  let over = false
  let failure: unknown
  zip.on('entry', (entry: Entry) => {
    waiting.push(entry)
    wake()
  })
  zip.on('end', () => {
    over = true
    wake()
  })
  zip.on('error', (error: unknown) => {
    failure = error
    over = true
    wake()
  })
  for (;;) {
    if (!over) {
      const next = new Promise<void>((resolve) => {
        wake = resolve
      })
      zip.readEntry()
      await next
    }
    const entry = waiting.shift()
    if (entry !== undefined) yield entry
    else if (failure !== undefined) throw failure
    else if (over) return
  }
}

/** What a reader of a part is told. Names come without their namespace. */
export interface PartReader {
  readonly begins?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly ends?: (name: string) => void
}

/** So much may stand between two marks. */
const mostBetweenMarks = 4 * 1024 * 1024

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads a part as XML piece by piece; after each piece the caller may take what was found. Entities of its own it may not define. */
export async function* readPart(stream: Readable, reader: PartReader): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false })
  let since = 0
  let failure: Error | undefined
  parser.on('error', (error) => {
    failure ??= error
  })
  parser.on('doctype', () => {
    failure ??= new SheetRefused('文件里有不该有的内容，不能读取，请在 Excel 或 WPS 里重新保存后再上传')
  })
  parser.on('opentag', ({ name, attributes }) => {
    since = 0
    reader.begins?.(local(name), attributes)
  })
  parser.on('text', (text) => reader.text?.(text))
  parser.on('cdata', (text) => reader.text?.(text))
  parser.on('closetag', ({ name }) => {
    since = 0
    reader.ends?.(local(name))
  })
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const piece of stream) {
      const text = decoder.decode(piece, { stream: true })
      since += text.length
      parser.write(text)
      if (failure !== undefined) throw failure
      if (since > mostBetweenMarks) throw new SheetRefused('有单元格的文字太长，请删减后再上传')
      yield
    }
    parser.close()
    if (failure !== undefined) throw failure
    yield
  } finally {
    stream.destroy()
  }
}

/** Reads a part to its end. */
export async function readWhole(stream: Readable, reader: PartReader): Promise<void> {
  for await (const _ of readPart(stream, reader));
}
