import type { Attribute, ValueUpgrade } from '@zmht/shared/knowledge'

export type CarryWay = ValueUpgrade['kind']

export const carryWayNames: Readonly<Record<CarryWay, string>> = {
  same: '原样当作新属性的资料',
  codes: '按选项一一对应',
  scale: '换算单位',
  'yes-when': '某些选项当作“是”',
}

/** How values carry over, as it is being put together. */
export interface Carry {
  readonly way: CarryWay
  /** Codes of the former by codes of the successor; empty: not carried over. */
  readonly to: Readonly<Record<string, string>>
  readonly factor: string
  readonly codes: readonly string[]
}

export const plainCarry: Carry = { way: 'same', to: {}, factor: '', codes: [] }

/** The ways that make sense between two attributes, the likeliest first; none where no value can carry over. */
export function carryWays(before: Attribute, after: Attribute): readonly CarryWay[] {
  const [from, to] = [before.value, after.value]
  if (from.type === 'code' && to.type === 'yes-no') return ['yes-when']
  if (from.type === 'code' && to.type === 'code') return from.list === to.list ? ['same', 'codes'] : ['codes', 'same']
  if (from.type === 'number' && to.type === 'number') {
    return from.unit === to.unit ? ['same', 'scale'] : ['scale', 'same']
  }
  if (from.type === to.type) return ['same']
  const asText = to.type === 'text' && (from.type === 'name' || from.type === 'identifier')
  return asText ? ['same'] : []
}

/** What a deprecation opens with: options of the same name, or of the same code in the same list, correspond. */
export function proposedCarry(before: Attribute, after: Attribute): Carry {
  const [way = 'same'] = carryWays(before, after)
  const [from, to] = [before.value, after.value]
  if (from.type !== 'code' || to.type !== 'code') return { ...plainCarry, way }
  const pairs = from.items.flatMap(({ code, name }) => {
    const match =
      to.items.find((item) => item.name === name) ??
      (from.list === to.list ? to.items.find((item) => item.code === code) : undefined)
    return match ? [[code, match.code] as const] : []
  })
  return { ...plainCarry, way, to: Object.fromEntries(pairs) }
}

export function upgradeOf({ way, to, factor, codes }: Carry): ValueUpgrade {
  switch (way) {
    case 'same':
      return { kind: 'same' }
    case 'codes':
      return { kind: 'codes', to: Object.fromEntries(Object.entries(to).filter(([, code]) => code !== '')) }
    case 'scale':
      return { kind: 'scale', factor: Number(factor) }
    case 'yes-when':
      return { kind: 'yes-when', codes }
  }
}

export function carryOf(upgrade: ValueUpgrade | undefined): Carry {
  switch (upgrade?.kind) {
    case undefined:
    case 'same':
      return plainCarry
    case 'codes':
      return { ...plainCarry, way: 'codes', to: upgrade.to }
    case 'scale':
      return { ...plainCarry, way: 'scale', factor: String(upgrade.factor) }
    case 'yes-when':
      return { ...plainCarry, way: 'yes-when', codes: upgrade.codes }
  }
}

/** @returns what is still missing, in words */
export function carryProblem({ way, to, factor, codes }: Carry): string | undefined {
  switch (way) {
    case 'same':
      return undefined
    case 'codes':
      return Object.values(to).some((code) => code !== '') ? undefined : '请至少选一个对应的选项'
    case 'scale': {
      const number = Number(factor)
      return factor.trim() !== '' && Number.isFinite(number) && number !== 0 ? undefined : '请填写乘以多少'
    }
    case 'yes-when':
      return codes.length > 0 ? undefined : '请至少选一个当作“是”的选项'
  }
}
