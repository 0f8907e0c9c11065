// Prints a new document for Secrets Manager: random keys, and blanks for what only people can know.
//
//   npx tsx infra/operations/new-secrets.ts > secrets.json
import { randomBytes } from 'node:crypto'
import type { Secrets } from '@zmht/functions/platform/secrets'

const key = () => randomBytes(32).toString('base64')

/** A key ring with one key, named after the day, so that a rotation can be read off it. */
function ring(today: string): Secrets['session'] {
  return { current: today, keys: { [today]: key() } }
}

export function newSecrets(today = new Date().toISOString().slice(0, 10)): Secrets {
  const app = { appId: '', secret: '', templates: { progress: '' } }
  return {
    session: ring(today),
    fields: ring(today),
    blind: key(),
    wechat: { resident: app, gov: app },
    sms: { account: '', secret: '' },
  }
}

console.log(JSON.stringify(newSecrets(), null, 2))
