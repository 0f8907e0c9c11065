import type { ControlKind, OwnValue } from '../controls/form'
import { clean, headOf, tokensOf } from './canonical'
import type { Sniffed } from './sniff'

const mostItems = 12
const leastRows = 5

/** @returns how a column that no attribute means is best answered, guessed from its values, else from its heading */
export function ownQuestion(
  heading: string,
  seen: Sniffed | undefined,
): { readonly kind: ControlKind; readonly own: OwnValue } {
  return (seen && seen.filled >= 2 ? fromValues(seen) : undefined) ?? fromHeading(heading)
}

function fromValues(seen: Sniffed): { kind: ControlKind; own: OwnValue } | undefined {
  if (seen.idNumber > 0.8) return { kind: 'id-number', own: { type: 'id-number' } }
  if (seen.mobile > 0.9) return { kind: 'phone', own: { type: 'mobile' } }
  if (seen.phone > 0.9) return { kind: 'phone', own: { type: 'phone' } }
  if (seen.plate > 0.9) return { kind: 'plate', own: { type: 'plate' } }
  if (seen.uscc > 0.9) return { kind: 'uscc', own: { type: 'uscc' } }
  if (seen.datetime > 0.9) return { kind: 'datetime', own: { type: 'datetime' } }
  if (seen.date > 0.9) return { kind: 'date', own: { type: 'date' } }
  if (seen.time > 0.9) return { kind: 'time', own: { type: 'time' } }
  if (seen.yesNo === 1) return { kind: 'yes-no', own: { type: 'yes-no' } }
  if (seen.number === 1 && seen.distinct.every((value) => !value.includes('%'))) return number(seen)
  const few = seen.distinct.length <= mostItems && seen.distinct.length < seen.filled
  if (seen.filled >= leastRows && few && seen.longest <= 20) {
    const items = seen.distinct.map((name, at) => ({ code: String(at + 1), name }))
    return { kind: 'choice', own: { type: 'code', items } }
  }
  return seen.longest > 60 ? { kind: 'long-text', own: { type: 'text:1000' } } : undefined
}

function number(seen: Sniffed): { kind: ControlKind; own: OwnValue } {
  return {
    kind: 'number',
    own: { type: seen.whole === 1 ? 'number:-1000000000..1000000000' : 'number:-1000000000..1000000000::4' },
  }
}

function fromHeading(heading: string): { kind: ControlKind; own: OwnValue } {
  const { text, asksYesNo } = clean(heading)
  if (asksYesNo) return { kind: 'yes-no', own: { type: 'yes-no' } }
  switch (headOf(tokensOf(text))) {
    case 'date':
    case 'until':
      return { kind: 'date', own: { type: 'date' } }
    case 'phone':
      return { kind: 'phone', own: { type: 'phone' } }
    case 'money':
      return { kind: 'money', own: { type: 'money' } }
    case 'photo':
      return { kind: 'photo', own: { type: 'photo', many: true } }
    case 'place':
      return { kind: 'place', own: { type: 'place' } }
    default:
      return { kind: 'long-text', own: { type: 'text:500' } }
  }
}
