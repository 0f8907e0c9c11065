import { permissionRoutes } from '@zmht/shared/contract'
import { endpoint } from '../../platform/endpoint/endpoint'
import { clientsBelow } from '../client.store'
import { letIn, letOut, rootOf, showClient, tokenFor } from '../clients'

const routes = permissionRoutes

export const accessToken = endpoint(routes.accessToken, async ({ body }) =>
  tokenFor(body.client_id, body.client_secret),
)

export const clients = endpoint(routes.clients, async ({ actor }) => ({
  items: await Promise.all((await clientsBelow(await rootOf(actor))).map(showClient)),
}))

export const makeClient = endpoint(routes.makeClient, async ({ params, body, actor, territory, now }) => {
  const { record, secret } = await letIn(actor, {
    id: params.clientId,
    name: body.name,
    places: territory.places,
    at: now,
  })
  return { ...(await showClient(record)), secret }
})

export const endClient = endpoint(routes.endClient, async ({ params, actor, now }) =>
  showClient(await letOut(actor, params.clientId, now)),
)
