import { randomBytes } from 'node:crypto'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { readClient } from '../../permissions/index'
import { auditWrite } from '../../platform/audit.store'
import { later } from '../../platform/clock'
import type { Client } from '../../platform/endpoint/actor'
import { formerKeyMillis, isOneOf, keyDigest, keyParts, keysNow, keyText, renewed } from './domain/key'
import { type Open311Keys, readKeys, saveKeys } from './open311.store'

/** Who sends a key. @returns undefined for one that was never given, is over, or whose system was ended: which of them is not told */
export async function clientOfKey(text: string, at: Instant): Promise<Client | undefined> {
  const parts = keyParts(text)
  if (parts === undefined) return undefined
  const held = await readKeys(parts.clientId)
  return isOneOf(keysNow(held?.keys ?? [], at), parts) ? readClient(parts.clientId) : undefined
}

/** Another key, told this once; the one before is good for a day. */
export async function makeKey(
  clientId: string,
  by: string,
  at: Instant,
): Promise<{ key: string; formerUntil?: string }> {
  const parts = { clientId, secret: randomBytes(32).toString('base64url') }
  const seen = await readKeys(clientId)
  const until = later(at, formerKeyMillis)
  const keys = renewed(seen?.keys ?? [], { digest: keyDigest(parts), ends: parts.secret.slice(-4), at }, until)
  await save({ clientId, keys, edition: (seen?.edition ?? 0) + 1, by, at }, seen)
  const former = keys[1]?.until
  return { key: keyText(parts), ...(former === undefined ? {} : { formerUntil: former }) }
}

/** No key is good any more, from the next call on. */
export async function endKeys(clientId: string, by: string, at: Instant): Promise<void> {
  const seen = await readKeys(clientId)
  if (seen === undefined || seen.keys.length === 0) return
  await save({ ...seen, keys: [], edition: seen.edition + 1, by, at }, seen)
}

/** Saves the keys of a system and keeps on record who changed them. @throws Problem `changed` */
async function save(keys: Open311Keys, seen: Open311Keys | undefined): Promise<void> {
  if (!(await saveKeys(keys, seen))) throw new Problem('changed')
  const { clientId, edition, by, at } = keys
  await auditWrite({
    id: `open311-${clientId}-${edition}`,
    actor: by,
    action: 'client.changed',
    subject: `client/${clientId}`,
    at,
  })
}
