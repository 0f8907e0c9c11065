import { type Action, actionNames, type Grant, isGoodAt, type Resource } from '@zmht/shared/permission'

/** How many have each value, the most frequent first; everybody counts once for each value they have. */
export function countedBy<T>(
  all: readonly T[],
  valuesOf: (one: T) => readonly string[],
  nameOf: (key: string) => string,
): { key: string; name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const one of all) for (const value of new Set(valuesOf(one))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([key, count]) => ({ key, name: nameOf(key), count }))
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
}

const meets = (named: readonly string[] | undefined, values: readonly string[]): boolean =>
  named === undefined || values.some((value) => named.includes(value))

/** @returns whether a rule is about doing something to a thing where it is, for whomever; of one's own places it is not known whose */
export function isSpeakingOf(grant: Grant, action: Action, thing: Resource, at: string): boolean {
  const { resource, territory } = grant
  return (
    grant.only === undefined &&
    grant.actions.includes(action) &&
    meets(resource.kinds, [thing.kind]) &&
    meets(resource.applications, thing.application === undefined ? [] : [thing.application]) &&
    meets(resource.owners, thing.owners ?? []) &&
    meets(resource.tags, thing.tags ?? []) &&
    (typeof territory === 'string' || territory.given.some((place) => thing.lineage.includes(place))) &&
    isGoodAt(grant, at)
  )
}

export interface Reason {
  readonly reason: 'allowed' | 'no-grant' | 'outside-territory' | 'forbidden' | 'not-in-office' | 'away'
  readonly subject: { readonly name: string; readonly titles: readonly string[] }
  readonly action: Action
  /** Names of the rules it rests on. */
  readonly rules: readonly string[]
  /** Names of places their posts manage. */
  readonly held: readonly string[]
}

/** Why, or why not, in plain words. */
export function reasonOf({ reason, subject: { name, titles }, action, rules, held }: Reason): string {
  const what = `“${actionNames[action]}”`
  const who = titles.length === 0 ? name : `${name}（${titles.join('、')}）`
  const by = [...new Set(rules)].map((rule) => `“${rule}”`).join('、')
  switch (reason) {
    case 'allowed':
      return `${who}可以${what}，依据规则${by}。`
    case 'forbidden':
      return `${who}不能${what}：规则${by}明确禁止。`
    case 'outside-territory':
      return `${who}有${what}的权限，但不在这里：只在${held.length === 0 ? '别处' : held.join('、')}。`
    case 'no-grant':
      return `${who}不能${what}：没有规则把它给这样的岗位。`
    case 'away':
      return `${who}正在休假，期间岗位上的权限都停用。`
    case 'not-in-office':
      return '这个人现在没有任何岗位，什么都不能做。'
  }
}
