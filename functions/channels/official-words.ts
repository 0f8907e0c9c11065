import type { CommunityState } from '@zmht/shared/rules'
import { contactOf } from '../permissions/index'
import { log } from '../platform/log'
import { checkText } from '../platform/outside/wechat'

/** So much is taken at once. */
const pieceLength = 2500

/** What could not be checked is tried again then: the author may be back in WeChat, or WeChat itself. */
export const againMillis = 30 * 60_000

/** What WeChat says of what an official wrote for residents. Without a WeChat account there is nothing to ask it by. */
export async function verdictOnWords(pieces: readonly string[], author: string): Promise<CommunityState> {
  const openId = (await contactOf(author))?.openId
  if (openId === undefined) return 'shown'
  const words = pieces.filter((one) => one !== '').join('\n')
  for (let start = 0; start < words.length; start += pieceLength) {
    const verdict = await checkText('gov', openId, words.slice(start, start + pieceLength)).catch(
      (failure: unknown) => {
        log.warn('what an official wrote could not be checked', { why: String(failure) })
        return 'later' as const
      },
    )
    if (verdict !== 'pass') return verdict === 'risky' ? 'refused' : 'waiting'
  }
  return 'shown'
}
