import { type Control, type Form, shapeOf } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, Button, CheckboxList, Row, Select, Text } from '@zmht/shared/ui'
import { OperandField } from './OperandField'
import type { Clause, Comparison, Measure } from './rule'
import {
  answersFor,
  comparisonName,
  comparisonsFor,
  measured,
  measureNames,
  measuresFor,
  seenAsList,
} from './rule-answers'

const itself = 'itself'

/** One line of a rule: whose answer, how it is compared, with what. */
export function ClauseEditor({
  knowledge,
  form,
  control,
  clause,
  onChange,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  /** Whose rule it is. */
  readonly control: Control
  readonly clause: Clause
  /** `typing`: something is being typed. */
  readonly onChange: (clause: Clause | undefined, typing?: boolean) => void
}) {
  const source = form.controls.find((one) => one.id === clause.control)
  const plain = source && answersFor(knowledge, source)
  const name = source?.label ?? '已移除的内容'
  const head = (
    <Row between gap={2}>
      <Text strong>{source?.id === control.id ? `“${name}”这一项` : `“${name}”`}</Text>
      <Button variant="text-danger" icon="trash" label={`去掉看“${name}”的条件`} onPress={() => onChange(undefined)}>
        去掉
      </Button>
    </Row>
  )
  if (!source || !plain) return <Box className="g-clause">{head}</Box>
  const asList = seenAsList(shapeOf(knowledge, form), control, source)
  const ways = measuresFor(plain, source, asList)
  const answers = clause.measure === undefined ? plain : measured
  const hows = comparisonsFor(plain, asList, clause.measure)
  const measure = (next: Measure | undefined) => {
    const { measure: _former, against: _against, ...rest } = clause
    const [how = 'answered'] = comparisonsFor(plain, asList, next)
    onChange({ ...rest, how, values: [], ...(next === undefined ? {} : { measure: next }) })
  }
  const compare = (how: Comparison) => {
    const { against, ...rest } = clause
    const keeps = sort(how) === sort(clause.how)
    const kept = keeps ? { ...rest, ...(against ? { against } : {}) } : { ...rest, values: [] }
    onChange({ ...kept, how })
  }
  return (
    <Box className="g-clause">
      {head}
      {ways.length > 1 ? (
        <Select<Measure | typeof itself>
          label={`看“${name}”的什么`}
          options={ways.map((one) => ({
            value: one ?? itself,
            label: one === undefined ? '回答本身' : measureNames[one],
          }))}
          value={clause.measure ?? itself}
          onChange={(next) => measure(next === itself || next === undefined ? undefined : next)}
        />
      ) : null}
      <Select<Comparison>
        label={`怎样比较“${name}”`}
        options={hows.map((how) => ({ value: how, label: comparisonName(how, answers) }))}
        value={clause.how}
        onChange={(how) => how && compare(how)}
      />
      {clause.how === 'answered' || clause.how === 'not-answered' ? null : answers.by === 'choice' ? (
        <CheckboxList
          label={`“${name}”${comparisonName(clause.how, answers)}以下任何一个`}
          options={answers.options.map((one) => ({ value: String(one.value), label: one.label }))}
          values={clause.values.map(String)}
          error={clause.values.length === 0 ? '请至少选一个回答' : undefined}
          onChange={(values) =>
            onChange({
              ...clause,
              values: answers.options.filter((one) => values.includes(String(one.value))).map((one) => one.value),
            })
          }
        />
      ) : (
        <OperandField
          knowledge={knowledge}
          form={form}
          control={control}
          clause={clause}
          answers={answers}
          name={name}
          onChange={onChange}
        />
      )}
    </Box>
  )
}

/** What was chosen stays when only 「是」 and 「不是」, or 「大于」 and 「小于」, change places. */
function sort(how: Comparison): string {
  if (how === 'is' || how === 'is-not') return 'same'
  if (how === 'contains' || how === 'lacks') return 'part'
  return how === 'answered' || how === 'not-answered' ? how : 'order'
}
