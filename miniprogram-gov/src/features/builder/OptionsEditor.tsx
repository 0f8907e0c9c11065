import type { CodeItem } from '@zmht/shared/knowledge'
import { Box, Button, Field, Icon, Pressable, Row, Stack, Text, TextArea, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import { withItem, withItems } from './own-kinds'

/** The contract takes no more. */
const most = 300
/** More are read as a list of lines, not one field each. */
const mostFields = 40

/** The choices of an own question: each can be renamed, moved up or taken away; a list can be pasted. */
export function OptionsEditor({
  items,
  onChange,
}: {
  readonly items: readonly CodeItem[]
  readonly onChange: (items: readonly CodeItem[], typing?: string) => void
}) {
  const [pasting, setPasting] = useState<string>()
  const replace = (at: number, name: string) =>
    onChange(
      items.map((one, position) => (position === at ? { ...one, name } : one)),
      `option.${items[at]?.code}`,
    )
  const up = (at: number) => {
    const [before, one] = [items[at - 1], items[at]]
    if (before && one)
      onChange(items.map((each, position) => (position === at - 1 ? one : position === at ? before : each)))
  }
  return (
    <Field label="选项" group error={items.length === 0 ? '还没有选项' : undefined}>
      {() => (
        <Stack gap={2}>
          <Box as="ol" role="list" label="选项" className="g-options">
            {items.slice(0, mostFields).map((one, at) => (
              <Box as="li" key={one.code} className="g-options__row">
                <Box className="z-grow">
                  <TextInput
                    label={`选项 ${at + 1}`}
                    maxLength={60}
                    value={one.name}
                    error={one.name.trim() === '' ? '还没有写' : undefined}
                    onChange={(name) => replace(at, name)}
                  />
                </Box>
                <Pressable
                  className="g-row__move"
                  label={`上移选项“${one.name}”`}
                  disabled={at === 0}
                  onPress={() => up(at)}
                >
                  <Icon name="up" />
                </Pressable>
                <Pressable
                  className="g-row__move"
                  label={`删去选项“${one.name}”`}
                  onPress={() => onChange(items.filter((each) => each !== one))}
                >
                  <Icon name="close" />
                </Pressable>
              </Box>
            ))}
          </Box>
          {items.length > mostFields ? (
            <Text size="small" tone="quiet">{`还有 ${items.length - mostFields} 个选项，没有一一列出。`}</Text>
          ) : null}
          {pasting === undefined ? (
            <Row gap={2} wrap>
              {items.length < most ? (
                <Button
                  variant="quiet"
                  icon="plus"
                  onPress={() => onChange(withItem(items, `选项 ${items.length + 1}`))}
                >
                  加一个选项
                </Button>
              ) : null}
              <Button variant="text" onPress={() => setPasting('')}>
                一次加多个
              </Button>
            </Row>
          ) : (
            <Stack gap={2}>
              <TextArea
                label="一行一个选项"
                hint="可以从表格里整列复制过来"
                maxLength={6000}
                value={pasting}
                onChange={setPasting}
              />
              <Row gap={2}>
                <Button
                  variant="quiet"
                  disabled={pasting.trim() === ''}
                  onPress={() => {
                    onChange(withItems(items, pasting).slice(0, most))
                    setPasting(undefined)
                  }}
                >
                  加上这些
                </Button>
                <Button variant="text" onPress={() => setPasting(undefined)}>
                  先不
                </Button>
              </Row>
            </Stack>
          )}
        </Stack>
      )}
    </Field>
  )
}
