import { type Handover, type HandoverRules, type Role, roles } from '@zmht/shared/permission'
import { lastDay, shortDay } from './days'
import type { ChosenPost, OperateKind, OperationDraft } from './operation-draft'

/** What a role is called; a role that is not in the catalogue is shown as it is. */
export const roleWords = (role: string): string => (role in roles ? roles[role as Role] : role) // a key of the object, as the line before asks

const seesPeople = (post: ChosenPost) => post.roles.includes('service-worker')
const wherever = (post: ChosenPost) => (post.places.length === 0 ? post.organisation.name : post.places.join('、'))
const postOf = (post: ChosenPost) => `${post.organisation.name}${post.title}`

function loses(name: string, since: string, posts: readonly ChosenPost[]): readonly string[] {
  return posts.flatMap((post) => {
    if (seesPeople(post)) return [`${name}${since}不再看到${wherever(post)}的台账和诉求，已经登录的手机和电脑也一样。`]
    if (post.roles.length === 0) return []
    return [`${name}${since}不再有${postOf(post)}的权限：${post.roles.map(roleWords).join('、')}。`]
  })
}

function gains(name: string, since: string, post: ChosenPost): readonly string[] {
  if (post.roles.length === 0) return [`${postOf(post)}不带系统权限，${name}只出现在通讯录里。`]
  return [`${name}${since}可以在${wherever(post)}做：${post.roles.map(roleWords).join('、')}。`]
}

/** Whether a rule asks for somebody to be named. */
export const asksForName = (rule: Handover): boolean => rule === 'successor' || rule === 'substitute'

/** Who has the open work, as the rule of the organisation says; `next` is whoever was named. */
const workWords: Readonly<Record<Handover, (name: string, next: string | undefined) => string>> = {
  successor: (_, next) =>
    next === undefined
      ? '没有指定接手的人，手上没办完的事交给同岗位的人，没有时退回待领取。'
      : `手上没办完的事交给${next}。`,
  substitute: (_, next) =>
    next === undefined ? '没有指定接手的人，手上没办完的事退回待领取。' : `手上没办完的事交给${next}。`,
  superior: () => '手上没办完的事按交接规则交给上级单位的同类岗位。',
  queue: () => '手上没办完的事按交接规则退回待领取，由同单位的人领取。',
  stays: (name) => `手上没办完的事按交接规则仍由${name}办理。`,
}

export interface Said {
  readonly kind: OperateKind
  readonly draft: OperationDraft
  readonly name: string
  readonly today: string
  /** The posts that are left, or rest while somebody is away. */
  readonly leaving: readonly ChosenPost[]
  readonly rules: HandoverRules
}

/** What will follow, in plain sentences, before it is done. */
export function consequences({ kind, draft, name, today, leaving, rules }: Said): readonly string[] {
  const since = draft.date > today ? `从${shortDay(draft.date, today)}起` : '从今天起'
  const late = draft.date < today ? [`这是补记：自${shortDay(draft.date, today)}算起，现在马上生效。`] : []
  const next = draft.successor?.name
  const lasts = draft.until === '' ? '' : lastDay(draft.until, today)
  const { to } = draft
  switch (kind) {
    case 'appoint':
      return to === undefined
        ? []
        : [
            ...late,
            `${name}${since}${draft.as === 'acting' ? '代理' : '任'}${postOf(to)}${lasts === '' ? '' : `，到${lasts}为止，之后自动结束`}。`,
            ...gains(name, since, to),
            ...(draft.newcomer ? [`${name}用手机号 ${draft.phone.trim()} 登录，不用另外开通。`] : ['原来的岗位不变。']),
          ]
    case 'transfer':
    case 'promote':
      return to === undefined
        ? []
        : [
            ...late,
            `${name}${since}任${postOf(to)}，不再任${leaving.map(postOf).join('、')}。`,
            ...loses(name, since, leaving),
            ...gains(name, since, to),
            workWords[rules.transfer](name, next),
          ]
    case 'leave-post':
      return [
        ...late,
        `${name}${since}不再任${leaving.map(postOf).join('、')}。`,
        ...loses(name, since, leaving),
        workWords[rules.transfer](name, next),
        ...(draft.from === 'all' ? [`${name}没有岗位后不能再登录政务工作台，以前的记录都保留。`] : []),
      ]
    case 'absence':
      return [
        ...late,
        `${name}${since}休假${lasts === '' ? '' : `，到${lasts}为止，${shortDay(draft.until, today)}自动恢复`}。`,
        `休假期间${name}的岗位权限暂停，看不到台账和诉求。`,
        ...(next === undefined ? [] : [`${next}这段时间代理${name}的岗位，到期自动结束。`]),
        workWords[rules.leave](name, next),
      ]
    case 'return':
      return [...late, `${name}${since}回来上班，岗位权限自动恢复。`, '代理的人同时不再代理。']
  }
}
