// Prints a new document for Secrets Manager: random keys, and blanks for what only people can know.
//
//   npx tsx infra/operations/new-secrets.ts > secrets.json
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Secrets } from '@zmht/functions/platform/secrets'

const key = () => randomBytes(32).toString('base64')

/** A key ring with one key, named after the day, so that a rotation can be read off it. */
function ring(today: string): Secrets['session'] {
  return { current: today, keys: { [today]: key() } }
}

/** What services elsewhere check by its public half: an elliptic key of P-256. */
function assertionRing(today: string): Secrets['assertion'] {
  const {
    x = '',
    y = '',
    d = '',
  } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    format: 'jwk',
  })
  return { current: today, keys: { [today]: { kty: 'EC', crv: 'P-256', x, y, d } } }
}

/** What is typed into WeChat's 消息推送: a token of 32 letters and digits, a key of 43. */
const push = () => ({ token: randomBytes(16).toString('hex'), aesKey: key().slice(0, 43) })

export function newSecrets(today = new Date().toISOString().slice(0, 10)): Secrets {
  const app = () => ({ appId: '', secret: '', templates: { progress: '' }, push: push() })
  return {
    session: ring(today),
    fields: ring(today),
    assertion: assertionRing(today),
    blind: key(),
    wechat: { resident: app(), gov: app() },
    sms: { account: '', secret: '' },
  }
}

console.log(JSON.stringify(newSecrets(), null, 2))
