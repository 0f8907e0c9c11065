import { overviewRoutes as routes } from '@zmht/shared/contract'
import { boardMeasures, ledgerOf } from '@zmht/shared/overview'
import { Problem } from '@zmht/shared/problems'
import { visibleLedger } from '../../ledgers/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { saveChoice } from '../choice.store'

export const chooseMeasures = endpoint(routes.chooseMeasures, async ({ body, actor, now: at }) => {
  const organisation = actor.posts[0]?.organisation
  if (organisation === undefined) throw new Problem('forbidden')
  const measures = [...new Set(body.measures)]
  for (const measure of measures) {
    const ledger = ledgerOf(measure)
    if (ledger !== undefined) await visibleLedger(ledger, actor, at)
    else if (!boardMeasures.some(({ id }) => id === measure))
      throw new Problem('invalid', { fields: [{ path: 'body.measures', message: '没有这个指标，没有保存' }] })
  }
  await saveChoice({ organisation, measures, at, by: actor.id })
  return { measures }
})
