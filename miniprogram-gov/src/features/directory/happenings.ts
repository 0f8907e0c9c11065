import type { PersonnelReply } from '@zmht/shared/contract'
import type { TimelineStep } from '@zmht/shared/ui'
import { formatWhen } from '@zmht/shared/ui/format/when'
import { dayWords } from '../../lib/dates'
import { daysFrom } from './days'

/** What each change is called. */
export const happeningNames: Readonly<Record<PersonnelReply['kind'], string>> = {
  appoint: '任职',
  transfer: '调动',
  promote: '晋升',
  'leave-post': '离任',
  absence: '休假',
  return: '销假',
  merge: '合并',
}

type End = NonNullable<PersonnelReply['from']>
const endWords = ({ organisation, title }: End) => `${organisation.name}${title}`

/** What happened, as a sentence: 「李立春从花家地北里社区社工调到花家地西里社区社工」. */
export function happeningTitle({
  kind,
  official,
  from,
  to,
  until,
  successor,
  organisation,
  into,
}: PersonnelReply): string {
  const who = official?.name ?? ''
  const last = until === undefined ? '' : dayWords(daysFrom(until, -1))
  switch (kind) {
    case 'appoint':
      return `${who}任${to === undefined ? '职' : endWords(to)}${last === '' ? '' : `，至${last}`}`
    case 'transfer':
    case 'promote': {
      const verb = kind === 'transfer' ? '调到' : '晋升为'
      return `${who}${from === undefined ? '' : `从${endWords(from)}`}${verb}${to === undefined ? '新岗位' : endWords(to)}`
    }
    case 'leave-post':
      return from === undefined ? `${who}离任全部岗位` : `${who}离任${endWords(from)}`
    case 'absence':
      return `${who}休假${last === '' ? '' : `至${last}`}${successor === undefined ? '' : `，由${successor.name}代理`}`
    case 'return':
      return `${who}销假，回来上班`
    case 'merge':
      return `${organisation?.name ?? '一个单位'}并入${into?.name ?? '另一个单位'}`
  }
}

/** What became of the open work, as a sentence; empty where nothing is to be said of it. */
export function handedOverWords({ kind, handedOver, successor }: PersonnelReply): string {
  if (handedOver === undefined || handedOver === 0) return ''
  const pieces = `${handedOver} 件没办完的事`
  return successor !== undefined && kind !== 'appoint' && kind !== 'return'
    ? `${pieces}已交给${successor.name}`
    : `${pieces}已按交接规则转交`
}

/** One change as a step of a time line; `now` is an instant, `today` the day of it. */
export function happeningStep(operation: PersonnelReply, now: string, today: string): TimelineStep {
  const by = [operation.by?.name, formatWhen(operation.at, now)].filter(Boolean).join(' ')
  const detail = [`原因：${operation.reason}`, handedOverWords(operation), `记录：${by}`].filter((line) => line !== '')
  return {
    key: operation.id,
    title: happeningTitle(operation),
    when: `${happeningNames[operation.kind]} · ${dayWords(operation.date)}`,
    detail: detail.join('\n'),
    state: operation.date > today ? 'ahead' : 'done',
  }
}
