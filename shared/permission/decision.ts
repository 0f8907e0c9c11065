import type { AttributeCode, Instant } from '../knowledge/types'
import type { Action } from './actions'
import { type FieldDecision, type FieldRule, fieldsAt, type Levels } from './fields'
import type { Grant } from './grant'
import { GrantIndex, type Rule, type Sink } from './grant-index'
import type { OfficialActor, Post, Resource } from './standing'

/** The grants of a deployment; immutable by version. */
export interface Policy {
  readonly version: string
  readonly grants: readonly Grant[]
}

export interface Because {
  readonly grant: string
  readonly post: string
}

export type Decision =
  | { readonly allow: true; readonly fields: FieldDecision; readonly because: readonly Because[] }
  | {
      readonly allow: false
      readonly reason: 'no-grant' | 'outside-territory' | 'forbidden'
      readonly because: readonly Because[]
    }

const indexes = new WeakMap<Policy, GrantIndex>()

/** Mostly the same is asked again. */
let latest: { readonly policy: Policy; readonly index: GrantIndex } | undefined

/** @returns the grants made ready, kept as long as the policy is */
export function indexOf(policy: Policy): GrantIndex {
  if (latest?.policy === policy) return latest.index
  const index = indexes.get(policy) ?? madeReady(policy)
  latest = { policy, index }
  return index
}

function madeReady(policy: Policy): GrantIndex {
  const index = new GrantIndex(policy.grants)
  indexes.set(policy, index)
  return index
}

/**
 * May this official do this to that? Default deny; a prohibition wins; of values the most is shown that any allowing grant shows, less what is
 * hidden. Pure: the caller has read the standing (posts) and the policy.
 */
export function decide(
  policy: Policy,
  actor: OfficialActor,
  action: Action,
  resource: Resource,
  at: Instant,
): Decision {
  const index = indexOf(policy)
  const bucket = index.bucket(action, resource.kind)
  if (bucket === undefined) return noGrant
  const gathered = new Gathering(resource.givenTo)
  for (const post of actor.posts) index.tell(bucket, post, resource, at, gathered)
  if (gathered.forbidding !== undefined) return { allow: false, reason: 'forbidden', because: gathered.forbidding }
  if (gathered.allowing !== undefined) return { allow: true, fields: gathered.fields(), because: gathered.allowing }
  return gathered.elsewhere ? outsideTerritory : noGrant
}

const noGrant: Decision = { allow: false, reason: 'no-grant', because: [] }
const outsideTerritory: Decision = { allow: false, reason: 'outside-territory', because: [] }

/** What one decision gathers. */
class Gathering implements Sink {
  elsewhere = false
  allowing: Because[] | undefined
  forbidding: Because[] | undefined
  private readonly givenTo: string | undefined
  private levels: Levels = 0
  private hidden: Levels = 0
  private raised: Map<AttributeCode, Levels> | undefined
  private hiddenOf: Map<AttributeCode, Levels> | undefined

  constructor(givenTo: string | undefined) {
    this.givenTo = givenTo
  }

  addElsewhere(rule: Rule): void {
    if (!rule.forbids) this.elsewhere = true
  }

  add(rule: Rule, { id: post, organisation }: Post): void {
    if (!rule.forbids && this.givenTo !== undefined && organisation !== this.givenTo) return
    if (!rule.forbids) {
      this.allowing ??= []
      this.allowing.push({ grant: rule.grant.id, post })
      if (rule.attributes === undefined) this.levels |= rule.levels
      else {
        this.raised ??= new Map()
        for (const code of rule.attributes) this.raised.set(code, (this.raised.get(code) ?? 0) | rule.levels)
      }
    } else if (!rule.narrow) {
      this.forbidding ??= []
      this.forbidding.push({ grant: rule.grant.id, post })
    } else if (rule.attributes === undefined) this.hidden |= rule.mask
    else {
      this.hiddenOf ??= new Map()
      for (const code of rule.attributes) this.hiddenOf.set(code, (this.hiddenOf.get(code) ?? 0) | rule.mask)
    }
  }

  fields(): FieldDecision {
    const base = fieldsAt(this.levels & ~this.hidden)
    if (this.raised === undefined && this.hiddenOf === undefined) return base
    const attributes: Record<AttributeCode, FieldRule> = {}
    for (const code of [...(this.raised?.keys() ?? []), ...(this.hiddenOf?.keys() ?? [])]) {
      const levels = this.levels | (this.raised?.get(code) ?? 0)
      attributes[code] = fieldsAt(levels & ~this.hidden & ~(this.hiddenOf?.get(code) ?? 0))
    }
    return { ...base, attributes }
  }
}
