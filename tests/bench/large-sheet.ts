import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * A workbook as the programs people use write it: every text once in a list apart, the cells naming it by number. That is what takes most memory to
 * read. `rows` is gone through twice.
 */
export async function asOfficePrograms(
  headings: readonly string[],
  rows: () => Iterable<readonly string[]>,
): Promise<Buffer> {
  const numbers = new Map<string, number>()
  const all = function* () {
    yield headings
    yield* rows()
  }
  const numberOf = (text: string): number => {
    const found = numbers.get(text) ?? numbers.size
    numbers.set(text, found)
    return found
  }
  const cells = function* () {
    yield `<worksheet xmlns="${main}"><sheetData>`
    let row = 0
    for (const one of all()) {
      row += 1
      const written = one.map(
        (text, at) => `<c r="${String.fromCharCode(65 + at)}${row}" t="s"><v>${numberOf(text)}</v></c>`,
      )
      yield `<row r="${row}">${written.join('')}</row>`
    }
    yield '</sheetData></worksheet>'
  }
  const texts = function* () {
    yield `<sst xmlns="${main}">`
    for (const text of numbers.keys()) yield `<si><t>${text}</t></si>`
    yield '</sst>'
  }
  const zip = new ZipFile()
  const add = (path: string, text: string) => zip.addBuffer(Buffer.from(text), path)
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="居民" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  )
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
  )
  zip.addReadStream(Readable.from(pieces(cells()), { objectMode: false }), 'xl/worksheets/sheet1.xml')
  // Gone through after the cells have numbered them.
  zip.addReadStreamLazy('xl/sharedStrings.xml', (done) =>
    done(null, Readable.from(pieces(texts()), { objectMode: false })),
  )
  zip.end()
  const packed: Buffer[] = []
  for await (const piece of Readable.from(zip.outputStream)) packed.push(Buffer.from(piece))
  return Buffer.concat(packed)
}

function* pieces(parts: Iterable<string>): Generator<Buffer> {
  let text = ''
  for (const part of parts) {
    text += part
    if (text.length < 65_536) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}
