import type { Control, Expression, Form } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { RadioList, Stack, Switch } from '@zmht/shared/ui'
import { useState } from 'react'
import type { ControlChange } from './builder-state'
import { RuleEditor } from './RuleEditor'
import { ruleSources } from './rule-answers'

type Need = 'no' | 'always' | 'when'

/** Whether it must be answered: never, always, or only when something else was answered so. */
export function RequiredField({
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
  const [choosing, setChoosing] = useState(false)
  if (control.kind === 'consent') {
    return <Switch label="不同意就不能提交" on={control.required} onChange={(required) => onChange({ required })} />
  }
  const need: Need = control.requiredWhen !== undefined || choosing ? 'when' : control.required ? 'always' : 'no'
  const able = need === 'when' || ruleSources(knowledge, form, control).length > 0
  const rule = (requiredWhen: Expression | null, typing?: boolean) =>
    onChange({ requiredWhen }, typing ? 'requiredWhen' : undefined)
  return (
    <Stack gap={2}>
      <RadioList<Need>
        label="要不要填"
        inline
        options={[
          { value: 'no', label: '可不填' },
          { value: 'always', label: '必填' },
          ...(able ? [{ value: 'when' as const, label: '看情况' }] : []),
        ]}
        value={need}
        onChange={(next) => {
          setChoosing(next === 'when')
          onChange({ required: next === 'always', requiredWhen: null })
        }}
      />
      {need === 'when' ? (
        <RuleEditor
          label="什么时候必填"
          always="请选看哪一项的回答"
          knowledge={knowledge}
          form={form}
          control={control}
          rule={control.requiredWhen}
          onChange={rule}
        />
      ) : null}
    </Stack>
  )
}
