import { signAll } from '@zmht/shared/webhooks/sign'
import { clientFacts, contactOf, readClient } from '../../permissions/index'
import { chinaTime, later, now } from '../../platform/clock'
import { saveDue } from '../../platform/due.store'
import type { JobStep } from '../../platform/jobs'
import { sendSubscribeMessage } from '../../platform/outside/wechat'
import { failingMillis, mostAttempts, nextAttempt, secretsNow } from './domain/hook'
import { isReceiver } from './domain/linked'
import {
  beginFailing,
  bodyOf,
  dueMessages,
  type Hook,
  type HookMessage,
  isWell,
  readHealth,
  readHook,
  saveMessage,
  secretsOf,
  switchOff,
} from './hook.store'
import { isStillTheirs, notDelivered } from './linked'
import { type Posted, post } from './post'
import { hookDue } from './record'

/** So many are under way at a receiver at once. */
const atOnce = 8

/** One step: what is due for a subscriber, some at once. Each is marked for its next attempt before it is sent, so that a step that dies is made up for. */
export const hookStep: JobStep = async ({ input, done }) => {
  const hookId = input.hook ?? ''
  const hook = await readHook(hookId)
  const { messages: due, full } =
    hook === undefined ? { messages: [], full: false } : await dueMessages(hookId, now(), atOnce)
  const isOn = hook !== undefined && (await mayBeTold(hook))
  if (hook !== undefined) await Promise.all(due.map((one) => (isOn ? deliver(hook, one) : leave(hook, one))))
  return { done: done + due.length, total: done + due.length, finished: !full, message: '' }
}

/** Switched on, by whom it belongs to and by how it does, and its system still let in. */
async function mayBeTold({ id, on, clientId }: Hook): Promise<boolean> {
  if (!on || (await readHealth(id))?.offAt !== undefined) return false
  return isReceiver(clientId) || (await readClient(clientId)) !== undefined
}

/** Not sent now; of a service's receiver nobody waits for it any more. */
async function leave({ clientId }: Hook, message: HookMessage): Promise<void> {
  await park(message)
  await notDelivered(clientId, message.of)
}

/** Kept for a replay. */
const park = (message: HookMessage): Promise<boolean> =>
  saveMessage({ ...message, state: 'parked', version: message.version + 1 })

async function deliver(hook: Hook, waiting: HookMessage): Promise<void> {
  if (isReceiver(hook.clientId) && !(await isStillTheirs(waiting.of))) return void (await park(waiting))
  const attempts = waiting.attempts + 1
  const next = nextAttempt(attempts, now())
  await saveDue(next, { slice: 'channels', kind: hookDue, subject: hook.id })
  const taken: HookMessage = { ...waiting, attempts, next, version: waiting.version + 1 }
  // Another step has it in hand.
  if (!(await saveMessage(taken))) return
  const posted = await sendTo(hook, taken)
  if (posted.arrived) {
    await saveMessage({ ...taken, state: 'delivered', version: taken.version + 1 })
    if ((await readHealth(hook.id)) !== undefined) await isWell(hook.id)
    return
  }
  await failedTo(hook, posted)
  if (attempts < mostAttempts && !posted.gone) return
  await leave(hook, taken)
}

async function sendTo(hook: Hook, message: HookMessage): Promise<Posted> {
  const body = await bodyOf(message)
  const timestamp = Math.floor(Date.parse(now()) / 1000)
  const secrets = secretsNow(await secretsOf(hook), now())
  return post(
    hook.url,
    {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'zhengmin-hutong-webhooks/1',
      'webhook-id': message.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': await signAll(secrets, { id: message.id, timestamp, body }),
    },
    body,
  )
}

/** A receiver that says it is gone, or at which nothing has arrived for days, is switched off, and who let its system in is told. */
async function failedTo(hook: Hook, { why, gone }: Extract<Posted, { arrived: false }>): Promise<void> {
  const at = now()
  await beginFailing(hook.id, why, at)
  const health = await readHealth(hook.id)
  if (health === undefined) return
  const isLong = later(health.failingSince, failingMillis) <= at
  if ((gone || isLong) && (await switchOff(hook.id, { ...health, why }, at))) await tellKeeper(hook, why, at)
}

async function tellKeeper({ clientId }: Hook, why: string, at: string): Promise<void> {
  const client = await clientFacts(clientId)
  const openId = client === undefined ? undefined : (await contactOf(client.by))?.openId
  if (client === undefined || openId === undefined) return
  await sendSubscribeMessage('gov', {
    openId,
    page: 'permissions/clients/index',
    // The fields of the progress template, as long as WeChat takes them.
    data: {
      thing1: client.name.slice(0, 20),
      phrase2: '推送停用',
      date3: chinaTime(at),
      thing4: `${why}，请联系对方`.slice(0, 20),
    },
  })
}
