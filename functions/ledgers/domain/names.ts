import type { EntityKind, Value } from '@zmht/shared/knowledge'

/** What a thing without a name of its own is called. */
export const kindNames: Readonly<Record<EntityKind, string>> = {
  person: '未留姓名',
  place: '地点',
  event: '一次申请',
  thing: '物品',
  organisation: '组织',
}

/** @returns the name a register shows. */
export function nameFrom(
  facts: Readonly<Record<string, { readonly value: Value }>>,
  kind: EntityKind,
  fallback: string,
): string {
  const value = facts[`${kind}.name`]?.value
  return typeof value === 'string' ? value : fallback
}
