/** `npm run -s sheet-to-form -- FILE` prints `{"form": …, "problems": […], "matched": […]}` for a spreadsheet or an XLSForm workbook. */
import { baseKnowledge } from '../knowledge/base'
import { readWorkbookFile } from './read-workbook'
import { formFromWorkbook } from './workbook'

async function main(path: string | undefined): Promise<number> {
  if (path === undefined) {
    console.error('sheet-to-form -- FILE')
    return 2
  }
  const reading = await readWorkbookFile(path)
  if (!reading.ok) {
    console.log(JSON.stringify({ form: null, problems: [{ message: reading.message }], matched: [] }, null, 2))
    return 1
  }
  const { form, problems, matched, ...more } = formFromWorkbook(baseKnowledge, reading.grids)
  const all = [...reading.problems, ...problems]
  console.log(JSON.stringify({ form: form ?? null, problems: all, matched, ...more }, null, 2))
  return form ? 0 : 1
}

process.exitCode = await main(process.argv[2])
