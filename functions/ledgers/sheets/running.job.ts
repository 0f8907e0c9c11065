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
import { nameOf, whereIs } from '../look'
import { keepRows } from '../rows'
import { begin } from './begin'
import type { CheckedRow } from './check-rows'
import { checkedPart, type FailedRow, failedRows } from './findings'
import { readImport, type SheetImport } from './import.store'
import { changeImport, type Importer, importerOf, importOf, leftOff, over } from './importing'
import { partNames, putPart } from './shelf'
import { wordsOf } from './words'
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
    message: wordsOf(found).going(next.imported, total),
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
          ...(one.state === 'cancelled' ? { message: wordsOf(one).stopped(imported) } : {}),
        },
  )

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
  if (importer === undefined) return notAllowed
  if (row.entity !== undefined) return editOne(row.entity, row, found, importer, knowledge)
  const place = row.place === undefined ? undefined : await findPlace(row.place)
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

/** @returns why one that was picked could not be edited */
async function editOne(
  id: EntityId,
  row: CheckedRow,
  found: SheetImport,
  importer: Importer,
  knowledge: Knowledge,
): Promise<string | undefined> {
  const entity = await readEntity(id, true)
  const standing = entity === undefined ? undefined : await whereIs(entity)
  if (entity === undefined || standing === undefined || entity.kind !== importer.ledger.content.kind)
    return `${await nameOf(id)}：已不在台账里`
  if (!importer.mayEdit(standing.lineage)) return `${await nameOf(id)}：${notAllowed}`
  await applyToGraph(patchOf(row, found, importer, knowledge), speakerOf(row, found, importer, knowledge))
  return undefined
}

const freshName = ({ id }: Pick<SheetImport, 'id'>, row: number): string => `${id}/${row}`

/** What a row says, as standard entities and relations; the same at each try. */
export function patchOf(
  { row, entity, facts, place }: CheckedRow,
  found: Pick<SheetImport, 'id'>,
  { ledger: { content } }: Pick<Importer, 'ledger'>,
  knowledge: Knowledge,
): Patch {
  if (entity !== undefined)
    return {
      knowledge: knowledge.version,
      entities: [{ ref: { known: entity }, kind: content.kind, facts }],
      relations: [],
    }
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
    return standing === undefined || importer.mayEdit(standing.lineage) ? own : 'told'
  }
  const isEdit = found.edit === true
  // Whoever picks rows of their own and says something of each has looked, as one who corrects a single one.
  const own: Authority = isEdit ? 'checked' : 'recorded'
  return {
    by: found.by,
    source: {
      kind: 'import',
      id: sourceOf(found, row.row),
      label: `${isEdit ? '批量修改' : '表格导入'}：${found.name}`,
    },
    at: found.startedAt ?? found.at,
    knowledge,
    authority: () => own,
    weigh,
    ...(row.place === undefined ? {} : { place: entityId(row.place) }),
  }
}

async function conclude(found: SheetImport, stand: RunStand) {
  const { imported, failed } = stand
  const isSheet = found.edit !== true
  if (failed > 0 && isSheet) await writeWrongSheet({ ...found, failedParts: stand.failedParts })
  const refused = (found.checked?.wrong ?? 0) + (found.checked?.duplicate ?? 0) + failed
  const why = failed > 0 && !isSheet ? await whyNot({ ...found, failedParts: stand.failedParts }) : ''
  const message = `${wordsOf(found).done(imported, refused)}${why}`
  await changeImport(found.id, (one) =>
    one.job === found.job && one.state === 'running'
      ? { ...one, state: 'done', message, imported, failed, wrongSheet: one.wrongSheet || (failed > 0 && isSheet) }
      : undefined,
  )
  return over(imported + failed, imported + failed, message)
}

/** Of rows that were picked there is no sheet to be sent back: who was not edited, and why, is said in words. */
async function whyNot(found: SheetImport): Promise<string> {
  const told = [...(await failedRows(found)).values()].flat()
  return `（${told.slice(0, 5).join('；')}${told.length > 5 ? '；等' : ''}）`
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
