import { goTo } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import type { Entry } from './catalogue'

export const openAttribute = (code: string) => goTo(pages.attribute, { code })
export const openRelation = (code: string) => goTo(pages.relation, { code })
export const openList = (id: string) => goTo(pages.codeList, { code: id })

const openers: Readonly<Record<Entry['what'], (code: string) => void>> = {
  attribute: openAttribute,
  relation: openRelation,
  list: openList,
}

/** Opens what a line of the catalogue is about. */
export function openEntry({ what, code }: Pick<Entry, 'what' | 'code'>): void {
  openers[what](code)
}
