import { actionNames } from '@zmht/shared/permission'
import type { PreviewReply } from './resources'

/** So many actions are named in one line. */
const most = 3

/**
 * Why a rule may not be given, each reason once: 「“查看台账”、“办理诉求”超出了您的管理范围」. The server says it of each action by itself, beginning with
 * the action's name.
 */
export function beyondWords(beyond: PreviewReply['beyond']): readonly string[] {
  const reasons = new Map<string, string[]>()
  for (const { action, message } of beyond) {
    const name = action === undefined ? '' : `“${actionNames[action]}”`
    const begins = name !== '' && message.startsWith(name)
    const reason = begins ? message.slice(name.length) : message
    reasons.set(reason, [...(reasons.get(reason) ?? []), ...(begins ? [name] : [])])
  }
  return [...reasons].map(([reason, names]) => {
    const more = names.length > most ? `等 ${names.length} 项操作` : ''
    return `${names.slice(0, most).join('、')}${more}${reason}`
  })
}
