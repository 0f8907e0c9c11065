import type { Control, Form, Subject } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, Heading, Icon, Pressable, Row, SearchInput, Select, Stack, Tag, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { foundItems, type PaletteItem, usualItems, wordsControl } from './palette'

/** What can be asked, found by what it means; picking it puts a control into the form. */
export function Palette({
  knowledge,
  form,
  preferred,
  onPreferred,
  onAdd,
  onAddSubject,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  /** Whom it is asked of, where it could be several. */
  readonly preferred: string
  readonly onPreferred: (key: string) => void
  readonly onAdd: (controls: readonly Control[], subjects: readonly Subject[]) => void
  readonly onAddSubject: () => void
}) {
  const [words, setWords] = useState('')
  const subject = form.subjects.find((one) => one.key === preferred) ?? form.subjects[0]
  const searching = words.trim() !== ''
  const items = searching
    ? foundItems(knowledge, form, words, subject?.key)
    : subject
      ? usualItems(knowledge, form, subject)
      : []
  return (
    <Stack gap={3}>
      <SearchInput label="想问什么，如行动不便" value={words} onChange={setWords} />
      {searching ? null : (
        <Select
          label="问谁的情况"
          options={form.subjects.map((one) => ({ value: one.key, label: one.name }))}
          value={subject?.key}
          onChange={(key) => key !== undefined && onPreferred(key)}
        />
      )}
      {items.length === 0 ? (
        <Text tone="quiet">没有找到这个意思的内容。换一种说法试试，或放一段说明文字。</Text>
      ) : (
        <Box as="ul" role="list" label={searching ? '找到的内容' : '常问的内容'} className="g-palette">
          {items.map((item) => (
            <Box as="li" key={item.key}>
              <Item item={item} showOf={searching} onAdd={() => onAdd(item.controls, item.subjects)} />
            </Box>
          ))}
        </Box>
      )}
      {searching ? null : (
        <>
          <Heading level={3}>不用填的内容</Heading>
          <Box as="ul" role="list" label="不用填的内容" className="g-palette">
            <Box as="li">
              <Pressable className="g-palette__item" onPress={() => onAdd([wordsControl('explanation')], [])}>
                <Plus />
                <Text inline>说明文字</Text>
              </Pressable>
            </Box>
            <Box as="li">
              <Pressable className="g-palette__item" onPress={() => onAdd([wordsControl('consent')], [])}>
                <Plus />
                <Text inline>同意书</Text>
              </Pressable>
            </Box>
          </Box>
          <Pressable className="g-palette__item" onPress={onAddSubject}>
            <Icon name="family" />
            <Text inline tone="accent">
              还涉及别的人、物或单位
            </Text>
          </Pressable>
        </>
      )}
    </Stack>
  )
}

function Plus() {
  return <Icon name="plus" className="g-palette__plus" />
}

function Item({
  item,
  showOf,
  onAdd,
}: {
  readonly item: PaletteItem
  readonly showOf: boolean
  readonly onAdd: () => void
}) {
  if (item.already !== undefined) {
    return (
      <Box className="g-palette__item g-palette__item--off">
        <Box className="z-grow">
          <Text tone="quiet">{item.name}</Text>
          <Text size="small" tone="quiet">
            {item.already}
          </Text>
        </Box>
      </Box>
    )
  }
  return (
    <Pressable className="g-palette__item" onPress={onAdd}>
      <Plus />
      <Box className="z-grow">
        <Row gap={2} wrap>
          <Text inline>{item.name}</Text>
          {item.sensitive ? <Tag tone="amber">敏感</Tag> : null}
        </Row>
        <Text size="small" tone="quiet">
          {showOf ? `问${item.of} · ${item.detail}` : item.detail}
        </Text>
      </Box>
    </Pressable>
  )
}
