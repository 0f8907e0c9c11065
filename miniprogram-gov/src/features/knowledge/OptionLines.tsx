import type { CodeItem } from '@zmht/shared/knowledge'
import { Box, Stack, Text, TextArea } from '@zmht/shared/ui'
import { readOptions } from './option-lines'

/** So many options are shown as they will be. */
const shown = 30

/** Options typed or pasted, one a line, and under it how they are understood. */
export function OptionLines({
  value,
  after = [],
  error,
  onChange,
}: {
  readonly value: string
  /** The options there are already: codes go on after theirs. */
  readonly after?: readonly CodeItem[] | undefined
  readonly error?: string | undefined
  readonly onChange: (value: string) => void
}) {
  // What is being typed may repeat itself: an option is told by its line.
  const items = readOptions(value, after).map((item, line) => ({ ...item, line }))
  return (
    <Stack gap={2}>
      <TextArea
        label="选项"
        hint="一行一个，可以从表格粘贴。每行都以代码开头（如“01 甲类”）就用您的代码，否则按顺序编号"
        value={value}
        onChange={onChange}
        maxLength={20_000}
        error={error}
      />
      {items.length === 0 ? null : (
        <Box className="g-option-tags" role="list" label={`${items.length} 个选项`}>
          {items.slice(0, shown).map((item) => (
            <Box key={item.line} role="listitem" className="g-option-tags__one">
              <Text inline size="small" tone="quiet" numeric>
                {item.code}
              </Text>
              <Text inline size="small">
                {item.name}
              </Text>
            </Box>
          ))}
          {items.length > shown ? <Text inline size="small" tone="quiet">{`…共 ${items.length} 个`}</Text> : null}
        </Box>
      )}
    </Stack>
  )
}
