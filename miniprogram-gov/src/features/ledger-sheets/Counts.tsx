import type { ImportPreviewReply, LedgerReply } from '@zmht/shared/contract'
import { Box, Card, Notice, Stack, Text } from '@zmht/shared/ui'
import { countWords } from '../ledgers/words'

/** What checking found, in numbers. */
export function Counts({ preview, ledger }: { readonly preview: ImportPreviewReply; readonly ledger: LedgerReply }) {
  const numbers = [
    { name: '共', count: preview.rows },
    { name: '新登记', count: preview.new },
    { name: '补充已有', count: preview.known },
    { name: '表内重复', count: preview.duplicate },
    { name: '不能导入', count: preview.wrong },
  ]
  return (
    <Stack gap={3}>
      <Card>
        <Box as="dl" className="g-counts">
          {numbers.map(({ name, count }) => (
            <Box key={name} className="g-counts__one">
              <Box as="dt">
                <Text size="small" tone="quiet" inline>
                  {name}
                </Text>
              </Box>
              <Box as="dd" className="g-counts__one">
                <Text size="title" strong numeric inline>
                  {countWords(count)}
                </Text>
                <Text inline size="small" tone="quiet">
                  {' 行'}
                </Text>
              </Box>
            </Box>
          ))}
        </Box>
      </Card>
      {preview.elsewhere === 0 ? null : (
        <Notice tone="amber" title={`有 ${countWords(preview.elsewhere)} 行导入后不会出现在“${ledger.content.name}”里`}>
          {`这本台账登记的是：${ledger.rule}。这些行会登记，但看资料不符合；以后符合了会自动进来。`}
        </Notice>
      )}
    </Stack>
  )
}
