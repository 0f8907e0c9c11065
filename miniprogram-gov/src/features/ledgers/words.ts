import type { RowReply } from '@zmht/shared/contract'
import type { LedgerKind } from '@zmht/shared/ledgers'
import type { IconName, Tone } from '@zmht/shared/ui'

/** What ledgers are of, in the order people ask for them. */
export const kindOrder = ['person', 'organisation', 'thing', 'place'] as const satisfies readonly LedgerKind[]

interface KindWords {
  readonly name: string
  readonly icon: IconName
  /** How one is counted: 「3 人」. */
  readonly unit: string
  /** What an official enters one as: 「登记一个人」. */
  readonly one: string
}

export const ledgerKindWords: Readonly<Record<LedgerKind, KindWords>> = {
  person: { name: '人', icon: 'person', unit: '人', one: '一个人' },
  organisation: { name: '单位', icon: 'family', unit: '家', one: '一家单位' },
  thing: { name: '物', icon: 'services', unit: '个', one: '一件物品' },
  place: { name: '地', icon: 'place', unit: '处', one: '一处地点' },
}

interface Words {
  readonly name: string
  readonly tone: Tone
}

export const freshnessWords: Readonly<Record<RowReply['freshness'], Words>> = {
  fresh: { name: '有效', tone: 'quiet' },
  soon: { name: '即将过期', tone: 'amber' },
  stale: { name: '已过期', tone: 'danger' },
}

/** The states a list is narrowed by, as they stand in the address and in words. */
export const rowStateWords = {
  soon: '即将过期',
  stale: '已过期',
  undecided: '待核对',
} as const
export type RowState = keyof typeof rowStateWords

/** `1234567` → 「1,234,567」 */
export const countWords = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
