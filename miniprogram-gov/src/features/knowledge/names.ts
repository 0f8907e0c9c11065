import type { Bearer, EntityKind, Knowledge, RelationType, Sensitivity, Weight } from '@zmht/shared/knowledge'
import type { Tone } from '@zmht/shared/ui'

export const kindNames: Readonly<Record<EntityKind, string>> = {
  person: '人',
  place: '地',
  event: '事',
  thing: '物',
  organisation: '组织',
}

export const sensitivityNames: Readonly<Record<Sensitivity, string>> = {
  open: '公开',
  internal: '内部',
  personal: '个人信息',
  sensitive: '敏感个人信息',
}

/** What a level means to whoever looks at a value. */
export const sensitivityMeanings: Readonly<Record<Sensitivity, string>> = {
  open: '谁都可以看到',
  internal: '政务人员可以看到，不对居民公开',
  personal: '有授权的岗位才能看到，其余的只看到打码的',
  sensitive: '要有授权，每次看原文都要写明用途并留下记录；存放时加密',
}

export const sensitivityTones: Readonly<Record<Sensitivity, Tone>> = {
  open: 'quiet',
  internal: 'quiet',
  personal: 'accent',
  sensitive: 'amber',
}

/** How much a revision asks of those who use the system. */
export const weightNames: Readonly<Record<Weight, string>> = {
  patch: '只改说明',
  minor: '增加内容',
  major: '会影响已有内容',
}

export const weightTones: Readonly<Record<Weight, Tone>> = { patch: 'quiet', minor: 'accent', major: 'amber' }

/** 「人」, 「关系“居住在”」 */
export function bearerWords(knowledge: Knowledge, of: Bearer): string {
  if (typeof of === 'string') return kindNames[of]
  return `关系“${knowledge.relationType(of.relation)?.name ?? of.relation}”`
}

/** How long a fact may be believed: 「长期」, 「1 年」, 「6 个月」, 「10 天」. */
export function freshWords(days: number | undefined): string {
  if (days === undefined || days === 0) return '长期'
  if (days % 365 === 0) return `${days / 365} 年`
  return days % 30 === 0 ? `${days / 30} 个月` : `${days} 天`
}

/** The standard an attribute follows; `own` is the mark for what this system defines itself. */
export function standardWords(standard: string): string {
  return standard === 'own' || standard === '' ? '自定' : standard
}

/** How many there may be at the same time, read in both directions. */
export function cardinalityWords({
  from,
  to,
  name,
  inverseName,
  symmetric,
  targets,
  sources,
}: RelationType): readonly string[] {
  const sentence = (kind: EntityKind, called: string, how: 'one' | 'many') =>
    how === 'one' ? `每个${kindNames[kind]}同时只有一个“${called}”` : `每个${kindNames[kind]}可以有多个“${called}”`
  const forth = sentence(from, name, targets)
  return symmetric ? [forth, '双方互为，登记一次就算两边'] : [forth, sentence(to, inverseName, sources)]
}
