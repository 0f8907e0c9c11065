import type { Control, Expression, Form } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, Button, CheckboxList, DatePicker, RadioList, Row, Select, Stack, Text, TextInput } from '@zmht/shared/ui'
import {
  type Answers,
  answersFor,
  type Clause,
  type Comparison,
  comparisonNames,
  comparisonsFor,
  type Rule,
  readRule,
  ruleSources,
  sayRule,
  writeRule,
} from './rule'

/** A rule put together by choosing: which answer, how it compares, with what. Nothing is typed as code. */
export function RuleEditor({
  label,
  always,
  knowledge,
  form,
  control,
  rule,
  onChange,
}: {
  readonly label: string
  /** What holds without a rule: 「一直显示」. */
  readonly always: string
  readonly knowledge: Knowledge
  readonly form: Form
  readonly control: Control
  readonly rule: Expression | undefined
  readonly onChange: (rule: Expression | null) => void
}) {
  const sources = ruleSources(knowledge, form, control)
  const read = rule === undefined ? { join: 'and' as const, clauses: [] } : readRule(rule)
  if (!read) {
    return (
      <Stack gap={1}>
        <Text strong>{label}</Text>
        <Text tone="quiet">{rule === undefined ? '' : sayRule(knowledge, form, rule)}</Text>
        <Row>
          <Button variant="text-danger" icon="trash" onPress={() => onChange(null)}>
            {`去掉这个条件，${always}`}
          </Button>
        </Row>
      </Stack>
    )
  }
  if (sources.length === 0 && read.clauses.length === 0) return null
  const say = (next: Rule) => onChange(next.clauses.length === 0 ? null : writeRule(next))
  const replace = (at: number, clause: Clause | undefined) =>
    say({
      ...read,
      clauses: read.clauses.flatMap((one, position) => (position === at ? (clause ? [clause] : []) : [one])),
    })
  const add = (id: string | undefined) => {
    const clause = clauseOf(knowledge, sources, id)
    if (clause) say({ ...read, clauses: [...read.clauses, clause] })
  }
  return (
    <Box as="section" label={label} className="g-rule">
      {read.clauses.map((clause, at) => (
        <ClauseEditor
          // Clauses have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          key={at}
          knowledge={knowledge}
          sources={sources}
          clause={clause}
          onChange={(next) => replace(at, next)}
        />
      ))}
      {read.clauses.length > 1 ? (
        <RadioList<'and' | 'or'>
          label="这几条之间"
          inline
          options={[
            { value: 'and', label: '都要符合' },
            { value: 'or', label: '符合一条就行' },
          ]}
          value={read.join}
          onChange={(join) => say({ ...read, join })}
        />
      ) : null}
      <Select
        label={read.clauses.length === 0 ? label : '再加一条'}
        placeholder={read.clauses.length === 0 ? always : '不加了'}
        options={sources.map((one) => ({ value: one.id, label: `看“${one.label}”的回答` }))}
        value={undefined}
        onChange={add}
      />
    </Box>
  )
}

/** A clause to start from: the first comparison that makes sense, nothing ticked yet. */
function clauseOf(knowledge: Knowledge, sources: readonly Control[], id: string | undefined): Clause | undefined {
  const source = sources.find((one) => one.id === id)
  const answers = source && answersFor(knowledge, source)
  const [how] = answers ? comparisonsFor(answers) : []
  return source && how ? { control: source.id, how, values: [] } : undefined
}

function ClauseEditor({
  knowledge,
  sources,
  clause,
  onChange,
}: {
  readonly knowledge: Knowledge
  readonly sources: readonly Control[]
  readonly clause: Clause
  readonly onChange: (clause: Clause | undefined) => void
}) {
  const source = sources.find((one) => one.id === clause.control)
  const answers = source && answersFor(knowledge, source)
  const name = source?.label ?? '已移除的内容'
  return (
    <Stack gap={2}>
      <Row between>
        <Text strong>{`“${name}”`}</Text>
        <Button variant="text-danger" icon="trash" label={`去掉看“${name}”的条件`} onPress={() => onChange(undefined)}>
          去掉
        </Button>
      </Row>
      {answers ? (
        <>
          <RadioList<Comparison>
            label={`“${name}”的回答`}
            inline
            options={comparisonsFor(answers).map((how) => ({ value: how, label: comparisonNames[how] }))}
            value={clause.how}
            onChange={(how) => onChange({ ...clause, how, values: keeps(clause.how, how) ? clause.values : [] })}
          />
          <Limit answers={answers} clause={clause} name={name} onChange={onChange} />
        </>
      ) : null}
    </Stack>
  )
}

/** Ticked answers stay when only 「是」 and 「不是」 change places. */
const ticked: readonly Comparison[] = ['is', 'is-not']
const limited: readonly Comparison[] = ['at-least', 'at-most']
const keeps = (before: Comparison, after: Comparison): boolean =>
  [ticked, limited].some((group) => group.includes(before) && group.includes(after))

function Limit({
  answers,
  clause,
  name,
  onChange,
}: {
  readonly answers: Answers
  readonly clause: Clause
  readonly name: string
  readonly onChange: (clause: Clause) => void
}) {
  const [limit] = clause.values
  if (answers.by === 'choice' && ticked.includes(clause.how)) {
    return (
      <CheckboxList
        label={`“${name}”${comparisonNames[clause.how]}以下回答`}
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
    )
  }
  if (!limited.includes(clause.how)) return null
  if (answers.by === 'date') {
    return (
      <DatePicker
        label="日期"
        value={typeof limit === 'string' ? limit : undefined}
        onChange={(day) => onChange({ ...clause, values: day === undefined ? [] : [day] })}
      />
    )
  }
  return (
    <TextInput
      label="数"
      kind="decimal"
      value={limit === undefined ? '' : String(limit)}
      error={limit === undefined ? '请填一个数' : undefined}
      onChange={(text) => {
        const number = Number(text)
        onChange({ ...clause, values: text.trim() === '' || !Number.isFinite(number) ? [] : [number] })
      }}
    />
  )
}
