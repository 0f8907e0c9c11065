import type { ChangeReply } from '@zmht/shared/contract'
import { actionNames, resourceKinds } from '@zmht/shared/permission'
import { nameIn } from './words'

type Changed = ChangeReply['gains'][number]

/** The kind that stands for all that no rule names. */
const anyKind = '*'

/**
 * What somebody gains or loses, in words: 「在望京街道查看诉求、办理诉求」. What is the same everywhere is said once; a kind is named only where it
 * is not all of them.
 */
export function changeWords(changed: readonly Changed[]): readonly string[] {
  const places = new Map<string, string[]>()
  for (const action of new Set(changed.map((one) => one.action))) {
    const of = changed.filter((one) => one.action === action)
    for (const where of new Set(of.map((one) => one.where))) {
      const kinds = of.filter((one) => one.where === where).map(({ kind }) => kind)
      const narrowed = kinds.includes(anyKind)
        ? ''
        : `（${kinds.map((kind) => nameIn(resourceKinds, kind)).join('、')}）`
      places.set(where, [...(places.get(where) ?? []), `${actionNames[action]}${narrowed}`])
    }
  }
  return [...places].map(([where, what]) => `在${where}${what.join('、')}`)
}
