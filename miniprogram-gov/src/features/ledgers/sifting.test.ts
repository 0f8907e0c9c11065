import { baseKnowledge } from '@zmht/shared/knowledge'
import { columnOfCondition, nameOfColumn } from '@zmht/shared/ledgers'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { expect, test } from 'vitest'
import { siftColumns } from './sifting'

test.each(ledgerTemplates.map((one) => [one.name, one] as const))(
  'every condition “%s” offers is told by a column',
  (_name, content) => {
    const columns = content.columns.map((column) => ({
      key: column.key,
      label: nameOfColumn(column, baseKnowledge),
      of: column.of,
      sensitivity:
        column.of === 'attribute'
          ? (baseKnowledge.attribute(column.attribute)?.sensitivity ?? 'sensitive')
          : ('personal' as const),
      layout: 'text' as const,
    }))
    const offered = siftColumns({ columns, content }, baseKnowledge)
    expect(offered.length).toBeGreaterThan(0)
    for (const { condition } of offered) expect(columnOfCondition(content.columns, condition)).toBeDefined()
    const sensitive = columns.filter(({ sensitivity }) => sensitivity === 'sensitive').map(({ key }) => key)
    expect(offered.filter(({ key }) => sensitive.includes(key))).toEqual([])
  },
)
