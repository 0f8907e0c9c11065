import { permissionRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { environment } from '../../platform/environment'
import { urlProblem } from '../../platform/outside/address'
import { rootOf } from '../clients'
import { type Issuer, issuersBelow, saveIssuerRecord } from '../issuer.store'
import { newNonce, nonceSeconds, proveBy } from '../one-sign-in'
import { signInFrom } from '../sessions'

export const exchangeNonce = endpoint(routes.exchangeNonce, async () => ({
  nonce: await newNonce(),
  expiresIn: nonceSeconds,
}))

export const exchangeToken = endpoint(routes.exchangeToken, async ({ body }) => {
  const { accessToken, expiresIn, refreshToken, me } = await signInFrom(await proveBy(body.subject_token))
  return {
    access_token: accessToken,
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token' as const,
    token_type: 'Bearer' as const,
    expires_in: expiresIn,
    refresh_token: refreshToken,
    me,
  }
})

const shown = ({ id, issuer, name, clientId, jwksUrl, vouches, on }: Omit<Issuer, 'root' | 'by' | 'at'>) => ({
  id,
  issuer,
  name,
  clientId,
  jwksUrl,
  vouches: [...vouches],
  on,
})

export const issuers = endpoint(routes.issuers, async ({ actor }) => ({
  items: (await issuersBelow(await rootOf(actor))).map(shown),
}))

export const saveIssuer = endpoint(routes.saveIssuer, async ({ params, body, actor, now }) => {
  const wrong = urlProblem(body.jwksUrl, environment.hooksToLoopback())
  if (wrong !== undefined)
    throw new Problem('invalid', {
      fields: [{ path: 'body.jwksUrl', message: `${wrong.replace('接收地址', '公钥地址')}，没有保存` }],
    })
  const record: Issuer = { ...body, id: params.issuerId, root: await rootOf(actor), by: actor.id, at: now }
  if (!(await saveIssuerRecord(record))) throw new Problem('key-reused')
  return shown(record)
})
