import type { ChannelContent } from '@zmht/shared/contract'

/** Whom a service is for, as it is sent. */
export type Audience = NonNullable<ChannelContent['audience']>

/** Whom services are usually for. */
export const audienceWords = {
  everybody: '不限，发布范围内的居民都能申请',
  age: '按年龄',
  tenant: '租房居住的居民',
  shop: '开店办企业的居民',
  fireKey: '消防重点单位',
  other: '其他条件',
} as const
export type AudienceKind = keyof typeof audienceWords
/** Those of people, and those of organisations. */
export const residentKinds = ['everybody', 'age', 'tenant', 'shop', 'other'] as const satisfies readonly AudienceKind[]
export const organisationKinds = ['everybody', 'fireKey', 'other'] as const satisfies readonly AudienceKind[]

const rulesOf: Readonly<Record<Exclude<AudienceKind, 'everybody' | 'other'>, Audience['rules']>> = {
  age: [{ about: 'age', least: 65 }],
  tenant: [{ about: 'fact', attribute: 'person.dwellingKind', values: ['1'] }],
  shop: [{ about: 'relation', types: ['legal-representative-of'] }],
  fireKey: [{ about: 'fact', attribute: 'organisation.fireKeyUnit', values: ['yes'] }],
}

/** @returns which of the usual ones it is */
export function audienceKindOf(audience: Audience | undefined): AudienceKind {
  if (audience === undefined) return 'everybody'
  const [rule, ...more] = audience.rules
  if (more.length > 0 || rule === undefined) return 'other'
  if (rule.about === 'age') return 'age'
  const isLike = (kind: 'tenant' | 'shop' | 'fireKey') =>
    JSON.stringify(rulesOf[kind]) === JSON.stringify(audience.rules)
  return (['tenant', 'shop', 'fireKey'] as const).find(isLike) ?? 'other'
}

/** @returns the audience of a kind; what is none of the usual ones stays as it is */
export function audienceOf(kind: AudienceKind, before: Audience | undefined): Audience | undefined {
  if (kind === 'everybody') return undefined
  if (kind === 'other') return before
  return { who: before?.who ?? 'self', rules: rulesOf[kind] }
}

/** @returns what is wrong with it, in words */
export function audienceProblem(audience: Audience | undefined): string | undefined {
  for (const rule of audience?.rules ?? []) {
    if (rule.about !== 'age') continue
    if (rule.least === undefined && rule.most === undefined) return '请填写最小年龄或最大年龄'
    if (rule.least !== undefined && rule.most !== undefined && rule.least > rule.most) return '最小年龄不能大于最大年龄'
  }
  return undefined
}
