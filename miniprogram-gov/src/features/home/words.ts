import type { NewsKind, NewsReply, WaitingReply } from '@zmht/shared/contract'
import { sayTimeLeft, type TimeLeft } from '@zmht/shared/rules'
import type { IconName } from '@zmht/shared/ui'
import { dayWords } from '../tasks/words'

export const newsIcons: Readonly<Record<NewsKind, IconName>> = {
  task: 'task',
  request: 'message',
  errand: 'check',
  notice: 'publish',
  provision: 'ledger',
  application: 'alert',
}

/** What happened, in a line. */
export function newsTitle({ kind, title, detail, about }: NewsReply): string {
  switch (kind) {
    case 'task':
      return about === undefined ? `收到任务：${title}` : title
    case 'request':
      return title
    case 'errand':
      return `交办的事有结果：${title}`
    case 'notice':
      return `等您审批：${title}`
    case 'application':
      return `联动没有办成：${title}`
    case 'provision':
      return detail === 'returned' ? `数据申请被退回：${title}` : `数据已下沉：${title}`
  }
}

/** Of whom, where, until when. */
export function newsDetail({ kind, detail, about }: NewsReply): string {
  if (kind === 'task') return [about, `${dayWords(detail)}前完成`].filter(Boolean).join(' · ')
  if (kind === 'provision') return detail === 'returned' ? '看看退回的原因，改了再申请' : '点开查看收到的名单'
  if (kind === 'application') return `有 ${detail} 次没有办成，点开看原因，可以再试`
  return detail
}

/** How much working time is left: 「已超期」「还剩 3 小时」. */
export const clockOf = ({ overdue, left = 0 }: WaitingReply): TimeLeft => sayTimeLeft(left, overdue)
