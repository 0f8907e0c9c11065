import { Picker } from '@tarojs/components'
import { cx } from '../classes'
import { Box } from './Box'
import type { ChoiceOption } from './Choice'
import { Field, type FieldWords } from './Field'
import { Icon } from './Icon'
import { Text } from './Text'

function PickerFace({
  label,
  words,
  empty,
  wrong,
}: {
  readonly label: string
  readonly words: string
  readonly empty: boolean
  readonly wrong: boolean
}) {
  return (
    <Box
      role="button"
      label={`${label}，${words}`}
      className={cx('z-input', 'z-input--picker', wrong && 'z-input--wrong', empty && 'z-input--empty')}
    >
      <Text inline tone={empty ? 'quiet' : 'ink'}>
        {words}
      </Text>
      <Icon name="down" />
    </Box>
  )
}

/** A day, `YYYY-MM-DD`. */
export function DatePicker({
  value,
  onChange,
  min,
  max,
  ...words
}: FieldWords & {
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
  readonly min?: string | undefined
  readonly max?: string | undefined
}) {
  return (
    <Field {...words}>
      {({ id, describedBy }) =>
        process.env.TARO_ENV === 'h5' ? (
          <input
            id={id}
            className={cx('z-input', words.error && 'z-input--wrong')}
            type="date"
            value={value ?? ''}
            min={min}
            max={max}
            aria-describedby={describedBy}
            aria-invalid={words.error ? true : undefined}
            onChange={(event) => onChange(event.target.value || undefined)}
          />
        ) : (
          <Picker
            mode="date"
            value={value ?? ''}
            start={min ?? '1900-01-01'}
            end={max ?? '2100-12-31'}
            onChange={(event) => onChange(event.detail.value || undefined)}
          >
            <PickerFace
              label={words.label}
              words={value ?? '请选择日期'}
              empty={value === undefined}
              wrong={words.error !== undefined}
            />
          </Picker>
        )
      }
    </Field>
  )
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
