import type { LedgerReply } from '@zmht/shared/contract'
import type { Knowledge } from '@zmht/shared/knowledge'
import type { Condition } from '@zmht/shared/ledgers'
import { conditionOn } from './conditions'
import { attributeContent } from './contents'

/** A column a list can be narrowed and put in order by. */
export interface SiftColumn {
  readonly key: string
  readonly label: string
  /** To be filled in. */
  readonly condition: Condition
}

/**
 * @returns the columns of a ledger that every reader of its list sees whole, in its order: what a list shows in part only nobody may find out by
 * narrowing or ordering it
 */
export function siftColumns(
  { columns, content }: Pick<LedgerReply, 'columns' | 'content'>,
  knowledge: Knowledge,
): readonly SiftColumn[] {
  return columns.flatMap(({ key, label, sensitivity }) => {
    const column = content.columns.find((one) => one.key === key)
    if (column === undefined || sensitivity === 'sensitive') return []
    if (column.of === 'relation') {
      const { types, direction } = column
      return [{ key, label, condition: { about: 'relation', types, direction, is: true } }]
    }
    const attribute = knowledge.attribute(column.attribute)
    return attribute === undefined ? [] : [{ key, label, condition: conditionOn(attributeContent(attribute)) }]
  })
}
