import { knowledgeNow } from '../../knowledge/index'
import { later, now } from '../../platform/clock'
import { readJob } from '../../platform/job.store'
import type { JobStep } from '../../platform/jobs'
import { entitiesSaidBy, wasSaid } from '../history.store'
import { readLedger } from '../ledger.store'
import { resolve } from '../resolve'
import type { CheckedRow } from './check-rows'
import { checkedPart } from './findings'
import type { SheetImport } from './import.store'
import { changeImport, importOf, leftOff, over } from './importing'
import { atBeginning, isGood, patchOf, type RunStand, sourceOf } from './running.job'
import { withdraw } from './withdraw'
import { wordsOf } from './words'

const rowsOfOneStep = 40
const atOnce = 8

interface Stand {
  readonly part: number
  readonly from: number
  readonly done: number
}

/** Withdraws what an import said, a few rows a step. A row of which nothing was said yet is passed over. */
export const undoingStep: JobStep = async (job) => {
  const stand: Stand = job.cursor === undefined ? { part: 0, from: 0, done: 0 } : JSON.parse(job.cursor)
  const found = await importOf(job, 'undoing')
  if (found === undefined) return leftOff(job)
  const run = await readJob(job.input.run ?? '')
  // The step that was under way when it was stopped takes its rows in to the end.
  if (run?.state === 'running' || run?.state === 'waiting')
    return {
      ...stand,
      cursor: JSON.stringify(stand),
      total: found.imported,
      message: '正在停下导入',
      finished: false,
      waitSeconds: 2,
    }
  const reached: RunStand = run?.cursor === undefined ? atBeginning : JSON.parse(run.cursor)
  // A step may have been killed after it took rows in: the part it was in counts whole.
  if (stand.part >= found.parts || stand.part > reached.part) return conclude(found, stand)
  const rows = (await checkedPart(found, stand.part)).filter(isGood)
  const chunk = rows.slice(stand.from, stand.from + rowsOfOneStep)
  const withdrawn = await withdrawRows(chunk, found)
  const isPartDone = stand.from + chunk.length >= rows.length
  const next: Stand = {
    part: isPartDone ? stand.part + 1 : stand.part,
    from: isPartDone ? 0 : stand.from + chunk.length,
    done: stand.done + withdrawn,
  }
  return {
    cursor: JSON.stringify(next),
    done: next.done,
    total: Math.max(next.done, found.imported),
    message: `已撤回 ${next.done} / ${found.imported} 行`,
    finished: false,
  }
}

async function withdrawRows(rows: readonly CheckedRow[], found: SheetImport): Promise<number> {
  let withdrawn = 0
  for (let start = 0; start < rows.length; start += atOnce) {
    const told = await Promise.all(rows.slice(start, start + atOnce).map((row) => withdrawRow(row, found)))
    withdrawn += told.filter((one) => one).length
  }
  return withdrawn
}

/** @returns whether something was withdrawn, now or by an earlier try */
async function withdrawRow(row: CheckedRow, found: SheetImport): Promise<boolean> {
  const [knowledge, ledger] = [await knowledgeNow(), await readLedger(found.ledger)]
  if (ledger === undefined) throw new Error(`the ledger of ${found.id} is missing`)
  const source = sourceOf(found, row.row)
  const saidAt = found.startedAt ?? found.at
  const patch = patchOf(row, found, { ledger }, knowledge)
  const [said] = patch.entities
  if (said === undefined) return false
  const { id } = await resolve(knowledge, patch, said)
  // Whom a row was taken for follows from its key or its name; where it was a likeness, the index of sources tells.
  const ids = (await wasSaid(id, saidAt, source)) ? [id] : await entitiesSaidBy(source)
  // Later than anything said in the import, and the same at each try.
  const at = later(found.undoneAt ?? now(), 1)
  let changed = false
  for (const one of ids)
    changed =
      (await withdraw(one, { id: source, at: saidAt }, { by: found.by, at, knowledge, label: found.name })) || changed
  return changed
}

async function conclude(found: SheetImport, { done }: Stand) {
  const failed = found.before === 'failed'
  const message = failed
    ? `没有导入任何一行：${found.message.replace(/。按“全部导入或都不导入”.*$/, '')}。请改好后再导入`
    : wordsOf(found).undone(done)
  await changeImport(found.id, (one) =>
    one.job === found.job && one.state === 'undoing'
      ? { ...one, state: failed ? 'failed' : 'undone', message, imported: 0 }
      : undefined,
  )
  return over(done, done, message)
}
