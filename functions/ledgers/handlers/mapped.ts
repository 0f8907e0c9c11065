import { ledgerRoutes } from '@zmht/shared/contract'
import { lineageOf } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { accessTo } from '@zmht/shared/permission'
import { knowledgeNow } from '../../knowledge/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import type { Ledger } from '../ledger.store'
import { type Reach, reachOf, visibleLedger } from '../ledger-access'
import { narrowingOf } from '../listing'
import { positioned } from '../positions'
import type { ListedRow } from '../row.store'
import { sensitivityOfColumn, showRow } from '../show-row'
import { siftedRows } from '../sifted'

const routes = ledgerRoutes
/** More on one map are a smear; and each is opened to be shown. */
const mostPoints = 500

/** The rows of a ledger on a map, from the block the list is sifted from, kept for as long. */
export const mapped = endpoint(routes.mapped, async ({ params, body, actor, bounds, now }) => {
  const ledger = await visibleLedger(params.ledgerId, actor, now)
  const narrowing = narrowingOf(ledger, body)
  const reach = await reachOf(ledger, actor, { bounds, place: body.place, at: now })
  const knowledge = await knowledgeNow()
  const sifting = { conditions: body.conditions }
  const { rows, unseen } = await siftedRows(ledger, knowledge, { reach, narrowing, sifting, at: now })
  const looked = await positioned(rows.slice(0, mostPoints), (row) => seesPosition(ledger, row, knowledge, reach))
  const items = await Promise.all(
    looked.flatMap(({ row, position, nearby }) =>
      position === undefined
        ? []
        : [showRow(ledger, knowledge, row, reach).then(({ id, name, home }) => ({ id, name, home, position, nearby }))],
    ),
  )
  return {
    items,
    total: rows.length,
    unplaced: looked.length - items.length,
    left: rows.length - looked.length,
    unseen,
  }
})

/** A position is a fact like any other: where the reader does not see it whole, the row stands at its building. */
function seesPosition({ content: { kind } }: Ledger, row: ListedRow, knowledge: Knowledge, reach: Reach): boolean {
  const attribute = `${kind}.position`
  const sensitivity = sensitivityOfColumn({ key: attribute, of: 'attribute', attribute }, knowledge, false)
  return accessTo(reach.fieldsAt(lineageOf(row.path)), attribute, sensitivity) === 'full'
}
