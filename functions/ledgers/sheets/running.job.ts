import type { Patch } from '@zmht/shared/controls'
import { isPlaceId } from '@zmht/shared/geo'
import { type Authority, type EntityId, entityId, type Knowledge } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { placingRelation } from '@zmht/shared/sheets/rows/index'
import { findPlace } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import type { JobStep } from '../../platform/jobs'
import { applyToGraph, type Speaker } from '../apply'
import { readEntity } from '../entity.store'
import { whereIs } from '../look'
import { keepRows } from '../rows'
import { begin } from './begin'
import type { CheckedRow } from './check-rows'
import { checkedPart, type FailedRow } from './findings'
import { readImport, type SheetImport } from './import.store'
import { changeImport, type Importer, importerOf, importOf, leftOff, over } from './importing'
import { partNames, putPart } from './shelf'
import { writeWrongSheet } from './wrong-sheet'

/** Rows taken in by one step; a step that is repeated says the same of the same again, and nothing changes. */
export const rowsOfOneStep = 40
const atOnce = 8

/** How far it is: the rows of a part before `from` are done. */
export interface RunStand {
  readonly part: number
  readonly from: number
  readonly imported: number
  readonly failed: number
  readonly failedParts: readonly string[]
}

export const atBeginning: RunStand = { part: 0, from: 0, imported: 0, failed: 0, failedParts: [] }

/** Takes the checked rows in, a few a step. */
export const runningStep: JobStep = async (job) => {
  const stand: RunStand = job.cursor === undefined ? atBeginning : JSON.parse(job.cursor)
  const found = await importOf(job, 'running')
  if (found === undefined) {
    // Killed between deciding to undo it all and asking for it.
    const gone = await readImport(job.input.import ?? '')
    if (gone?.state === 'undoing') await begin(gone)
    // Stopped after the counts of the last rows were kept: nobody else says how many they are.
    if (gone?.state === 'cancelled') await keepCounts(gone, stand)
    return leftOff(job)
  }
  const total = (found.checked?.new ?? 0) + (found.checked?.known ?? 0)
  if (stand.part >= found.parts) return conclude(found, stand)
  const rows = (await checkedPart(found, stand.part)).filter(isGood)
  const chunk = rows.slice(stand.from, stand.from + rowsOfOneStep)
  const failures = await takeIn(chunk, found)
  if (failures.length > 0 && found.how === 'all-or-nothing') return undo(found, stand, failures)
  const name = partNames.failed(stand.part, stand.from)
  if (failures.length > 0) await putPart(found.id, name, failures)
  const isPartDone = stand.from + chunk.length >= rows.length
  const next: RunStand = {
    part: isPartDone ? stand.part + 1 : stand.part,
    from: isPartDone ? 0 : stand.from + chunk.length,
    imported: stand.imported + chunk.length - failures.length,
    failed: stand.failed + failures.length,
    failedParts: failures.length > 0 ? [...stand.failedParts, name] : stand.failedParts,
  }
  await keepCounts(found, next)
  const done = next.imported + next.failed
  return {
    cursor: JSON.stringify(next),
    done,
    total,
    message: `已导入 ${next.imported} / ${total} 行`,
    finished: false,
  }
}

/** The rows that can be taken in. */
export const isGood = ({ outcome }: CheckedRow): boolean => outcome === 'new' || outcome === 'known'

/** Counts stand on the import while it goes on, and when it was stopped meanwhile. */
const keepCounts = ({ id, job }: SheetImport, { imported, failed, failedParts }: RunStand) =>
  changeImport(id, (one) =>
    one.job !== job
      ? undefined
      : {
          ...one,
          imported,
          failed,
          failedParts,
          ...(one.state === 'cancelled' ? { message: sayStopped(imported) } : {}),
        },
  )

export const sayStopped = (imported: number): string =>
  `已停止：导入了 ${imported} 行，其余没有导入。已导入的保留着，可以撤销`

/** @returns those that could not be taken in after all, with why */
async function takeIn(rows: readonly CheckedRow[], found: SheetImport): Promise<readonly FailedRow[]> {
  const [importer, knowledge] = [await importerOf(found), await knowledgeNow()]
  const failures: FailedRow[] = []
  for (let start = 0; start < rows.length; start += atOnce) {
    const told = await Promise.all(
      rows.slice(start, start + atOnce).map(async (row) => {
        const message = await takeOne(row, found, importer, knowledge)
        return message === undefined ? [] : [{ row: row.row, message }]
      }),
    )
    failures.push(...told.flat())
  }
  return failures
}

