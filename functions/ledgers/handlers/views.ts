import { isDeepStrictEqual } from 'node:util'
import { ledgerRoutes } from '@zmht/shared/contract'
import { type FieldProblem, Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { visibleLedger } from '../ledger-access'
import { readViews, saveViews as save } from '../view.store'

const routes = ledgerRoutes

export const views = endpoint(routes.views, async ({ params, actor, now }) => {
  const { id } = await visibleLedger(params.ledgerId, actor, now)
  const { views: kept, edition } = await readViews({ ledger: id, official: actor.id })
  return { views: [...kept], edition }
})

/** What a view asks is held against the ledger when it is looked at: columns come and go. */
export const saveViews = endpoint(routes.saveViews, async ({ params, body, actor, now }) => {
  const { id } = await visibleLedger(params.ledgerId, actor, now)
  const { views: next, edition } = body
  const fields = next.flatMap(({ id: own, name }, at): FieldProblem[] =>
    next.findIndex((one) => one.id === own || one.name === name) === at
      ? []
      : [{ path: `body.views.${at}.name`, message: '已经有一个同名的视图，请换个名称' }],
  )
  if (fields.length > 0) throw new Problem('invalid', { fields })
  const kept = await readViews({ ledger: id, official: actor.id })
  // Sent again after no answer came: they are saved already.
  const isSaved = kept.edition === edition + 1 && isDeepStrictEqual(kept.views, next)
  const saving = { ledger: id, official: actor.id, views: next, edition: edition + 1, at: now }
  if (!isSaved && (kept.edition !== edition || !(await save(saving)))) throw new Problem('changed')
  return { views: next, edition: edition + 1 }
})
