import type { Knowledge } from '@zmht/shared/knowledge'
import { type Condition, conditionProblem, type LedgerContent, sayCondition, sayMembership } from '@zmht/shared/ledgers'

/** @returns a condition in plain words; of one that is not filled in, what it is about */
export function sayUnfinished(condition: Condition, knowledge: Knowledge): string {
  if (conditionProblem(condition, kindAsked(condition, knowledge), knowledge) === undefined)
    return sayCondition(condition, knowledge).trim()
  const name = condition.about === 'relation' ? undefined : knowledge.attribute(condition.attribute)?.name
  return `${name ?? '这个条件'}：还没填`
}

/** What a condition is asked of: what its attribute is said of, or what stands at its end of the relation. */
function kindAsked(condition: Condition, knowledge: Knowledge): string {
  if (condition.about !== 'relation') {
    const of = knowledge.attribute(condition.attribute)?.of
    return typeof of === 'string' ? of : ''
  }
  const [type] = condition.types
  const known = type === undefined ? undefined : knowledge.relationType(type)
  return (condition.direction === 'forward' ? known?.from : known?.to) ?? ''
}

/** Who is in as far as it is put together. */
export interface SoFar {
  readonly sentence: string
  /** How many conditions are not filled in yet. */
  readonly unfinished: number
}

/** @returns who will be in a ledger by the conditions that are filled in, and how many are not */
export function saySoFar(content: LedgerContent, knowledge: Knowledge): SoFar {
  const { membership, kind } = content
  if (membership.by === 'hand') return { sentence: sayMembership(content, knowledge), unfinished: 0 }
  const all = membership.all.filter((one) => conditionProblem(one, kind, knowledge) === undefined)
  return {
    sentence: sayMembership({ ...content, membership: { by: 'rule', all } }, knowledge).trim(),
    unfinished: membership.all.length - all.length,
  }
}
