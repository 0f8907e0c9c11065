import { channelRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { requestTransitions } from '@zmht/shared/rules'
import { verify } from '@zmht/shared/webhooks/sign'
import { nowMillis } from '../../../platform/clock'
import { endpoint, type Sent } from '../../../platform/endpoint/endpoint'
import type { Mover } from '../../domain/request'
import { asOwner, locate } from '../../handlers/channels'
import { moveRequest } from '../../move'
import { readRequest } from '../../request.store'
import { secretsNow } from '../domain/hook'
import { actionOf, receiverOf, stepOfAnswer } from '../domain/linked'
import { readHook, secretsOf } from '../hook.store'
import { hookOfLink, newLinkSecret, stateOfLink } from '../receiver'

export const linkState = endpoint(routes.linkState, { locate, handle: async ({ loaded }) => stateOfLink(loaded.id) })

export const renewLinkSecret = endpoint(routes.renewLinkSecret, {
  locate,
  handle: async ({ loaded, actor, now }) => {
    await asOwner(actor, loaded, 'channel.publish', now)
    return newLinkSecret(loaded, actor.id, now)
  },
})

export const answerLinked = endpoint(routes.answerLinked, async ({ params, body, sent, now }) => {
  const { channelId, requestId } = params
  const messageId = await signedBy(channelId, sent, now)
  const request = await readRequest(requestId)
  // Of what is not its own a receiver learns nothing.
  if (request === undefined || request.channelId !== channelId) throw new Problem('not-found')
  const receiver = receiverOf(channelId)
  const key = stepOfAnswer(messageId)
  const action = actionOf[body.state]
  if (requestTransitions[action].note === 'needed' && body.text === undefined)
    throw new Problem('invalid', { fields: [{ path: 'body.text', message: '请写明居民会看到的话' }] })
  if (request.desk?.id !== receiver) {
    // Said before it was given back or fell back: the same answer again.
    const said = await moveRequest(request, { action: 'progress', key, note: body.text ?? '' }, none, now).catch(
      refused,
    )
    return { number: said.number, state: said.state }
  }
  const name = request.desk.name
  const by: Mover = { kind: 'desk', id: receiver, name, organisation: receiver }
  // What is answered in one go was taken on with it.
  const taken =
    body.state === 'answered' && request.state === 'submitted'
      ? await moveRequest(request, { action: 'claim', key: `${key}-taken` }, by, now)
      : request
  const mover: Mover = action === 'progress' ? { kind: 'system', id: receiver, name } : by
  const note = body.text === undefined ? {} : { note: body.text }
  const moved = await moveRequest(taken, { action, key, ...note }, mover, now)
  return { number: moved.number, state: moved.state }
})

/** Nobody: whatever they ask for is refused unless this very step was taken before. */
const none: Mover = { kind: 'informed', id: '', name: '' }

function refused(): never {
  throw new Problem('step-not-allowed', {
    detail: '这件事已经转回由负责单位办理，没有记录这次答复。如有进展，请直接联系负责单位。',
  })
}

/** @returns the id of what was sent. @throws Problem `unauthenticated` for what is not signed by the secret of both sides, or of another time */
async function signedBy(channelId: string, { headers, text }: Sent, now: string): Promise<string> {
  const hook = await readHook(await hookOfLink(channelId))
  const id = headers['webhook-id'] ?? ''
  const received = {
    id,
    timestamp: headers['webhook-timestamp'] ?? '',
    signature: headers['webhook-signature'] ?? '',
    body: text,
  }
  const secrets = hook === undefined ? [] : secretsNow(await secretsOf(hook), now)
  for (const secret of secrets)
    if ((await verify(secret, received, Math.floor(nowMillis() / 1000))) === 'genuine') return id
  throw new Problem('unauthenticated', { detail: '签名不对，或时间和这里差了五分钟以上，没有记录。' })
}
