import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, Button, EmptyState, Row, Stack, Tag, Text, useWide } from '@zmht/shared/ui'
import { useMemo, useState } from 'react'
import { PagedTable } from '../frame/PagedTable'
import { entriesOf, type Filters, foundEntries, keyOfEntry, standardsIn, writeFilters } from './catalogue'
import { EntryCard } from './EntryCard'
import { FilterFields } from './FilterFields'
import { freshWords, standardWords } from './names'
import { openEntry } from './open'
import type { Prose } from './prose'
import { SensitivityTag } from './SensitivityTag'
import { useLocalPages } from './useLocalPages'

/** Everything the system defines, narrowed down. */
export function EntryTable({
  knowledge,
  prose,
  filters,
  onFilters,
  onReload,
}: {
  readonly knowledge: Knowledge
  readonly prose: Prose
  readonly filters: Filters
  readonly onFilters: (filters: Filters) => void
  readonly onReload: () => Promise<void>
}) {
  const wide = useWide()
  const [unfolded, setUnfolded] = useState(false)
  const entries = useMemo(() => entriesOf(knowledge, prose), [knowledge, prose])
  const standards = useMemo(() => standardsIn(entries), [entries])
  const found = useMemo(() => foundEntries(knowledge, entries, filters), [knowledge, entries, filters])
  const paged = useLocalPages(found, onReload)
  const { q: words = '', ...narrowed } = writeFilters(filters)
  const count = Object.values(narrowed).filter((one) => one !== '').length
  return (
    <Stack gap={4}>
      {wide ? null : (
        <Button variant="quiet" icon="settings" expanded={unfolded} onPress={() => setUnfolded(!unfolded)}>
          {count === 0 ? '筛选' : `筛选（已选 ${count} 项）`}
        </Button>
      )}
      {wide || unfolded ? <FilterFields filters={filters} standards={standards} onChange={onFilters} /> : null}
      <Row between gap={3} wrap>
        <Box live="polite">
          <Text size="small" tone="quiet" numeric>
            {count === 0 && words === '' ? `共 ${found.length} 项` : `找到 ${found.length} 项`}
          </Text>
        </Box>
        {count === 0 ? null : (
          <Button variant="text" onPress={() => onFilters({ words: filters.words, deprecated: false })}>
            清除筛选
          </Button>
        )}
      </Row>
      <PagedTable
        paged={paged}
        label="知识体系的内容"
        keyOf={keyOfEntry}
        onOpen={openEntry}
        card={(one) => <EntryCard entry={one} />}
        columns={[
          { key: 'name', head: '名称', narrow: true, cell: (one) => one.name },
          { key: 'code', head: '编号', narrow: true, cell: (one) => one.code },
          { key: 'of', head: '属于', narrow: true, cell: (one) => one.of },
          { key: 'answer', head: '填写方式', cell: (one) => one.answer },
          {
            key: 'sensitivity',
            head: '敏感级别',
            narrow: true,
            cell: (one) =>
              one.deprecated ? <Tag>已停用</Tag> : one.sensitivity ? <SensitivityTag level={one.sensitivity} /> : '',
          },
          {
            key: 'fresh',
            head: '有效期',
            narrow: true,
            cell: (one) => (one.what === 'attribute' ? freshWords(one.freshDays) : ''),
          },
          { key: 'standard', head: '标准', narrow: true, cell: (one) => standardWords(one.standard) },
        ]}
        empty={
          <EmptyState
            icon="search"
            title={filters.deprecated ? '没有停用的内容' : '没有找到'}
            detail="换一种说法，或者去掉一些筛选再试。确实没有的，可以提议增加。"
          />
        }
      />
    </Stack>
  )
}
