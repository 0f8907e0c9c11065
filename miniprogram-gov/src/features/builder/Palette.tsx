import type { Control, Form, Subject } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, Heading, Row, SearchInput, Select, Stack, Tag, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { NoneFits } from './NoneFits'
import { OwnQuestions } from './OwnQuestions'
import { PaletteButton } from './PaletteButton'
import { foundItems, type PaletteItem, usualItems } from './palette'
import { matrixPiece, ownGroup, ownQuestion, type Piece, wordsControl } from './pieces'

export type AddPiece = (controls: readonly Control[], subjects: readonly Subject[]) => void

/** What can be asked, found by what it means; picking it puts a control into the form. */
export function Palette({
  knowledge,
  form,
  preferred,
  onPreferred,
  onAdd,
  onAddSubject,
  onCopy,
  onSheet,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  /** Whom it is asked of, where it could be several. */
  readonly preferred: string
  readonly onPreferred: (key: string) => void
  readonly onAdd: AddPiece
  readonly onAddSubject: () => void
  readonly onCopy: () => void
  /** Absent where spreadsheets cannot be opened. */
  readonly onSheet: (() => void) | undefined
}) {
  const [words, setWords] = useState('')
  const subject = form.subjects.find((one) => one.key === preferred) ?? form.subjects[0]
  const of = subject?.key ?? ''
  const searching = words.trim() !== ''
  const items = searching
    ? foundItems(knowledge, form, words, subject?.key)
    : subject
      ? usualItems(knowledge, form, subject)
      : []
  const put = ({ controls, subjects }: Piece) => onAdd(controls, subjects)
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
        searching ? (
          <Text tone="quiet">没有找到这个意思的内容，换一种说法试试。</Text>
        ) : (
          <Text tone="quiet">这一组只放这张表自己的问题，请在下面选。</Text>
        )
      ) : (
        <Box as="ul" role="list" label={searching ? '找到的内容' : '常问的内容'} className="g-palette">
          {items.map((item) => (
            <Box as="li" key={item.key}>
              <Item item={item} showOf={searching} onAdd={() => onAdd(item.controls, item.subjects)} />
            </Box>
          ))}
        </Box>
      )}
      {searching ? (
        <NoneFits words={words.trim()} kind={subject?.kind} onOwn={() => onAdd([ownQuestion('text', of, words)], [])} />
      ) : (
        <>
          <OwnQuestions onPick={(kind) => onAdd([ownQuestion(kind, of)], [])} />
          <Heading level={3}>排版和说明</Heading>
          <Box as="ul" role="list" label="排版和说明" className="g-palette">
            <PaletteButton
              name="分组标题"
              detail="把几项归在一个小标题下"
              onPress={() => onAdd([wordsControl('section')], [])}
            />
            <PaletteButton name="表格题" detail="几行问题，选项相同" onPress={() => put(matrixPiece(of))} />
            <PaletteButton name="可重复的一组" detail="要几份加几份，如同行的人" onPress={() => put(ownGroup())} />
            <PaletteButton name="说明文字" onPress={() => onAdd([wordsControl('explanation')], [])} />
            <PaletteButton name="同意书" onPress={() => onAdd([wordsControl('consent')], [])} />
          </Box>
          <Heading level={3}>更多来处</Heading>
          <Box as="ul" role="list" label="更多来处" className="g-palette">
            <PaletteButton icon="family" name="还涉及别的人、物或单位" onPress={onAddSubject} />
            <PaletteButton icon="copy" name="从模板或别的服务复制" onPress={onCopy} />
            {onSheet ? <PaletteButton icon="document" name="从表格文件添加" onPress={onSheet} /> : null}
          </Box>
        </>
      )}
    </Stack>
  )
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
    <PaletteButton
      bare
      name={item.name}
      detail={showOf ? `问${item.of} · ${item.detail}` : item.detail}
      end={
        item.sensitive ? (
          <Row gap={1}>
            <Tag tone="amber">敏感</Tag>
          </Row>
        ) : null
      }
      onPress={onAdd}
    />
  )
}
