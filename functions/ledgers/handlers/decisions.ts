import { ledgerRoutes } from '@zmht/shared/contract'
import { entityId } from '@zmht/shared/knowledge'
import { knowledgeNow } from '../../knowledge/index'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { decide as decideOn } from '../decide'
import { readEntity } from '../entity.store'
import { resourceOf } from '../entity-resource'
import { locateListed, showForOfficial } from './entity'

const routes = ledgerRoutes

/** Accepts or rejects what somebody said, or joins two records of one; answers with the entity as it is then. */
export const decide = endpoint(routes.decide, {
  locate: locateListed,
  handle: async ({ body, actor, fields, now, loaded }) => {
    // Two are one for those who look after both.
    const other = body.about === 'alike' ? await readEntity(entityId(body.other)) : undefined
    if (other !== undefined) await allowed(actor, 'ledger.decide', await resourceOf(other), now)
    const decided = await decideOn(loaded.id, body, { by: actor.id, at: now, knowledge: await knowledgeNow() })
    return showForOfficial(decided, actor, fields, now, undefined)
  },
})
