import { randomBytes } from 'node:crypto'
import type { HookContent, HookReply } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { secretFrom } from '@zmht/shared/webhooks/sign'
import { environment } from '../../platform/environment'
import { urlProblem } from '../../platform/outside/address'
import { present } from '../../platform/table/item'
import { formerSecretMillis, rotated, type Secret } from './domain/hook'
import {
  type Hook,
  type HookCard,
  isWell,
  messagesSince,
  readHealth,
  readHook,
  saveHook,
  saveMessage,
  sealSecrets,
  secretsOf,
} from './hook.store'
import { sendNow } from './record'

/** 32 random bytes: what the specification of Standard Webhooks asks for lies between 24 and 64. */
const newSecret = (): string => secretFrom(new Uint8Array(randomBytes(32)))

/** A system's own subscription. @throws Problem `not-found` for another's */
export async function hookOf(clientId: string, id: string): Promise<Hook> {
  const found = await readHook(id)
  if (found === undefined || found.clientId !== clientId) throw new Problem('not-found')
  return found
}

export async function showHook({ id, url, events, places, channels, on }: HookCard): Promise<HookReply> {
  const health = await readHealth(id)
  return {
    id,
    url,
    events: [...events],
    ...(places === undefined ? {} : { places: [...places] }),
    ...(channels === undefined ? {} : { channels: [...channels] }),
    on: on && health?.offAt === undefined,
    ...(health === undefined ? {} : { failingSince: health.failingSince }),
    ...(health?.offAt === undefined ? {} : { off: { at: health.offAt, why: health.why } }),
  }
}

/**
 * Makes a subscription, with a secret that is told this once, or changes it. Saved again it is on again, whatever its receiver did before.
 * @throws Problem `key-reused` for an id of another system's
 */
export async function subscribe(
  { id: clientId, root }: { readonly id: string; readonly root: string },
  id: string,
  { on = true, ...content }: HookContent,
  by: string,
  at: string,
): Promise<HookReply & { secret?: string }> {
  const wrong = urlProblem(content.url, environment.hooksToLoopback())
  if (wrong !== undefined)
    throw new Problem('invalid', { fields: [{ path: 'body.url', message: `${wrong}，没有保存` }] })
  const seen = await readHook(id)
  if (seen !== undefined && seen.clientId !== clientId) throw new Problem('key-reused')
  const secret = seen === undefined ? newSecret() : undefined
  const fresh = secret === undefined ? undefined : await sealSecrets(id, [{ secret }])
  const hook: Hook = {
    ...present(content),
    id,
    clientId,
    root,
    on,
    secrets: fresh ?? seen?.secrets ?? new Uint8Array(),
    edition: (seen?.edition ?? 0) + 1,
    by,
    at,
  }
  if (!(await saveHook(hook, seen))) throw new Problem('changed')
  await isWell(id)
  return { ...(await showHook(hook)), ...(secret === undefined ? {} : { secret }) }
}

/** Another secret; what was in force signs beside it for a day. */
export async function renewSecret(hook: Hook, at: string): Promise<{ secret: string; formerUntil: string }> {
  const secret = newSecret()
  const secrets: readonly Secret[] = rotated(await secretsOf(hook), secret, at)
  const next: Hook = { ...hook, secrets: await sealSecrets(hook.id, secrets), edition: hook.edition + 1, at }
  if (!(await saveHook(next, hook))) throw new Problem('changed')
  return { secret, formerUntil: new Date(Date.parse(at) + formerSecretMillis).toISOString() }
}

/** So many are set waiting again by one call. */
const replayedAtOnce = 200

/** What happened since an instant is sent again under the ids it had, whatever became of it. What is under way just now is not sent twice. */
export async function replay(hook: Hook, since: string, at: string): Promise<{ again: number; next?: string }> {
  const found = await messagesSince(hook.id, since, replayedAtOnce)
  const saved = await Promise.all(
    found.map((one) => saveMessage({ ...one, state: 'waiting', attempts: 0, next: at, version: one.version + 1 })),
  )
  await sendNow(hook.id)
  const last = found.at(-1)
  return {
    again: saved.filter(Boolean).length,
    // From the last one's instant on: others of the same instant may not have been among them.
    ...(found.length < replayedAtOnce || last === undefined || last.at === since ? {} : { next: last.at }),
  }
}
