import { contract } from '@zmht/shared/contract'
import { knowledgeNow } from '../../knowledge/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { decide as decideOn } from '../decide'
import { locateEntity, showForOfficial } from './entity'

const routes = contract.ledgers

/** Accepts or rejects what somebody said, or joins two records of one; answers with the entity as it is then. */
export const decide = endpoint(routes.decide, {
  locate: locateEntity,
  handle: async ({ body, actor, fields, now, loaded }) => {
    const decided = await decideOn(loaded.id, body, { by: actor.id, at: now, knowledge: await knowledgeNow() })
    return showForOfficial(decided, fields, now, undefined)
  },
})
