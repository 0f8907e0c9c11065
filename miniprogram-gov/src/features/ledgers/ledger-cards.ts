import type { LedgerCardReply } from '@zmht/shared/contract'
import type { LedgerKind } from '@zmht/shared/ledgers'
import { kindOrder } from './words'

/** What the list of ledgers is narrowed by. */
export interface CardFilter {
  readonly kind: LedgerKind | undefined
  /** The organisation's id. */
  readonly organisation: string | undefined
}

export interface CardSection {
  readonly kind: LedgerKind
  readonly cards: readonly LedgerCardReply[]
}

/** @returns ledgers by what they are of, those of the most used organisations and with most in them first; kinds without any are left out */
export function sectionsOf(cards: readonly LedgerCardReply[], filter: CardFilter): readonly CardSection[] {
  const fitting = cards.filter(
    ({ kind, organisation }) =>
      (filter.kind === undefined || kind === filter.kind) &&
      (filter.organisation === undefined || organisation.id === filter.organisation),
  )
  return kindOrder.flatMap((kind) => {
    const found = fitting.filter((card) => card.kind === kind)
    return found.length === 0 ? [] : [{ kind, cards: [...found].sort((a, b) => b.rows - a.rows) }]
  })
}

/** @returns the organisations that made the ledgers, each once, those with the most first */
export function makersOf(cards: readonly LedgerCardReply[]): readonly { readonly id: string; readonly name: string }[] {
  const counts = new Map<string, { readonly name: string; count: number }>()
  for (const { organisation } of cards) {
    const known = counts.get(organisation.id)
    if (known) known.count++
    else counts.set(organisation.id, { name: organisation.name, count: 1 })
  }
  return [...counts].sort(([, a], [, b]) => b.count - a.count).map(([id, { name }]) => ({ id, name }))
}

/** @returns the kind a word of the address names; nothing for any other word */
export const kindFrom = (word: string): LedgerKind | undefined => kindOrder.find((kind) => kind === word)
