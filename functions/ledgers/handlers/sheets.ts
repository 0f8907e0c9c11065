import { ledgerRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { canBeWritten, isSameMeaning } from '@zmht/shared/sheets/rows/index'
import { placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { now } from '../../platform/clock'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { readAddress, uploadAddress } from '../../platform/files/bucket'
import { joinPosition, splitPosition } from '../../platform/table/page'
import type { Ledger } from '../ledger.store'
import { rowResource, visibleLedger } from '../ledger-access'
import { begin } from '../sheets/begin'
import { importsOf, newSheetImport, readImport, type SheetImport, saveImport } from '../sheets/import.store'
import { sheetFile, wrongFile } from '../sheets/shelf'
import { cardOf, pageOfRows, showImport } from '../sheets/show-import'
import { wordsOf } from '../sheets/words'

const routes = ledgerRoutes
const uploadSeconds = 10 * 60

interface Named {
  readonly ledgerId: string
  readonly importId: string
}

/** An import of the caller's own: for anybody else there is none. */
async function own({ ledgerId, importId }: Named, actor: Official, at: string) {
  const [ledger, found] = [await visibleLedger(ledgerId, actor, at), await readImport(importId)]
  if (found === undefined || found.by !== actor.id || found.ledger !== ledgerId) throw new Problem('not-found')
  return { ledger, found }
}

const show = async (one: SheetImport, ledger: Ledger) => showImport(one, ledger, await knowledgeNow())

/** Saves what a person asked for. @throws Problem `changed` when the import has gone on meanwhile */
async function saved(next: SheetImport): Promise<SheetImport> {
  const kept = await saveImport(next)
  if (kept === undefined) throw new Problem('changed')
  return kept
}

/** @throws Problem `step-not-allowed` */
function notNow(detail: string): Problem {
  return new Problem('step-not-allowed', { detail })
}

export const imports = endpoint(routes.imports, async ({ params, query, actor, now: at }) => {
  await visibleLedger(params.ledgerId, actor, at)
  const { items, next } = await importsOf({ ledger: params.ledgerId, by: actor.id }, query.cursor)
  return {
    items: items.map(cardOf),
    ...(next === undefined ? {} : { next }),
  }
})

export const newImport = endpoint(routes.newImport, async ({ params, body, actor, now: at }) => {
  const ledger = await visibleLedger(params.ledgerId, actor, at)
  if (ledger.ended) throw notNow('这份台账已经结束，不能再导入。')
  const held = await readImport(params.importId)
  const isSame = held !== undefined && held.by === actor.id && held.ledger === ledger.id && held.bytes === body.bytes
  if (held !== undefined && !(isSame && held.state === 'waiting' && held.type === body.type))
    throw new Problem('key-reused')
  const found =
    held ??
    (await saved(
      newSheetImport({ ...body, id: params.importId, ledger: ledger.id, by: actor.id, byName: actor.name, at }),
    ))
  const address = await uploadAddress({ id: sheetFile(found.id), type: found.type, bytes: found.bytes }, uploadSeconds)
  return { import: await show(found, ledger), ...address }
})

export const sheetImport = endpoint(routes.sheetImport, async ({ params, actor, now: at }) => {
  const { ledger, found } = await own(params, actor, at)
  return show(found, ledger)
})

export const readSheet = endpoint(routes.readSheet, async ({ params, body, actor, now: at }) => {
  const { ledger, found } = await own(params, actor, at)
  const isGoing = found.state === 'reading' && found.fillDown === body.fillDown && found.sheet === body.sheet
  if (isGoing) return show(await begin(found), ledger)
  if (!['waiting', 'read', 'checked', 'failed'].includes(found.state) || found.startedAt !== undefined)
    throw notNow('这次导入已经在进行或已经结束，不能重新读表。请另外上传一次。')
  const { sheet: _, ...rest } = found
  const next = await saved({
    ...rest,
    state: 'reading',
    message: '正在读表',
    reading: found.reading + 1,
    fillDown: body.fillDown,
    ...(body.sheet === undefined ? {} : { sheet: body.sheet }),
    job: `${found.id}-r${found.reading + 1}`,
  })
  return show(await begin(next), ledger)
})

export const mapColumns = endpoint(routes.mapColumns, async ({ params, body, actor, now: at }) => {
  const { ledger, found } = await own(params, actor, at)
  if (!['read', 'checking', 'checked'].includes(found.state))
    throw notNow('现在不能改各列的内容，请等读完表，或另外上传一次。')
  if (body.place !== undefined) {
    const { lineage } = await placeFacts(body.place)
    await allowed(actor, 'ledger.edit', await rowResource(ledger, lineage), at)
  }
  const columns = await chosenColumns(found, ledger, body.columns)
  const { place: _, checked: __, ...rest } = found
  const next = await saved({
    ...rest,
    state: 'checking',
    message: '正在逐行检查',
    checking: found.checking + 1,
    columns,
    nearest: body.nearest,
    wrongSheet: false,
    ...(body.place === undefined ? {} : { place: body.place }),
    job: `${found.id}-c${found.checking + 1}`,
  })
  return show(await begin(next), ledger)
})

type Chosen = readonly { readonly column: number; readonly as: SheetImport['columns'][number]['as'] }[]

/** @throws Problem `invalid` for a meaning that cannot be, or that two columns have */
async function chosenColumns(found: SheetImport, { content }: Ledger, chosen: Chosen): Promise<SheetImport['columns']> {
  const knowledge = await knowledgeNow()
  const fields = chosen.flatMap(({ column, as }, at) => {
    const path = `body.columns.${at}`
    if (!found.columns.some((one) => one.column === column)) return [{ path, message: '表里没有这一列' }]
    if (as.of !== 'attribute') return []
    if (!canBeWritten(knowledge.attribute(as.attribute), content.kind))
      return [{ path, message: '这份台账登记的对象没有这项内容' }]
    return chosen.findIndex((one) => isSameMeaning(one.as, as)) < at
      ? [{ path, message: '这项内容已经选了另一列，一项内容只能用一列' }]
      : []
  })
  if (fields.length > 0) throw new Problem('invalid', { fields })
  return found.columns.map((column) => {
    const as = chosen.find((one) => one.column === column.column)?.as ?? { of: 'nothing' as const }
    return isSameMeaning(as, column.as) ? column : { ...column, as, confidence: 'chosen', why: '由您指定' }
  })
}

export const importRows = endpoint(routes.importRows, async ({ params, query, actor, now: at }) => {
  const { ledger, found } = await own(params, actor, at)
  // Rows that were picked stand in no sheet.
  if (found.checked === undefined || found.edit === true) return { items: [] }
  const { part, from } = splitPosition(query.cursor)
  const start = { what: query.what, part, from: Number(from ?? 0) || 0 }
  const { items, next } = await pageOfRows(found, ledger, await knowledgeNow(), start)
  return { items, ...(next === undefined ? {} : { next: joinPosition(next.part, String(next.from)) }) }
})

export const startImport = endpoint(routes.startImport, async ({ params, body, actor, now: at }) => {
  const { ledger, found } = await own(params, actor, at)
  if (found.state === 'running' && found.how === body.how) return show(await begin(found), ledger)
  const { checked } = found
  if (found.state !== 'checked' || checked === undefined) throw notNow('还没有检查完，或已经导入过。请等检查完再开始。')
  const refused = checked.wrong + checked.duplicate
  if (body.how === 'all-or-nothing' && refused > 0)
    throw notNow(`还有 ${refused} 行不能导入，没有导入任何一行。请下载改好后重新上传，或选择只导入没有问题的行。`)
  if (checked.new + checked.known === 0) throw notNow('没有可以导入的行，没有作任何更改。')
  const next = await saved({
    ...found,
    state: 'running',
    how: body.how,
    startedAt: now(),
    message: wordsOf(found).begun,
    job: `${found.id}-x`,
  })
  return show(await begin(next), ledger)
})

export const cancelImport = endpoint(routes.cancelImport, async ({ params, actor, now: at }) => {
  const { ledger, found } = await own(params, actor, at)
  if (found.state === 'cancelled') return show(found, ledger)
  if (!['waiting', 'reading', 'read', 'checking', 'checked', 'running'].includes(found.state))
    throw notNow('这次导入已经结束，不用停止。')
  const isRunning = found.state === 'running'
  const message = isRunning ? wordsOf(found).stopping : '已取消，没有导入任何一行'
  return show(await saved({ ...found, state: 'cancelled', message }), ledger)
})

export const undoImport = endpoint(routes.undoImport, async ({ params, actor, now: at }) => {
  const { ledger, found } = await own(params, actor, at)
  if (found.state === 'undoing') return show(await begin(found), ledger)
  if (found.state === 'undone') return show(found, ledger)
  const before = found.state
  if (found.startedAt === undefined || (before !== 'done' && before !== 'cancelled'))
    throw notNow('没有可以撤销的内容：这次导入还没有开始，或还在进行。')
  const next = await saved({
    ...found,
    state: 'undoing',
    before,
    undoneAt: now(),
    message: '正在撤销',
    job: `${found.id}-u`,
  })
  return show(await begin(next), ledger)
})

export const wrongSheet = endpoint(routes.wrongSheet, async ({ params, actor, now: at }) => {
  const { found } = await own(params, actor, at)
  if (!found.wrongSheet) throw new Problem('not-found')
  const name = `${found.name.replace(/\.(xlsx|csv)$/i, '')}（未导入的行）.xlsx`
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { url: await readAddress(wrongFile(found.id), { name, type }), name }
})
