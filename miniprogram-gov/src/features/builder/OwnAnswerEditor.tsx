import type { Control, ControlKind, OwnValue } from '@zmht/shared/controls'
import { Select, Stack, Switch, TextInput } from '@zmht/shared/ui'
import type { ControlChange } from './builder-state'
import { NumberField, WholeNumber } from './OperandField'
import { OptionsEditor } from './OptionsEditor'
import { lengthOf, numberOf, ownKinds, ownValueFor, withLength, withNumber } from './own-kinds'

/** Nobody counts further. */
const noLimit = 1_000_000_000

const decimals = ['0', '1', '2', '3', '4'] as const

/** How an own question is answered, with what belongs to that way: choices, unit, limits, length, how many files. */
export function OwnAnswerEditor({
  control,
  own,
  kinds = ownKinds.map(({ kind }) => kind),
  onChange,
}: {
  readonly control: Control
  readonly own: OwnValue
  /** The ways there are to choose from. */
  readonly kinds?: readonly ControlKind[]
  readonly onChange: (change: ControlChange, typing?: string) => void
}) {
  const subject = control.binding?.subject ?? ''
  const say = (next: OwnValue, typing?: string) => onChange({ binding: { subject, own: next } }, typing)
  const become = (kind: ControlKind) =>
    onChange({
      kind,
      binding: { subject, own: ownValueFor(kind, own) },
      compute: null,
      // What was checked and offered spoke of other answers.
      ...(isChoice(kind) && isChoice(control.kind) ? {} : { constraints: null, offer: null }),
    })
  return (
    <Stack gap={4}>
      <Select<ControlKind>
        label="怎样回答"
        options={ownKinds
          .filter(({ kind }) => kinds.includes(kind))
          .map(({ kind, name }) => ({ value: kind, label: name }))}
        value={control.kind}
        onChange={(kind) => kind && kind !== control.kind && become(kind)}
      />
      <Particulars kind={control.kind} own={own} onChange={say} />
    </Stack>
  )
}

const isChoice = (kind: ControlKind): boolean => kind === 'choice' || kind === 'choices'

function Particulars({
  kind,
  own,
  onChange,
}: {
  readonly kind: ControlKind
  readonly own: OwnValue
  readonly onChange: (own: OwnValue, typing?: string) => void
}) {
  switch (kind) {
    case 'choice':
    case 'choices':
      return <OptionsEditor items={own.items ?? []} onChange={(items, typing) => onChange({ ...own, items }, typing)} />
    case 'number': {
      const { min, max, unit, decimals: places } = numberOf(own)
      return (
        <>
          <TextInput
            label="单位"
            optional
            hint="例如 人、平方米、公斤"
            maxLength={8}
            value={unit ?? ''}
            onChange={(next) => onChange(withNumber(own, { unit: next }), 'unit')}
          />
          <NumberField
            label="最小"
            optional
            value={min <= -noLimit ? undefined : min}
            onChange={(next) => onChange(withNumber(own, { min: next ?? -noLimit }), 'min')}
          />
          <NumberField
            label="最大"
            optional
            value={max >= noLimit ? undefined : max}
            onChange={(next) => onChange(withNumber(own, { max: next ?? noLimit }), 'max')}
          />
          <Select
            label="小数"
            options={decimals.map((one) => ({ value: one, label: one === '0' ? '只填整数' : `${one} 位小数` }))}
            value={decimals.find((one) => one === String(places)) ?? '0'}
            onChange={(next) => onChange(withNumber(own, { decimals: Number(next ?? 0) }))}
          />
        </>
      )
    }
    case 'text':
    case 'long-text':
      return (
        <WholeNumber
          label="最多多少字"
          value={lengthOf(own)}
          onChange={(next) => next !== undefined && onChange(withLength(own, next), 'length')}
        />
      )
    case 'photo':
    case 'file': {
      const { many: _many, ...one } = own
      return (
        <Switch
          label={kind === 'photo' ? '可以放几张' : '可以放几个'}
          on={own.many === true}
          onChange={(many) => onChange(many ? { ...one, many } : one)}
        />
      )
    }
    default:
      return null
  }
}
