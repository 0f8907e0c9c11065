import { dayInChina } from '../knowledge/identifiers'
import type { Instant } from '../knowledge/types'
import { type Booking, bookingProblems, sayDay } from './booking'
import type { Procedure } from './request'

/** Opening hours on some days of the week: information, not a rule. */
export interface OpeningHours {
  /** 1: Monday … 7: Sunday. */
  readonly days: readonly number[]
  readonly from: string
  readonly until: string
}

/** When a service is there. */
export interface ServiceTimes {
  readonly from?: Instant
  readonly until?: Instant
  readonly hours?: readonly OpeningHours[]
}

/** Papers: what to bring, and what is given out in the end. */
export interface Documents {
  readonly bring: readonly string[]
  readonly gives?: string
}

export const publicKinds = ['nothing', 'numbers', 'answers'] as const
/** What everybody may see of a service's work afterwards. */
export type PublicAfter = (typeof publicKinds)[number]
export const publicNames: Readonly<Record<PublicAfter, string>> = {
  nothing: '不公开',
  numbers: '办了多少件、一般要多久',
  answers: '以上，再加选出来公开的答复',
}

/** Working days each step may take. */
export interface StepDays {
  readonly claim?: number
  readonly confirm?: number
  readonly partner?: number
}
export const stepNames = {
  claim: '接手',
  confirm: '社区确认',
  partner: '承办单位确认',
} as const satisfies Record<keyof StepDays, string>
export const stepKeys = ['claim', 'confirm', 'partner'] as const satisfies readonly (keyof StepDays)[]

/** Whom a service is for, residents where nothing is said. */
export const forNames = { residents: '居民', organisations: '单位' } as const
export type ServiceFor = keyof typeof forNames

export interface ChannelSettings {
  readonly for?: 'organisations'
  readonly audience?: { readonly who: 'self' | 'family'; readonly rules: readonly { readonly about: string }[] }
  readonly link?: { readonly kind: string }
  readonly procedure: Procedure
  readonly promisedDays: number
  readonly booking?: Booking
  readonly times?: ServiceTimes
  readonly documents?: Documents
  readonly stepDays?: StepDays
}

/** Whether a service takes requests at a moment, by its times alone. */
export type Timeliness = 'early' | 'open' | 'over'
export function timelinessOf(times: Pick<ServiceTimes, 'from' | 'until'> | undefined, at: Instant): Timeliness {
  if (times?.from !== undefined && at < times.from) return 'early'
  if (times?.until !== undefined && at >= times.until) return 'over'
  return 'open'
}

/** 「12月1日 周二 09:00」 in China. */
export function sayInstant(at: Instant, now?: Instant): string {
  const time = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)
  return `${sayDay(dayInChina(at), now)} ${time}`
}

/** 「12月1日 周二 09:00 开始，12月20日 周日 18:00 结束」. */
export function sayTimes({ from, until }: Pick<ServiceTimes, 'from' | 'until'>, now?: Instant): string {
  return [
    from === undefined ? '' : `${sayInstant(from, now)} 开始`,
    until === undefined ? '' : `${sayInstant(until, now)} 结束`,
  ]
    .filter((part) => part !== '')
    .join('，')
}

const dayNames = ['', '一', '二', '三', '四', '五', '六', '日'] as const

/** 「周一至周五 09:00–17:00」. */
export function sayOpeningHours({ days, from, until }: OpeningHours): string {
  const sorted = [...new Set(days)].sort()
  const first = sorted[0] ?? 1
  const last = sorted.at(-1) ?? first
  const isRun = sorted.length > 2 && last - first === sorted.length - 1
  const which = isRun
    ? `周${dayNames[first]}至周${dayNames[last]}`
    : `周${sorted.map((day) => dayNames[day] ?? '').join('、')}`
  return `${sorted.length === 7 ? '每天' : which} ${from}–${until}`
}

/** Where something wrong is put right. */
export interface SettingProblem {
  readonly setting: 'for' | 'booking' | 'times' | 'documents' | 'stepDays'
  readonly message: string
}

/** @returns what keeps a service's settings from being published */
export function settingProblems(settings: ChannelSettings): readonly SettingProblem[] {
  const { booking, times, documents, stepDays, procedure, promisedDays } = settings
  const problems: SettingProblem[] = bookingProblems(booking, procedure).map((message) => ({
    setting: 'booking',
    message,
  }))
  if (times?.from !== undefined && times.until !== undefined && times.until <= times.from)
    problems.push({ setting: 'times', message: '结束时间要晚于开始时间' })
  for (const hours of times?.hours ?? []) {
    if (hours.days.length === 0) problems.push({ setting: 'times', message: '开放时间要选至少一天' })
    if (hours.until <= hours.from)
      problems.push({ setting: 'times', message: `开放时间 ${hours.from}–${hours.until}：结束要晚于开始` })
  }
  if (documents?.bring.some((one) => one.trim() === ''))
    problems.push({ setting: 'documents', message: '要带的材料里有一行是空的，请填写或删除' })
  if (settings.for === 'organisations') problems.push(...organisationProblems(settings))
  for (const key of stepKeys) {
    const days = stepDays?.[key]
    if (days === undefined) continue
    if (!Number.isInteger(days) || days < 1 || days > 60)
      problems.push({ setting: 'stepDays', message: `${stepNames[key]}的期限填 1 到 60 个工作日` })
    else if (days > promisedDays)
      problems.push({
        setting: 'stepDays',
        message: `${stepNames[key]}的期限 ${days} 天，比承诺的 ${promisedDays} 个工作日还长`,
      })
  }
  return problems
}

/** What makes no sense of an organisation: it has no age and no family, and what lives elsewhere is told of residents. */
function organisationProblems({ audience, link }: ChannelSettings): readonly SettingProblem[] {
  const messages = [
    ...(audience?.who === 'family' ? ['给单位办的服务没有“家人”，条件要看单位自己的情况'] : []),
    ...(audience?.rules.some(({ about }) => about === 'age') ? ['给单位办的服务不能按年龄限制，请删去这个条件'] : []),
    ...(link === undefined ? [] : ['在别处办理的服务现在只能给居民办，请改回“居民”']),
  ]
  return messages.map((message) => ({ setting: 'for', message }))
}
