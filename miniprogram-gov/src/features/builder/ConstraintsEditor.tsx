import type { Control, Form } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, Button, Heading, Row, Stack, Text, TextInput } from '@zmht/shared/ui'
import type { ControlChange } from './builder-state'
import { RuleEditor } from './RuleEditor'
import { type Rule, writeRule } from './rule'
import { answersFor, clauseFor } from './rule-answers'

/** The contract takes no more. */
const most = 10

type Constraints = NonNullable<Control['constraints']>

/** What an answer must agree with, and what the resident is told when it does not. */
export function ConstraintsEditor({
  knowledge,
  form,
  control,
  onChange,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly control: Control
  readonly onChange: (change: ControlChange, typing?: string) => void
}) {
  const constraints = control.constraints ?? []
  const answers = answersFor(knowledge, control)
  if (!answers || (answers.by === 'presence' && constraints.length === 0)) return null
  const say = (next: Constraints, typing?: string) => onChange({ constraints: next.length === 0 ? null : next }, typing)
  const replace = (at: number, next: Constraints[number], typing?: string) =>
    say(
      constraints.map((one, position) => (position === at ? next : one)),
      typing,
    )
  const add = () => {
    const clause = clauseFor(knowledge, form, control, control.id)
    const rule: Rule = { join: 'and', clauses: clause ? [clause] : [] }
    say([...constraints, { must: writeRule(rule), message: '' }])
  }
  return (
    <Stack gap={3} as="section" label="填了以后核对">
      <Stack gap={1}>
        <Heading level={3}>填了以后核对</Heading>
        {constraints.length === 0 ? (
          <Text size="small" tone="quiet">
            例如日期不能早于今天、结束要晚于开始、金额不超过多少。
          </Text>
        ) : null}
      </Stack>
      {constraints.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <Box key={at} className="g-rule-box">
          <RuleEditor
            label={`核对 ${at + 1}：回答要符合`}
            always="请选看哪一项的回答"
            knowledge={knowledge}
            form={form}
            control={control}
            itself="too"
            rule={one.must}
            onChange={(must, typing) =>
              replace(at, { ...one, must: must ?? true }, typing ? `constraint.${at}.must` : undefined)
            }
          />
          <TextInput
            label="不符合时怎样提示"
            hint="说清怎样才对，例如“请选今天以后的日期”"
            maxLength={60}
            value={one.message}
            error={one.message.trim() === '' ? '还没有写' : undefined}
            onChange={(message) => replace(at, { ...one, message }, `constraint.${at}.message`)}
          />
          <Row>
            <Button
              variant="text-danger"
              icon="trash"
              label={`去掉这条核对（第 ${at + 1} 条）`}
              onPress={() => say(constraints.filter((_, position) => position !== at))}
            >
              去掉这条核对
            </Button>
          </Row>
        </Box>
      ))}
      {constraints.length < most ? (
        <Row>
          <Button variant="quiet" icon="plus" onPress={add}>
            加一条核对
          </Button>
        </Row>
      ) : null}
    </Stack>
  )
}
