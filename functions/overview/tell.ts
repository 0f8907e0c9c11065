import { contactOf } from '../permissions/index'
import { chinaTime } from '../platform/clock'
import { log } from '../platform/log'
import { sendSubscribeMessage } from '../platform/outside/wechat'
import type { Words } from './words.store'

/** By WeChat too, where they agreed to messages; it stands in their application in any case. */
export async function tellOfWords({ to, kind, text, at }: Words): Promise<void> {
  const openId = (await contactOf(to))?.openId
  if (openId === undefined) return
  try {
    await sendSubscribeMessage('gov', {
      openId,
      page: kind === 'digest' ? 'overview/board/index' : 'pages/home/index',
      // The fields of the progress template, as long as WeChat takes them.
      data: {
        thing1: (kind === 'digest' ? '今早简报' : '领导留言').slice(0, 20),
        phrase2: kind === 'digest' ? '请查看' : '请回应',
        date3: chinaTime(at),
        thing4: text.slice(0, 20),
      },
    })
  } catch (failure) {
    log.error('words not told by WeChat', failure, { entity: kind })
  }
}
