import { type MeReply, permissionRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { privacyGuideline } from '@zmht/shared/rules'
import { placeFacts } from '../../hierarchy/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { changeStanding, readStandingItem, type Standing } from '../account.store'
import { withHome, withoutHome } from '../domain/homes'
import { meOf } from '../standing'

const routes = permissionRoutes

async function reply(standing: Standing | undefined): Promise<MeReply> {
  if (standing === undefined) throw new Problem('session-revoked')
  return meOf(standing)
}

export const me = endpoint(routes.me, async ({ actor }) => reply(await readStandingItem(actor.id)))

export const consent = endpoint(routes.consent, async ({ params, actor }) => {
  if (params.guideline !== privacyGuideline) throw new Problem('changed')
  return reply(await changeStanding(actor.id, (standing) => ({ ...standing, consented: params.guideline })))
})

export const setHome = endpoint(routes.setHome, async ({ params, body, actor, now }) => {
  await placeFacts(params.placeId)
  return reply(
    await changeStanding(actor.id, (standing) => ({
      ...standing,
      homes: withHome(standing.homes, { placeId: params.placeId, label: body.label, at: now }),
    })),
  )
})

export const removeHome = endpoint(routes.removeHome, async ({ params, actor }) =>
  reply(
    await changeStanding(actor.id, (standing) => ({ ...standing, homes: withoutHome(standing.homes, params.placeId) })),
  ),
)
