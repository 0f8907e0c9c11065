import { ledgerRoutes } from '@zmht/shared/contract'
import { entityId, isComputed, type Knowledge, showValue } from '@zmht/shared/knowledge'
import type { LedgerContent } from '@zmht/shared/ledgers'
import { Problem } from '@zmht/shared/problems'
import { knowledgeNow } from '../../knowledge/index'
import { now } from '../../platform/clock'
import { endpoint } from '../../platform/endpoint/endpoint'
import { visibleLedger } from '../ledger-access'
import { readFacts } from '../read-facts'
import { begin } from '../sheets/begin'
import type { CheckedRow } from '../sheets/check-rows'
import { importsOf, newSheetImport, readImport, type SheetImport, saveImport } from '../sheets/import.store'
import { partNames, putPart } from '../sheets/shelf'
import { cardOf, showImport } from '../sheets/show-import'
import { wordsOf } from '../sheets/words'

const routes = ledgerRoutes

type Said = ReturnType<typeof readFacts>

/**
 * Many rows are edited at once as if a sheet said it of each: the same steps, the same progress, the same undoing. Who may edit whom is asked again
 * of each, when it comes to it.
 */
export const startEdit = endpoint(routes.startEdit, async ({ params, body, actor, now: at }) => {
  const [ledger, knowledge] = [await visibleLedger(params.ledgerId, actor, at), await knowledgeNow()]
  if (ledger.ended) throw new Problem('step-not-allowed', { detail: '这份台账已经结束，没有作任何修改。' })
  const said = readFacts(knowledge, ledger.content.kind, body.facts)
  refuseOwn(ledger.content, said, knowledge)
  const rows = [...new Set(body.entities)].map(
    (entity, position): CheckedRow => ({
      row: position + 1,
      outcome: 'known',
      entity: entityId(entity),
      facts: said,
      home: '',
      problems: [],
    }),
  )
  const held = await readImport(params.importId)
  const isSame = held?.edit === true && held.by === actor.id && held.ledger === ledger.id
  if (held !== undefined && !isSame) throw new Problem('key-reused')
  // Sent again after no answer came it is the same edit: it goes on.
  if (held !== undefined) return showImport(await begin(held), ledger, knowledge)
  const found: SheetImport = {
    ...newSheetImport({
      id: params.importId,
      ledger: ledger.id,
      by: actor.id,
      byName: actor.name,
      at,
      name: nameOf(said, rows.length, knowledge),
      type: 'text/csv',
      bytes: 0,
    }),
    edit: true,
    state: 'running',
    how: 'valid-only',
    parts: 1,
    startedAt: now(),
    checked: {
      rows: rows.length,
      new: 0,
      known: rows.length,
      duplicate: 0,
      wrong: 0,
      elsewhere: 0,
      reasons: {},
      refused: [0],
    },
    job: `${params.importId}-x`,
  }
  await putPart(found.id, partNames.checked(found.checking, 0), rows)
  const kept = await saveImport({ ...found, message: wordsOf(found).begun })
  if (kept === undefined) throw new Problem('changed')
  return showImport(await begin(kept), ledger, knowledge)
})

/** What is each one's own (a number, a name) is not the same for many; what is computed is not said at all. */
function refuseOwn({ kind }: LedgerContent, said: Said, knowledge: Knowledge): void {
  const fields = said.flatMap(({ attribute }, at) => {
    const isOwn = attribute === `${kind}.name` || knowledge.attribute(attribute)?.naturalKey === true
    return isOwn || isComputed(attribute)
      ? [{ path: `body.facts.${at}.attribute`, message: '这项内容各不相同，不能一次改成一样的' }]
      : []
  })
  if (fields.length > 0) throw new Problem('invalid', { fields })
}

/** 「3 个的户籍类型改为流动」 */
function nameOf(said: Said, rows: number, knowledge: Knowledge): string {
  const changes = said.map(({ attribute, value }) => {
    const what = knowledge.attribute(attribute)
    return what === undefined ? '' : `${what.name}改为${showValue(what, value)}`
  })
  return `${rows} 个的${changes.join('，')}`.slice(0, 80)
}

export const edits = endpoint(routes.edits, async ({ params, query, actor, now: at }) => {
  await visibleLedger(params.ledgerId, actor, at)
  const { items, next } = await importsOf({ ledger: params.ledgerId, by: actor.id, edit: true }, query.cursor)
  return { items: items.map(cardOf), ...(next === undefined ? {} : { next }) }
})