const notAllowed = '您已没有在这里登记的权限'

/** @returns why a row could not be taken in */
async function takeOne(
  row: CheckedRow,
  found: SheetImport,
  importer: Importer | undefined,
  knowledge: Knowledge,
): Promise<string | undefined> {
  const place = row.place === undefined ? undefined : await findPlace(row.place)
  if (importer === undefined) return notAllowed
  if (place === undefined || place.ended) return '这个地点已经不再使用，请改用现在的地址'
  if (!importer.mayEdit(place.lineage)) return notAllowed
  try {
    const patch = patchOf(row, found, importer, knowledge)
    const given = await applyToGraph(patch, speakerOf(row, found, importer, knowledge))
    const { content, id } = importer.ledger
    const entity = content.kind === 'place' ? entityId(place.id) : given.get(freshName(found, row.row))
    if (content.membership.by === 'hand' && entity !== undefined) await keepRows(entity, { ledger: id, picked: true })
    return undefined
  } catch (error) {
    if (error instanceof Problem && error.kind !== 'unavailable') return error.document.detail
    throw error
  }
}

const freshName = ({ id }: Pick<SheetImport, 'id'>, row: number): string => `${id}/${row}`

/** What a row says, as standard entities and relations; the same at each try. */
export function patchOf(
  { row, facts, place }: CheckedRow,
  found: Pick<SheetImport, 'id'>,
  { ledger: { content } }: Pick<Importer, 'ledger'>,
  knowledge: Knowledge,
): Patch {
  const at = entityId(place ?? '')
  const ref = content.kind === 'place' ? { known: at } : { fresh: freshName(found, row) }
  const type = placingRelation[content.kind]
  return {
    knowledge: knowledge.version,
    entities: [{ ref, kind: content.kind, facts }],
    relations: type === undefined ? [] : [{ type, from: ref, to: { known: at } }],
  }
}

/** What a row is known by as a source. */
export const sourceOf = ({ id }: Pick<SheetImport, 'id'>, row: number): string => `${id}-${row}`

/**
 * A list that was handed over: less than the word of who looked or of the person, as of those registered in the importer's own places. Of who is registered
 * elsewhere it is hearsay, for whoever looks after them to confirm.
 */
function speakerOf(row: CheckedRow, found: SheetImport, importer: Importer, knowledge: Knowledge): Speaker {
  const weigh = async (about: EntityId): Promise<Authority> => {
    const entity = isPlaceId(about) ? undefined : await readEntity(about, true)
    const standing = entity === undefined ? undefined : await whereIs(entity)
    return standing === undefined || importer.mayEdit(standing.lineage) ? 'recorded' : 'told'
  }
  return {
    by: found.by,
    source: { kind: 'import', id: sourceOf(found, row.row), label: `表格导入：${found.name}` },
    at: found.startedAt ?? found.at,
    knowledge,
    authority: () => 'recorded',
    weigh,
    ...(row.place === undefined ? {} : { place: entityId(row.place) }),
  }
}

async function conclude(found: SheetImport, stand: RunStand) {
  const { imported, failed } = stand
  if (failed > 0) await writeWrongSheet({ ...found, failedParts: stand.failedParts })
  const refused = (found.checked?.wrong ?? 0) + (found.checked?.duplicate ?? 0) + failed
  const message = `导入完成：${imported} 行已登记${refused > 0 ? `，${refused} 行没有导入，可以下载改好再传` : ''}`
  await changeImport(found.id, (one) =>
    one.job === found.job && one.state === 'running'
      ? { ...one, state: 'done', message, imported, failed, wrongSheet: one.wrongSheet || failed > 0 }
      : undefined,
  )
  return over(imported + failed, imported + failed, message)
}

/** All were to be taken in, and one cannot be: what was taken in is withdrawn. */
async function undo(found: SheetImport, stand: RunStand, failures: readonly FailedRow[]) {
  const [first] = failures
  const message = `第 ${first?.row ?? ''} 行没有导入成功：${first?.message ?? ''}。按“全部导入或都不导入”，正在撤回已导入的行`
  const job = `${found.id}-u`
  const next = await changeImport(found.id, (one) =>
    one.job === found.job && one.state === 'running'
      ? { ...one, state: 'undoing', before: 'failed', message, job, undoneAt: found.startedAt ?? found.at }
      : undefined,
  )
  if (next !== undefined) await begin(next)
  return over(stand.imported, stand.imported, message)
}
