import type { Attribute } from '@zmht/shared/knowledge'
import type { Condition } from '@zmht/shared/ledgers'
import { Box, DatePicker, RadioList, Select, Stack, TextInput } from '@zmht/shared/ui'
import { useKnowledge } from '@/lib/knowledge'
import { CodesField } from './CodesField'
import { asked, type Way, waysOf, wayWords, withDay } from './conditions'
import { SpanFields } from './SpanFields'

const knownOptions = [
  { value: 'yes', label: '登记了' },
  { value: 'no', label: '还没登记' },
] as const
const relationOptions = [
  { value: 'yes', label: '有' },
  { value: 'no', label: '没有' },
] as const

/** What a condition asks, to be changed: how it is asked, and what for. */
export function ConditionFields({
  condition,
  onChange,
}: {
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
}) {
  const knowledge = useKnowledge()
  if (condition.about === 'relation') {
    return (
      <RadioList
        label="有没有这个关系"
        inline
        options={relationOptions}
        value={condition.is ? 'yes' : 'no'}
        onChange={(is) => onChange({ ...condition, is: is === 'yes' })}
      />
    )
  }
  const what = knowledge.attribute(condition.attribute)
  if (what === undefined) return null
  const ways = waysOf(what)
  return (
    <Stack gap={3}>
      {ways.length > 1 ? (
        <Select
          label="怎样算"
          options={ways.map((value) => ({ value, label: wayLabel(value, what) }))}
          value={condition.about}
          onChange={(way) => way !== undefined && onChange(asked(condition.attribute, way))}
        />
      ) : null}
      <Asked what={what} condition={condition} onChange={onChange} />
    </Stack>
  )
}

/** Of a birth date people speak of an age. */
const wayLabel = (way: Way, what: Attribute): string =>
  way === 'age' && what.code === 'person.birthDate' ? '年龄在一个范围里' : wayWords[way]

function Asked({
  what,
  condition,
  onChange,
}: {
  readonly what: Attribute
  readonly condition: Exclude<Condition, { about: 'relation' }>
  readonly onChange: (condition: Condition) => void
}) {
  switch (condition.about) {
    case 'code':
      return <CodesField what={what} condition={condition} onChange={onChange} />
    case 'number':
    case 'age':
      return <SpanFields what={what} condition={condition} onChange={onChange} />
    case 'date':
      return (
        <Box className="g-ends">
          <DatePicker
            label="从哪天起"
            optional
            value={condition.from}
            onChange={(day) => onChange(withDay(condition, 'from', day))}
          />
          <DatePicker
            label="到哪天为止"
            optional
            value={condition.to}
            onChange={(day) => onChange(withDay(condition, 'to', day))}
          />
        </Box>
      )
    case 'words':
      return (
        <TextInput
          label={`${what.name}里有哪几个字`}
          maxLength={40}
          value={condition.words}
          onChange={(words) => onChange({ ...condition, words })}
        />
      )
    case 'known':
      return (
        <RadioList
          label={`${what.name}登记了没有`}
          inline
          options={knownOptions}
          value={condition.is ? 'yes' : 'no'}
          onChange={(is) => onChange({ ...condition, is: is === 'yes' })}
        />
      )
  }
}
