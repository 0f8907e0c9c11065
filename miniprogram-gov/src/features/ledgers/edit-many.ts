import { type Attribute, isComputed, type Knowledge } from '@zmht/shared/knowledge'
import type { LedgerContent } from '@zmht/shared/ledgers'
import { entryFields } from './entry'

/** @returns what can be said of many at once: what a ledger asks, without what is each one's own (a name, a number) or computed */
export const editableTogether = (content: LedgerContent, knowledge: Knowledge): readonly Attribute[] =>
  entryFields(content, knowledge).flatMap((field) => {
    if (field.of !== 'attribute') return []
    const { attribute } = field
    const isOwn = attribute.code === `${content.kind}.name` || attribute.naturalKey === true
    return isOwn || isComputed(attribute.code) ? [] : [attribute]
  })
