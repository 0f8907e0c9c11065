import { Readable } from 'node:stream'
import { checkTemplate, type Filling, fillWorkbook, type Names, type Parts, TooMuchToFill } from '@zmht/shared/filling'
import { Problem } from '@zmht/shared/problems'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { log } from '../../platform/log'

/** A template is a page or two: more unpacked is none. */
const mostUnpacked = 30 * 1024 * 1024
const mostParts = 500
export const largestTemplate = 5 * 1024 * 1024

/** A workbook with each part as it is, and those that are text as text. */
export interface Workbook {
  readonly parts: ReadonlyMap<string, Buffer>
  readonly texts: Parts
}

const isText = (path: string): boolean => /\.(xml|rels)$/i.test(path)

const refuse = (message: string): Problem => new Problem('invalid', { fields: [{ path: 'body.file', message }] })
const notOne = '这不是能读取的 .xlsx 表格，请在 Excel 或 WPS 里另存为 .xlsx 再上传'

/** @throws Problem `invalid` for what is no workbook, has a password, or unpacks beyond all measure */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  if (bytes.length > largestTemplate) throw refuse('模板超过 5 MB，请去掉图片和不用的工作表再上传')
  const parts = new Map<string, Buffer>()
  let left = mostUnpacked
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, autoClose: false })
    if (zip.entryCount > mostParts) throw refuse(notOne)
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw refuse('文件有密码，请去掉密码再上传')
      left -= entry.uncompressedSize
      if (left < 0) throw refuse('模板解开后太大，请去掉图片和不用的工作表再上传')
      if (entry.fileName.endsWith('/')) continue
      const pieces: Buffer[] = []
      for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(Buffer.from(piece))
      parts.set(entry.fileName, Buffer.concat(pieces))
    }
  } catch (problem) {
    if (problem instanceof Problem) throw problem
    throw refuse(notOne)
  }
  const texts = new Map(
    [...parts].filter(([path]) => isText(path)).map(([path, part]) => [path, part.toString('utf8')]),
  )
  return { parts, texts }
}

/** @throws Problem `invalid` where a workbook cannot be read as one */
export function checkWorkbook({ texts }: Workbook, names: Names) {
  try {
    return checkTemplate(texts, names)
  } catch {
    throw refuse(notOne)
  }
}

/** @throws Problem `invalid` where a workbook cannot be filled in, or would become too large */
function filledParts(texts: Parts, filling: Filling): ReturnType<typeof fillWorkbook> {
  try {
    return fillWorkbook(texts, filling)
  } catch (problem) {
    const isTooMuch = problem instanceof TooMuchToFill
    if (!isTooMuch) log.error('a template cannot be filled in', problem)
    const message = isTooMuch
      ? problem.message
      : '表样里有读不出的内容，不能按它导出。请在 Excel 或 WPS 里另存为 .xlsx，重新上传'
    throw new Problem('invalid', { fields: [{ path: 'body.shape', message }] })
  }
}

/** @returns the bytes of a workbook filled in. @throws Problem `invalid` where it cannot be */
export async function fillIn({ parts, texts }: Workbook, filling: Filling): Promise<Buffer> {
  const changed = filledParts(texts, filling)
  const all = new Map<string, Buffer>()
  for (const [path, part] of parts) {
    const text = changed.has(path) ? changed.get(path) : undefined
    if (text !== undefined) all.set(path, Buffer.from(text))
    else if (!changed.has(path)) all.set(path, part)
  }
  return packWorkbook(all)
}

/** @returns the bytes of a workbook out of its parts */
export async function packWorkbook(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, part] of parts) zip.addBuffer(part, path)
  zip.end()
  const packed: Buffer[] = []
  // The declared type is the interface; what yazl gives is a stream that can be gone through.
  for await (const piece of Readable.from(zip.outputStream)) packed.push(Buffer.from(piece))
  return Buffer.concat(packed)
}

/** A workbook made of text alone. */
export function workbookOf(texts: Parts): Workbook {
  return { texts, parts: new Map([...texts].map(([path, text]) => [path, Buffer.from(text)])) }
}
