import type { ClaimReply, EntityReply, FactHistoryReply } from '@zmht/shared/contract'
import type { IconName } from '@zmht/shared/ui'

export const kindWords: Readonly<Record<EntityReply['kind'], { readonly name: string; readonly icon: IconName }>> = {
  person: { name: '人', icon: 'person' },
  place: { name: '地', icon: 'place' },
  event: { name: '事', icon: 'document' },
  thing: { name: '物', icon: 'services' },
  organisation: { name: '组织', icon: 'family' },
}

/** What somebody's word weighs, in words. */
export const authorityWords: Readonly<Record<ClaimReply['authority'], string>> = {
  own: '本人说的',
  checked: '工作人员核对',
  recorded: '名册登记',
  told: '他人说的',
}

type Outcome = FactHistoryReply['sayings'][number]['outcome']

export const outcomeWords: Readonly<Record<Outcome, { readonly name: string; readonly tone?: 'accent' | 'amber' }>> = {
  believed: { name: '现在采用', tone: 'accent' },
  waiting: { name: '待核对', tone: 'amber' },
  settled: { name: '以前' },
  accepted: { name: '核对后采纳', tone: 'accent' },
  rejected: { name: '核对后不采纳' },
}
