import { hookEvents, type LinkStateReply } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { linkProblems } from '@zmht/shared/rules'
import { blind } from '../../platform/cipher'
import { environment } from '../../platform/environment'
import { urlProblem } from '../../platform/outside/address'
import type { Channel } from '../channel.store'
import { receiverOf } from './domain/linked'
import { readHealth, readHook } from './hook.store'
import { renewSecret, subscribe } from './hooks'

/** The one subscription of a service's receiver; nobody can make one under its id before. */
export const hookOfLink = async (channelId: string): Promise<string> =>
  `x${(await blind('link', channelId)).slice(0, 20)}`

type Linked = Pick<Channel, 'id' | 'content'>

/** @returns what keeps a link from being published */
export async function linkRefusals({ id, content: { link, form, booking } }: Linked): Promise<readonly string[]> {
  if (link === undefined) return []
  const wrong = linkProblems(link, form.controls)
  if (wrong.length > 0) return wrong
  if (booking !== undefined) return ['在别处办理的服务不能在这里约时间，请去掉预约']
  if (link.kind === 'mini-program') return []
  const refused = urlProblem(link.url, environment.hooksToLoopback())
  if (refused !== undefined) return [refused.replace('接收地址', '网址')]
  if (link.kind === 'endpoint' && (await readHook(await hookOfLink(id))) === undefined)
    return ['还没有生成签名密钥。请先生成，交给对方，再发布']
  return []
}

/** What was published is where requests go from now on; a receiver that was switched off is on again. */
export async function keepReceiver({ id, content: { link }, by, updatedAt }: Channel): Promise<void> {
  if (link?.kind !== 'endpoint') return
  const root = receiverOf(id)
  await subscribe({ id: root, root }, await hookOfLink(id), { url: link.url, events: [...hookEvents] }, by, updatedAt)
}

/** @throws Problem `invalid` for a service that is no endpoint's, or whose address cannot be */
export async function newLinkSecret({ id, content: { link } }: Linked, by: string, at: string) {
  if (link?.kind !== 'endpoint')
    throw new Problem('invalid', { detail: '这项服务不是发给外部系统的，不需要密钥。没有改动。' })
  const hookId = await hookOfLink(id)
  const held = await readHook(hookId)
  if (held !== undefined) return renewSecret(held, at)
  const root = receiverOf(id)
  const { secret = '' } = await subscribe(
    { id: root, root },
    hookId,
    { url: link.url, events: [...hookEvents] },
    by,
    at,
  )
  return { secret }
}

export async function stateOfLink(channelId: string): Promise<LinkStateReply> {
  const hookId = await hookOfLink(channelId)
  const [hook, health] = await Promise.all([readHook(hookId), readHealth(hookId)])
  return {
    secret: hook !== undefined,
    callback: `/linked/${channelId}/requests/{requestId}`,
    ...(health === undefined ? {} : { failingSince: health.failingSince }),
    ...(health?.offAt === undefined ? {} : { off: { at: health.offAt, why: health.why } }),
  }
}
