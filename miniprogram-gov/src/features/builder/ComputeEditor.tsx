import type { Control, Form } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Select, Stack, Text, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import type { ControlChange } from './builder-state'
import {
  type Computation,
  type ComputationKind,
  computationSources,
  computationsFor,
  computationWords,
  isComplete,
  readComputation,
  sayComputation,
  writeComputation,
} from './computation'
import { FixedRule } from './FixedRule'
import { NumberField } from './OperandField'
import { sayExpression } from './rule-words'

/** How an answer that nobody types is computed from others: a way, and what it is computed from, both chosen. */
export function ComputeEditor({
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
  const [begun, setBegun] = useState<Computation>()
  const read = control.compute === undefined ? begun : readComputation(control.compute)
  if (control.compute !== undefined && !read) {
    return (
      <FixedRule
        label="怎样算出来"
        says={sayExpression(form, control.compute)}
        removes="去掉这种算法，重新设置"
        onRemove={() => onChange({ compute: null })}
      />
    )
  }
  const kinds = computationsFor(knowledge, form, control)
  const say = (next: Computation | undefined, typing?: string) => {
    setBegun(next)
    const { binding } = control
    const own =
      binding && 'own' in binding && next ? { ...binding, own: { type: computationWords[next.by].type } } : undefined
    onChange(
      { compute: next && isComplete(next) ? writeComputation(next) : null, ...(own ? { binding: own } : {}) },
      typing,
    )
  }
  return (
    <Stack gap={3} as="section" label="怎样算出来">
      {kinds.length === 0 && !read ? (
        <Text tone="quiet">表单里还没有可以用来计算的内容。先放上数字、日期或文字，再回到这里。</Text>
      ) : (
        <Select<ComputationKind>
          label="怎样算出来"
          options={kinds.map((by) => ({ value: by, label: computationWords[by].name }))}
          value={read?.by}
          error={read ? undefined : '还没有选'}
          onChange={(by) => say(by && { by, of: [] })}
        />
      )}
      {read ? <Places knowledge={knowledge} form={form} control={control} computation={read} onChange={say} /> : null}
      {read && isComplete(read) ? (
        <Text size="small" tone="accent">
          {sayComputation(form, read)}
        </Text>
      ) : null}
    </Stack>
  )
}

/** What it is computed from, one choice after another. */
function Places({
  knowledge,
  form,
  control,
  computation,
  onChange,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly control: Control
  readonly computation: Computation
  readonly onChange: (computation: Computation, typing?: string) => void
}) {
  const { by, of, number, between } = computation
  const { asks, most } = computationWords[by]
  const sources = computationSources(knowledge, form, control, by)
  const count = Math.min(most, Math.max(asks.length, of.length + 1))
  const choose = (at: number, id: string | undefined) => {
    const next = [...of]
    if (id === undefined) next.splice(at, 1)
    else next[at] = id
    onChange({ ...computation, of: next.filter((one) => one !== undefined) })
  }
  const withNumber = (next: number | undefined) => {
    const { number: _former, ...rest } = computation
    onChange(next === undefined ? rest : { ...rest, number: next }, 'compute.number')
  }
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        <Select
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          key={at}
          label={`${asks[Math.min(at, asks.length - 1)]}${asks.length === 1 && most > 1 ? `（第 ${at + 1} 项）` : ''}`}
          placeholder={at < asks.length ? '请选择' : '没有了'}
          options={sources.map((one) => ({ value: one.id, label: `“${one.label}”` }))}
          value={of[at]}
          onChange={(id) => choose(at, id)}
        />
      ))}
      {by === 'product' ? <NumberField label="再乘上一个数" optional value={number} onChange={withNumber} /> : null}
      {by === 'day-after' ? (
        <NumberField
          label="之后几天"
          hint="-7 是七天前"
          value={number}
          onChange={(days) => withNumber(days === undefined ? undefined : Math.trunc(days))}
        />
      ) : null}
      {by === 'joined' ? (
        <TextInput
          label="中间放什么"
          hint="例如顿号，不放就留空"
          optional
          maxLength={5}
          value={between ?? ''}
          onChange={(text) => {
            const { between: _former, ...rest } = computation
            onChange(text === '' ? rest : { ...rest, between: text }, 'compute.between')
          }}
        />
      ) : null}
    </>
  )
}
