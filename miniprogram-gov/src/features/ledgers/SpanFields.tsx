import type { Attribute } from '@zmht/shared/knowledge'
import type { Condition } from '@zmht/shared/ledgers'
import { Box, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import { typedNumber, withEnd } from './conditions'

type Span = Extract<Condition, { about: 'number' | 'age' }>
type End = 'least' | 'most'

const ends = [
  { end: 'least', label: '最少' },
  { end: 'most', label: '最多' },
] as const

/** From how many to how many, both included; an end left open does not count. */
export function SpanFields({
  what,
  condition,
  onChange,
}: {
  readonly what: Attribute
  readonly condition: Span
  readonly onChange: (condition: Condition) => void
}) {
  const written = (end: End) => (condition[end] === undefined ? '' : String(condition[end]))
  const [texts, setTexts] = useState({ least: written('least'), most: written('most') })
  const unit = unitOf(what, condition)
  const type = (end: End, text: string) => {
    setTexts({ ...texts, [end]: text })
    onChange(withEnd(condition, end, typedNumber(text)))
  }
  return (
    <Box className="g-ends">
      {ends.map(({ end, label }) => (
        <TextInput
          key={end}
          label={unit === '' ? label : `${label}（${unit}）`}
          kind="decimal"
          optional
          maxLength={14}
          value={texts[end]}
          error={texts[end].trim() !== '' && typedNumber(texts[end]) === undefined ? '请写数字' : undefined}
          onChange={(text) => type(end, text)}
        />
      ))}
    </Box>
  )
}

function unitOf({ value, code }: Attribute, { about }: Span): string {
  if (about === 'age') return code === 'person.birthDate' ? '岁' : '年'
  return value.type === 'number' ? (value.unit ?? '') : value.type === 'money' ? '元' : ''
}
