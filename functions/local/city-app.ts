import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { exportJWK, SignJWT } from 'jose'
import { idOfDivision } from '../hierarchy/divisions'
import { saveIssuerRecord } from '../permissions/issuer.store'
import { now } from '../platform/clock'

/** As whom we are known to the stand-in. */
const clientId = 'zmht'

interface Person {
  readonly phone: string
  readonly who: string
}

/**
 * Stands in for the App of a city: who is signed in there opens the resident h5, which takes their identity (decision 0043). The App asks
 * us for a nonce, has its id_token made for it, and hands that over in the fragment of the address.
 */
export function cityApp({
  issuer,
  resident,
  people,
}: {
  /** Its own address, as `iss` says it. */
  readonly issuer: string
  /** Where the resident h5 is. */
  readonly resident: string
  readonly people: () => Promise<readonly Person[]>
}): Hono {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const kid = randomUUID()
  const app = new Hono()

  const tokenFor = async (phone: string): Promise<string> => {
    const answer = await fetch(`${resident}/api/sessions/nonces`, { method: 'POST' })
    const { nonce } = (await answer.json()) as { nonce: string } // as the contract has it
    return new SignJWT({ nonce, phone_number: `+86${phone}`, phone_number_verified: true })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(issuer)
      .setSubject(`city-${phone}`)
      .setAudience(clientId)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
  }

  app.get('/jwks', async (context) =>
    context.json({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }] }),
  )
  app.get('/open', async (context) => {
    const phone = context.req.query('phone') ?? ''
    return /^1\d{10}$/.test(phone)
      ? context.redirect(`${resident}/#id_token=${await tokenFor(phone)}`)
      : context.text('phone?', 400)
  })
  app.get('/', async (context) => {
    const rows = (await people()).map(
      ({ phone, who }) => `<p><a href="app/open?phone=${phone}">${who}（${phone}）</a></p>`,
    )
    return context.html(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>市民 App（演示）</title><body style="font:16px/1.6 sans-serif;margin:2rem"><h1>市民 App（演示）</h1><p>以谁的身份打开政民互通：</p>${rows.join('')}</body></html>`,
    )
  })
  return app
}

/** Registers the stand-in for the demonstration's city, as whoever keeps its permissions would. */
export async function registerCityApp(issuer: string): Promise<void> {
  await saveIssuerRecord({
    id: 'i0000000000000cityapp',
    issuer,
    name: '市民 App（演示）',
    clientId,
    jwksUrl: `${issuer}/jwks`,
    vouches: ['phone_number'],
    on: true,
    root: `o${idOfDivision('11')}`,
    by: 'system',
    at: now(),
  })
}
