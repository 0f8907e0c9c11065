import type { Form } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, Button, Card, Row, SearchInput, Stack, Tag, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { PaletteButton } from '../PaletteButton'
import { foundItems } from '../palette'
import { type Correction, needsLook, type ReviewColumn } from './correct'
import { confidenceOf, sayTaken } from './taken'

/** One column of the sheet: its heading, what stands in it, what it was taken for, and the ways to say otherwise. */
export function ColumnCard({
  knowledge,
  form,
  column,
  onCorrect,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly column: ReviewColumn
  readonly onCorrect: (correction: Correction) => void
}) {
  const [open, setOpen] = useState(false)
  const { heading, samples, candidates, evidence } = column
  const confidence = confidenceOf(column)
  const asks = needsLook(column)
  const say = (correction: Correction) => {
    setOpen(false)
    onCorrect(correction)
  }
  return (
    <Card label={heading}>
      <Stack gap={2}>
        <Row between top gap={2}>
          <Box className="z-grow">
            <Text strong>{heading}</Text>
            <Text size="small" tone="quiet">
              {samples.length === 0 ? '这一列没有内容' : `例如：${samples.join('、')}`}
            </Text>
          </Box>
          <Tag tone={confidence.tone}>{confidence.words}</Tag>
        </Row>
        <Row between gap={2}>
          <Text>{`→ ${sayTaken(knowledge, form, column)}`}</Text>
          <Button
            variant="text"
            label={`${open ? '收起' : '改'}“${heading}”`}
            expanded={open}
            onPress={() => setOpen(!open)}
          >
            {open ? '收起' : '改'}
          </Button>
        </Row>
        {asks && !open ? (
          <Stack gap={2}>
            <Text size="small" tone="quiet">
              {evidence}
            </Text>
            <Row gap={2} wrap>
              {candidates.map((candidate) => (
                <Button
                  key={candidate.name}
                  variant="quiet"
                  label={`“${heading}”是“${candidate.name}”`}
                  onPress={() => say({ to: 'candidate', candidate })}
                >
                  {`是“${candidate.name}”`}
                </Button>
              ))}
              <Button variant="text" label={`“${heading}”都不是，作为自己的问题`} onPress={() => say({ to: 'right' })}>
                都不是
              </Button>
            </Row>
          </Stack>
        ) : null}
        {open ? <Choices knowledge={knowledge} form={form} column={column} onSay={say} /> : null}
      </Stack>
    </Card>
  )
}

function Choices({
  knowledge,
  form,
  column,
  onSay,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly column: ReviewColumn
  readonly onSay: (correction: Correction) => void
}) {
  const [words, setWords] = useState('')
  const searching = words.trim() !== ''
  const found = searching ? foundItems(knowledge, form, words, undefined).slice(0, 8) : []
  return (
    <Box className="g-rule-box" label={`“${column.heading}”是什么`} as="section">
      <SearchInput label={`“${column.heading}”是什么意思`} value={words} onChange={setWords} />
      <Box as="ul" role="list" label="可以当作" className="g-palette">
        {searching
          ? found.map((item) => (
              <PaletteButton
                key={item.key}
                icon="check"
                name={item.name}
                detail={item.already ? `${item.of} · 和已有的一列合成一项` : `${item.of} · ${item.detail}`}
                onPress={() => onSay({ to: 'found', controls: item.controls, subjects: item.subjects })}
              />
            ))
          : column.candidates.map((candidate) => (
              <PaletteButton
                key={candidate.name}
                icon="check"
                name={candidate.name}
                detail={`相近程度 ${Math.round(candidate.score * 100)}%`}
                onPress={() => onSay({ to: 'candidate', candidate })}
              />
            ))}
        <PaletteButton
          icon="edit"
          name="这张表自己的问题"
          detail="只留在申请里，不记到名下"
          onPress={() => onSay({ to: 'own' })}
        />
        <PaletteButton icon="close" name="不要这一列" onPress={() => onSay({ to: 'out' })} />
      </Box>
      {searching && found.length === 0 ? <Text tone="quiet">没有找到这个意思的内容，换一种说法试试。</Text> : null}
    </Box>
  )
}
