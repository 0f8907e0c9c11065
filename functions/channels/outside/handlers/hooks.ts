import { channelRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { clientFacts } from '../../../permissions/index'
import { endpoint } from '../../../platform/endpoint/endpoint'
import { accountOfClient } from '../domain/order'
import { hooksOf } from '../hook.store'
import { hookOf, renewSecret, replay, showHook, subscribe } from '../hooks'
import { clientOfCity } from '../settings'

const listed = async (clientId: string) => ({ items: await Promise.all((await hooksOf(clientId)).map(showHook)) })

export const hooks = endpoint(routes.hooks, async ({ actor }) => listed(actor.id))

export const saveHook = endpoint(routes.saveHook, async ({ params, body, actor, now }) => {
  const client = await clientFacts(actor.id)
  if (client === undefined) throw new Problem('unauthenticated')
  return subscribe(client, params.hookId, body, accountOfClient(actor.id), now)
})

export const rotateHook = endpoint(routes.rotateHook, async ({ params, actor, now }) =>
  renewSecret(await hookOf(actor.id, params.hookId), now),
)

export const replayHook = endpoint(routes.replayHook, async ({ params, body, actor, now }) =>
  replay(await hookOf(actor.id, params.hookId), body.since, now),
)

export const clientHooks = endpoint(routes.clientHooks, async ({ params, actor }) =>
  listed((await clientOfCity(actor, params.clientId)).id),
)

export const keepHook = endpoint(routes.keepHook, async ({ params, body, actor, now }) =>
  subscribe(await clientOfCity(actor, params.clientId), params.hookId, body, actor.id, now),
)
