import { standing } from './claims'
import type { Knowledge } from './system'
import type { Attribute, AttributeCode, Claim, Claims, KnowledgeVersion, Value, ValueUpgrade } from './types'
import { readValue } from './values'

/** @returns < 0, 0 or > 0, as semantic versions go */
export function compareVersions(one: KnowledgeVersion, other: KnowledgeVersion): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)]
  for (let part = 0; part < 3; part += 1) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Longer than this, successors go in circles, which publishing refuses. */
const longestChain = 50

/**
 * Reads a fact as this version understands it, whatever version it was said under.
 * @returns the attribute and value it is now; the fact as it was when its attribute has no successor or its value does not carry over, so that
 * nothing is ever lost
 */
export function upgradeFact(
  knowledge: Knowledge,
  code: AttributeCode,
  value: Value,
): { readonly code: AttributeCode; readonly value: Value } {
  let now = { code, value }
  for (let step = 0; step < longestChain; step += 1) {
    const upgrade = knowledge.upgrades.find(({ from }) => from === now.code)
    const successor = upgrade && knowledge.attribute(upgrade.to)
    if (!upgrade || !successor) return now
    const next = upgradeValue(upgrade.by, now.value, successor)
    if (next === undefined) return now
    now = { code: upgrade.to, value: next }
  }
  return now
}

function upgradeValue(by: ValueUpgrade, value: Value, successor: Attribute): Value | undefined {
  const carried = carry(by, value, successor)
  if (carried === undefined) return undefined
  const reading = readValue(successor, successor.many && typeof carried !== 'object' ? [String(carried)] : carried)
  return reading.ok ? reading.value : undefined
}

function carry(by: ValueUpgrade, value: Value, successor: Attribute): Value | undefined {
  switch (by.kind) {
    case 'same':
      return value
    case 'codes': {
      if (typeof value === 'object') {
        const codes = value.flatMap((code) => by.to[code] ?? [])
        return codes.length === value.length ? codes : undefined
      }
      return by.to[String(value)]
    }
    case 'scale': {
      const decimals = successor.value.type === 'number' ? successor.value.decimals : 2
      return typeof value === 'number' ? Number((value * by.factor).toFixed(decimals)) : undefined
    }
    case 'yes-when':
      return by.codes.includes(String(value))
  }
}

/**
 * Reads the claims about an entity or a relation as this version understands them. Claims under a former attribute stand beside those
 * under its successor.
 */
export function upgradeClaims(knowledge: Knowledge, claims: Claims): Claims {
  if (knowledge.upgrades.length === 0) return claims
  const upgraded: Record<AttributeCode, readonly Claim[]> = {}
  for (const [code, said] of Object.entries(claims)) {
    for (const claim of said) {
      const now = upgradeFact(knowledge, code, claim.value)
      upgraded[now.code] = [...(upgraded[now.code] ?? []), { ...claim, value: now.value }]
    }
  }
  return Object.fromEntries(
    Object.entries(upgraded).map(([code, said]) => [code, standing(knowledge.attribute(code), said)]),
  )
}
