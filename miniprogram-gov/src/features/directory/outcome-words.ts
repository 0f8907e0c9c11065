import type { PersonnelReply } from '@zmht/shared/contract'
import { shortDay } from './days'
import { handedOverWords, happeningTitle } from './happenings'

/** Kinds of change after which open work goes to somebody else. */
export const handsOver: readonly PersonnelReply['kind'][] = ['transfer', 'promote', 'leave-post', 'absence']

/** What is said once a change has been recorded. */
export function outcomeWords(
  operation: PersonnelReply,
  today: string,
): { readonly title: string; readonly lines: readonly string[] } {
  const { kind, date } = operation
  if (date > today) {
    return {
      title: `已安排，${shortDay(date, today)}起自动生效`,
      lines: [`${happeningTitle(operation)}。`, '在那之前一切照旧。'],
    }
  }
  const work = handedOverWords(operation)
  const open = !handsOver.includes(kind)
    ? []
    : [work === '' ? '手上没办完的事正在按交接规则转交，转交了几件会记在变动记录里。' : `${work}。`]
  return { title: '已生效', lines: [`${happeningTitle(operation)}。`, ...open, '权限已经跟着岗位变了，不用另外设置。'] }
}
