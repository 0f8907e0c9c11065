import { isData } from '@zmht/shared/sheets/headings'
import { knowledgeNow } from '../../knowledge/index'
import { now } from '../../platform/clock'
import type { JobStep } from '../../platform/jobs'
import { type CheckedRow, checkRows } from './check-rows'
import { identitiesBefore, keepIdentities, rememberIdentities } from './identities'
import type { Checked, SheetImport } from './import.store'
import { changeImport, type Importer, importerOf, importOf, leftOff, over } from './importing'
import { addressReader } from './places'
import { partNames, putPart, rowsOfPart } from './shelf'
import { writeWrongSheet } from './wrong-sheet'

/** Parts checked in one step. */
const partsOfOneStep = 4
/** Reasons counted apart; whatever more there are is counted together. */
const mostReasons = 200

interface Stand {
  readonly part: number
  readonly checked: Checked
}

const nothingChecked: Checked = {
  rows: 0,
  new: 0,
  known: 0,
  duplicate: 0,
  wrong: 0,
  elsewhere: 0,
  reasons: {},
  refused: [],
}

/** Checks the rows part by part, then writes those that are refused into a sheet of their own. Done again it finds the same. */
export const checkingStep: JobStep = async (job) => {
  const found = await importOf(job, 'checking')
  if (found === undefined) return leftOff(job)
  const stand: Stand = job.cursor === undefined ? { part: 0, checked: nothingChecked } : JSON.parse(job.cursor)
  const importer = await importerOf(found)
  if (importer === undefined) {
    const message = '您现在没有岗位，或台账已结束，不能导入'
    await changeImport(found.id, (one) => (one.job === job.id ? { ...one, state: 'failed', message } : undefined))
    return over(stand.checked.rows, stand.checked.rows, message)
  }
  if (stand.part >= found.parts) return conclude(found, stand.checked)
  const checked = await checkParts(found, importer, stand)
  const part = Math.min(found.parts, stand.part + partsOfOneStep)
  return {
    cursor: JSON.stringify({ part, checked }),
    done: part,
    total: found.parts,
    message: `已检查 ${checked.rows} 行`,
    finished: false,
  }
}

async function checkParts(found: SheetImport, importer: Importer, stand: Stand): Promise<Checked> {
  const [knowledge, at] = [await knowledgeNow(), now()]
  const identities = await identitiesBefore(found, stand.part)
  const scene = {
    knowledge,
    content: importer.ledger.content,
    columns: found.columns,
    addressOf: await addressReader(importer, found),
    identities,
    at,
    saying: {
      source: { kind: 'import' as const, id: found.id, label: '' },
      at,
      by: found.by,
      version: knowledge.version,
      authority: 'recorded' as const,
    },
  }
  let checked = stand.checked
  const last = Math.min(found.parts, stand.part + partsOfOneStep)
  for (let part = stand.part; part < last; part++) {
    const rows = (await rowsOfPart(found.id, found.reading, part)).filter(
      ({ number, cells }) => number >= found.firstRow && isData(cells, found.columns.length),
    )
    const { rows: outcome, added } = await checkRows(rows, scene)
    await putPart(found.id, partNames.checked(found.checking, part), outcome)
    await keepIdentities(found, part, added)
    checked = counted(checked, outcome)
  }
  rememberIdentities(found, last, identities)
  return checked
}

function counted(before: Checked, rows: readonly CheckedRow[]): Checked {
  const reasons = { ...before.reasons }
  for (const group of rows.flatMap(({ problems }) => [...new Set(problems.map((one) => one.group))])) {
    const name = group in reasons || Object.keys(reasons).length < mostReasons ? group : '其他原因'
    reasons[name] = (reasons[name] ?? 0) + 1
  }
  const of = (outcome: CheckedRow['outcome']): number => rows.filter((one) => one.outcome === outcome).length
  const [duplicate, wrong] = [of('duplicate'), of('wrong')]
  return {
    rows: before.rows + rows.length,
    new: before.new + of('new'),
    known: before.known + of('known'),
    duplicate: before.duplicate + duplicate,
    wrong: before.wrong + wrong,
    elsewhere: before.elsewhere + rows.filter(({ elsewhere }) => elsewhere).length,
    reasons,
    refused: [...before.refused, duplicate + wrong],
  }
}

async function conclude(found: SheetImport, checked: Checked) {
  const refused = checked.wrong + checked.duplicate
  if (refused > 0) await writeWrongSheet(found)
  const message = sayChecked(checked)
  await changeImport(found.id, (one) =>
    one.job === found.job && one.state === 'checking'
      ? { ...one, state: 'checked', checked, message, wrongSheet: refused > 0 }
      : undefined,
  )
  return over(found.parts, found.parts, message)
}

function sayChecked({ rows, new: fresh, known, duplicate, wrong }: Checked): string {
  if (rows === 0) return '表头下面没有可以导入的行，请检查表格后重新上传'
  const parts = [
    `新增 ${fresh} 行`,
    `已登记过、补充资料 ${known} 行`,
    ...(duplicate > 0 ? [`重复 ${duplicate} 行`] : []),
    ...(wrong > 0 ? [`有问题 ${wrong} 行`] : []),
  ]
  return `检查完了：共 ${rows} 行，${parts.join('，')}`
}
