import type { ForeignRoute } from '@zmht/shared/contract/foreign'
import { now } from '../../platform/clock'
import type { ForeignAnswer, ForeignCall } from '../../platform/endpoint/foreign'
import { log } from '../../platform/log'
import { isSigned, mediaVerdictIn, readPush } from '../../platform/outside/wechat-push'
import { secrets } from '../../platform/secrets'
import { saveVerdict } from './check.store'

const text = (status: number, body: string): ForeignAnswer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
})

/** What WeChat takes for "received": anything else it sends again. */
const received = text(200, 'success')

/** Answers WeChat's server: is the address ours, and what was pushed to it. What is not for us is received and left. */
export async function answer(route: ForeignRoute, call: ForeignCall): Promise<ForeignAnswer> {
  const { app } = call.params
  if (app !== 'resident' && app !== 'gov') return text(404, '没有这个小程序')
  const { push, appId } = (await secrets()).wechat[app]
  if (push === undefined) return text(403, '没有设置消息推送')
  if (route.method === 'GET')
    return isSigned(push, call.query) ? text(200, call.query.get('echostr') ?? '') : text(403, '签名不对')
  const pushed = readPush({ push, appId }, call.query, call.body())
  if (pushed === 'forged') {
    log.warn('a push that is not signed by WeChat was refused', { id: app })
    return text(403, '签名不对')
  }
  if (pushed === 'unreadable') return text(400, '内容应为 JSON，请在微信后台把数据格式设为 JSON')
  const verdict = mediaVerdictIn(pushed.message)
  if (verdict !== undefined) await saveVerdict(verdict, now())
  return received
}
