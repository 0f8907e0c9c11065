import type { Control, Expression, Form } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, RadioList, Select } from '@zmht/shared/ui'
import { ClauseEditor } from './ClauseEditor'
import { FixedRule } from './FixedRule'
import { type Clause, mostClauses, type Rule, readRule, writeRule } from './rule'
import { clauseFor, ruleSources } from './rule-answers'
import { sayRule } from './rule-words'

export interface RuleEditorProps {
  /** 「什么时候显示」. */
  readonly label: string
  /** What holds without a rule: 「一直显示」. */
  readonly always: string
  readonly knowledge: Knowledge
  readonly form: Form
  /** Whose rule it is. */
  readonly control: Control
  readonly rule: Expression | undefined
  /** Whether it may look at the control's own answer. */
  readonly itself?: 'too' | 'not'
  /** `typing`: something is being typed in it. */
  readonly onChange: (rule: Expression | null, typing?: boolean) => void
}

/** A rule put together by choosing: which answer, how it compares, with what. Nothing is typed as code. */
export function RuleEditor({
  label,
  always,
  knowledge,
  form,
  control,
  rule,
  itself = 'not',
  onChange,
}: RuleEditorProps) {
  const sources = ruleSources(knowledge, form, control, itself)
  const read = rule === undefined ? { join: 'and' as const, clauses: [] } : readRule(rule)
  if (!read) {
    return (
      <FixedRule
        label={label}
        says={rule === undefined ? '' : sayRule(knowledge, form, rule)}
        removes={`去掉这条规则，${always}`}
        onRemove={() => onChange(null)}
      />
    )
  }
  if (sources.length === 0 && read.clauses.length === 0) return null
  const say = (next: Rule, typing?: boolean) => onChange(next.clauses.length === 0 ? null : writeRule(next), typing)
  const replace = (at: number, clause: Clause | undefined, typing?: boolean) =>
    say(
      {
        ...read,
        clauses: read.clauses.flatMap((one, position) => (position === at ? (clause ? [clause] : []) : [one])),
      },
      typing,
    )
  const add = (id: string | undefined) => {
    const clause = id === undefined ? undefined : clauseFor(knowledge, form, control, id)
    if (clause) say({ ...read, clauses: [...read.clauses, clause] })
  }
  const several = form.subjects.length > 1
  return (
    <Box as="section" label={label} className="g-rule">
      {read.clauses.map((clause, at) => (
        <ClauseEditor
          // Clauses have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          key={`${at} ${clause.control}`}
          knowledge={knowledge}
          form={form}
          control={control}
          clause={clause}
          onChange={(next, typing) => replace(at, next, typing)}
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
      {read.clauses.length < mostClauses ? (
        <Select
          label={read.clauses.length === 0 ? label : '再加一条'}
          placeholder={read.clauses.length === 0 ? always : '不加了'}
          options={sources.map((one) => ({
            value: one.id,
            label: one.id === control.id ? '看这一项自己的回答' : `看“${one.label}”${several ? whose(form, one) : ''}`,
          }))}
          value={undefined}
          onChange={add}
        />
      ) : null}
    </Box>
  )
}

/** 「（申请人）」: two questions may be called alike. */
function whose(form: Form, control: Control): string {
  const subject = form.subjects.find((one) => one.key === control.binding?.subject)
  return subject ? `（${subject.name}）` : ''
}
