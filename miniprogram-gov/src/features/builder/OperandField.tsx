import type { Control, Form } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { DatePicker, DateTimePicker, MonthPicker, Select, Stack, TextInput, TimePicker } from '@zmht/shared/ui'
import { useState } from 'react'
import type { Against, Clause } from './rule'
import { type Answers, measureUnits, othersLike } from './rule-answers'

type Way = 'value' | 'today' | 'control'
const wayNames: Readonly<Record<Way, string>> = {
  value: '一个固定的值',
  today: '填写那天',
  control: '另一项的回答',
}

/** What an answer is compared with: a value written down, the day of filling in, or another answer. */
export function OperandField({
  knowledge,
  form,
  control,
  clause,
  answers,
  name,
  onChange,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly control: Control
  readonly clause: Clause
  readonly answers: Answers
  readonly name: string
  readonly onChange: (clause: Clause, typing?: boolean) => void
}) {
  const { against: _against, ...plain } = clause
  const others = othersLike(knowledge, form, control, clause)
  const isDay = answers.by === 'moment' && (answers.of === 'date' || answers.of === 'datetime')
  const hasOthers = others.length > 0 && clause.how !== 'contains' && clause.how !== 'lacks'
  const ways: readonly Way[] = [
    'value',
    ...(isDay ? (['today'] as const) : []),
    ...(hasOthers ? (['control'] as const) : []),
  ]
  const way: Way = clause.against === undefined ? 'value' : 'today' in clause.against ? 'today' : 'control'
  const withAgainst = (against: Against, typing?: boolean) => onChange({ ...plain, values: [], against }, typing)
  const compareWith = (id: string) =>
    withAgainst(clause.control === control.id ? { control: id, ifAnswered: true } : { control: id })
  return (
    <Stack gap={2}>
      {ways.length > 1 ? (
        <Select<Way>
          label={`“${name}”和什么比`}
          options={ways.map((one) => ({ value: one, label: wayNames[one] }))}
          value={way}
          onChange={(next) => {
            const [first] = others
            if (next === 'today') withAgainst({ today: 0 })
            else if (next === 'control' && first) compareWith(first.id)
            else onChange({ ...plain, values: [] })
          }}
        />
      ) : null}
      {clause.against === undefined ? (
        <ValueField clause={clause} answers={answers} onChange={onChange} />
      ) : 'today' in clause.against ? (
        <WholeNumber
          label="填写那天之后几天"
          hint="0 是当天，7 是七天后，-7 是七天前"
          value={clause.against.today}
          onChange={(days) => withAgainst({ today: days ?? 0 }, true)}
        />
      ) : (
        <Select
          label="另一项"
          options={others.map((one) => ({ value: one.id, label: `“${one.label}”` }))}
          value={clause.against.control}
          onChange={(id) => id !== undefined && compareWith(id)}
        />
      )}
    </Stack>
  )
}

function ValueField({
  clause,
  answers,
  onChange,
}: {
  readonly clause: Clause
  readonly answers: Answers
  readonly onChange: (clause: Clause, typing?: boolean) => void
}) {
  const [limit] = clause.values
  if (answers.by === 'moment') {
    const props = {
      label: answers.of === 'time' ? '时间' : answers.of === 'month' ? '年月' : '日期',
      value: typeof limit === 'string' ? limit : undefined,
      error: limit === undefined ? '还没有填' : undefined,
      onChange: (moment: string | undefined) => onChange({ ...clause, values: moment === undefined ? [] : [moment] }),
    }
    switch (answers.of) {
      case 'date':
        return <DatePicker {...props} />
      case 'month':
        return <MonthPicker {...props} />
      case 'time':
        return <TimePicker {...props} />
      case 'datetime':
        return <DateTimePicker {...props} />
    }
  }
  if (answers.by === 'text') {
    return (
      <TextInput
        label="什么字"
        maxLength={60}
        value={limit === undefined ? '' : String(limit)}
        error={limit === undefined ? '还没有填' : undefined}
        onChange={(text) => onChange({ ...clause, values: text === '' ? [] : [text] }, true)}
      />
    )
  }
  const unit =
    clause.measure === undefined ? (answers.by === 'number' ? answers.unit : '') : measureUnits[clause.measure]
  return (
    <NumberField
      label={unit ? `多少（${unit}）` : '多少'}
      value={typeof limit === 'number' ? limit : undefined}
      error={limit === undefined ? '请填一个数' : undefined}
      onChange={(number) => onChange({ ...clause, values: number === undefined ? [] : [number] }, true)}
    />
  )
}

interface NumberProps {
  readonly label: string
  readonly hint?: string
  readonly value: number | undefined
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly onChange: (number: number | undefined) => void
}

/** A number being typed: 「-」 and 「1.」 are on the way to one. */
export function NumberField({ label, hint, value, error, optional, onChange }: NumberProps) {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const shown = numberOf(typed) === value ? typed : value === undefined ? '' : String(value)
  return (
    <TextInput
      label={label}
      hint={hint}
      kind="decimal"
      maxLength={15}
      optional={optional ?? false}
      value={shown}
      error={error}
      onChange={(text) => {
        setTyped(text)
        onChange(numberOf(text))
      }}
    />
  )
}

/** A number without decimals. */
export function WholeNumber(props: NumberProps) {
  return (
    <NumberField
      {...props}
      onChange={(number) => props.onChange(number === undefined ? undefined : Math.trunc(number))}
    />
  )
}

function numberOf(text: string): number | undefined {
  const number = Number(text)
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number
}
