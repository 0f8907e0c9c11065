/** `npx tsx shared/sheets/report.ts FOLDER` prints how much of each XLSForm workbook in a folder is carried over. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { baseKnowledge } from '../knowledge/base'
import { readWorkbookFile } from './read-workbook'
import { formFromWorkbook } from './workbook'

const columns = ['questions', 'choices', 'relevance', 'constraints'] as const

async function line(folder: string, name: string, told: boolean): Promise<string> {
  const started = performance.now()
  const reading = await readWorkbookFile(join(folder, name))
  const result = reading.ok ? formFromWorkbook(baseKnowledge, reading.grids) : undefined
  const took = Math.round(performance.now() - started)
  if (!reading.ok) return `| ${name} | refused: ${reading.message} | | | | | | ${took} |`
  if (!result?.form)
    return `| ${name} | refused: ${result?.problems.map(({ message }) => message).join('; ')} | | | | | | ${took} |`
  const cells = columns.map((column) => {
    const count = result.counts?.[column]
    return count ? `${count.kept}/${count.had}` : '–'
  })
  const rows = result.problems.map(
    ({ sheet, row, message }) => `    ${sheet ?? ''}${row === undefined ? '' : `:${row}`} ${message}`,
  )
  const table = `| ${name} | ${result.source} | ${cells.join(' | ')} | ${result.problems.length} | ${took} |`
  return told ? [table, ...rows].join('\n') : table
}

const [folder, told] = process.argv.slice(2)
if (folder === undefined) {
  console.error('report.ts FOLDER [problems]')
  process.exitCode = 2
} else {
  console.log(
    '| workbook | read as | questions kept/had | choices | relevance | constraints | problems | ms |\n|---|---|---|---|---|---|---|---|',
  )
  for (const name of readdirSync(folder)
    .filter((one) => /\.(xlsx?|csv|ods)$/i.test(one))
    .sort())
    console.log(await line(folder, name, told === 'problems'))
}
