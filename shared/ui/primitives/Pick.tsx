import { Picker } from '@tarojs/components'
import { cx } from '../classes'
import type { ChoiceOption } from './Choice'
import { Field, type FieldWords } from './Field'
import { MomentField, type MomentProps } from './MomentField'
import { PickerFace } from './PickerFace'

/** A day, `YYYY-MM-DD`. */
export function DatePicker(props: MomentProps) {
  return <MomentField kind="date" {...props} />
}

/** A month of a year, `YYYY-MM`. */
export function MonthPicker(props: MomentProps) {
  return <MomentField kind="month" {...props} />
}

/** A time of day, `HH:MM`. */
export function TimePicker(props: MomentProps) {
  return <MomentField kind="time" {...props} />
}

/** One of many, too many to lay out. */
export function Select<V extends string>({
  options,
  value,
  onChange,
  placeholder = '请选择',
  ...words
}: FieldWords & {
  readonly options: readonly ChoiceOption<V>[]
  readonly value: V | undefined
  readonly onChange: (value: V | undefined) => void
  readonly placeholder?: string
}) {
  const index = options.findIndex((option) => option.value === value)
  return (
    <Field {...words}>
      {({ id, describedBy }) =>
        process.env.TARO_ENV === 'h5' ? (
          <select
            id={id}
            className={cx('z-input', words.error && 'z-input--wrong')}
            value={value ?? ''}
            aria-describedby={describedBy}
            aria-invalid={words.error ? true : undefined}
            onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value)}
          >
            <option value="">{placeholder}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        ) : (
          <Picker
            mode="selector"
            range={options.map((option) => option.label)}
            value={Math.max(index, 0)}
            onChange={(event) => onChange(options[Number(event.detail.value)]?.value)}
          >
            <PickerFace
              label={words.label}
              words={options[index]?.label ?? placeholder}
              empty={index < 0}
              wrong={words.error !== undefined}
            />
          </Picker>
        )
      }
    </Field>
  )
}
