import { View } from '@tarojs/components'
import { useId } from 'react'
import { cx } from '../classes'
import { Box } from './Box'
import { Field, type FieldWords } from './Field'
import { Icon, type IconName } from './Icon'
import { Pressable } from './Pressable'
import { Text } from './Text'

export interface ChoiceOption<V extends string = string> {
  readonly value: V
  readonly label: string
  readonly detail?: string | undefined
}

interface OneChoiceProps {
  readonly kind: 'radio' | 'checkbox'
  readonly name: string
  readonly label: string
  readonly detail?: string | undefined
  readonly on: boolean
  readonly inline?: boolean | undefined
  readonly bare?: boolean | undefined
  readonly invalid?: boolean | undefined
  readonly onToggle: () => void
}

function OneChoice({ kind, name, label, detail, on, inline, bare, invalid, onToggle }: OneChoiceProps) {
  const classes = cx('z-choice', inline && 'z-choice--inline', bare && 'z-choice--bare', on && !bare && 'z-choice--on')
  const mark = (
    <Box
      hidden
      className={cx('z-choice__mark', kind === 'checkbox' && 'z-choice__mark--square', on && 'z-choice__mark--on')}
    >
      {on ? (
        kind === 'checkbox' ? (
          <Icon name="check" className="z-choice__tick" />
        ) : (
          <Box className="z-choice__dot" />
        )
      ) : null}
    </Box>
  )
  const words = (
    <Box className="z-choice__words">
      <Text inline>{label}</Text>
      {detail ? (
        <Text size="small" tone="quiet">
          {detail}
        </Text>
      ) : null}
    </Box>
  )
  if (process.env.TARO_ENV === 'h5') {
    return (
      <label className={classes}>
        <input
          className="z-choice__native"
          type={kind}
          name={name}
          checked={on}
          aria-invalid={invalid || undefined}
          onChange={onToggle}
        />
        {mark}
        {words}
      </label>
    )
  }
  return (
    <View className={classes} ariaRole={kind} ariaLabel={on ? `${label}，已选` : label} onClick={onToggle}>
      {mark}
      {words}
    </View>
  )
}

interface ChoicesCommon<V extends string> extends FieldWords {
  readonly options: readonly ChoiceOption<V>[]
  /** Side by side, for two to four short words. */
  readonly inline?: boolean | undefined
}

/** Exactly one of several. */
export function RadioList<V extends string>({
  options,
  value,
  onChange,
  inline,
  ...words
}: ChoicesCommon<V> & { readonly value: V | undefined; readonly onChange: (value: V) => void }) {
  const name = useId()
  return (
    <Field {...words} group>
      {() => (
        <Box className={cx('z-choices', inline && 'z-choices--inline')}>
          {options.map((option) => (
            <OneChoice
              key={option.value}
              kind="radio"
              name={name}
              label={option.label}
              detail={option.detail}
              on={option.value === value}
              inline={inline}
              invalid={words.error !== undefined}
              onToggle={() => onChange(option.value)}
            />
          ))}
        </Box>
      )}
    </Field>
  )
}

/** Any number of several. */
export function CheckboxList<V extends string>({
  options,
  values,
  onChange,
  inline,
  ...words
}: ChoicesCommon<V> & { readonly values: readonly V[]; readonly onChange: (values: readonly V[]) => void }) {
  const name = useId()
  return (
    <Field {...words} group>
      {() => (
        <Box className={cx('z-choices', inline && 'z-choices--inline')}>
          {options.map((option) => (
            <OneChoice
              key={option.value}
              kind="checkbox"
              name={name}
              label={option.label}
              detail={option.detail}
              on={values.includes(option.value)}
              inline={inline}
              invalid={words.error !== undefined}
              onToggle={() =>
                onChange(
                  values.includes(option.value)
                    ? values.filter((value) => value !== option.value)
                    : [...values, option.value],
                )
              }
            />
          ))}
        </Box>
      )}
    </Field>
  )
}

/** One tick box, for an agreement or one row of many. */
export function Checkbox({
  label,
  detail,
  checked,
  onChange,
  bare = true,
  error,
}: {
  readonly label: string
  readonly detail?: string | undefined
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly bare?: boolean
  readonly error?: string | undefined
}) {
  const name = useId()
  return (
    <Box className="z-field">
      <OneChoice
        kind="checkbox"
        name={name}
        label={label}
        detail={detail}
        on={checked}
        bare={bare}
        invalid={error !== undefined}
        onToggle={() => onChange(!checked)}
      />
      {error ? (
        <Box className="z-field__error" role="alert">
          <Icon name="alert" />
          <Text inline size="small" tone="danger">
            {error}
          </Text>
        </Box>
      ) : null}
    </Box>
  )
}

/** On or off, at once. */
export function Switch({
  label,
  detail,
  on,
  onChange,
}: {
  readonly label: string
  readonly detail?: string | undefined
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}) {
  const content = (
    <>
      <Box className="z-choice__words">
        <Text inline>{label}</Text>
        {detail ? (
          <Text size="small" tone="quiet">
            {detail}
          </Text>
        ) : null}
      </Box>
      <Box hidden className={cx('z-switch__track', on && 'z-switch__track--on')}>
        <Box className={cx('z-switch__knob', on && 'z-switch__knob--on')} />
      </Box>
    </>
  )
  if (process.env.TARO_ENV === 'h5') {
    return (
      <button
        type="button"
        role="switch"
        aria-checked={on}
        className="z-pressable z-switch"
        onClick={() => onChange(!on)}
      >
        {content}
      </button>
    )
  }
  return (
    <View
      className="z-switch"
      ariaRole="switch"
      ariaLabel={on ? `${label}，已开启` : label}
      onClick={() => onChange(!on)}
    >
      {content}
    </View>
  )
}

/** Two to four views of the same thing. */
export function SegmentedControl<V extends string>({
  label,
  segments,
  value,
  onChange,
}: {
  readonly label: string
  readonly segments: readonly { readonly value: V; readonly label: string; readonly icon?: IconName }[]
  readonly value: V
  readonly onChange: (value: V) => void
}) {
  return (
    <Box className="z-segments" label={label} role="radiogroup">
      {segments.map((segment) => (
        <Pressable
          key={segment.value}
          role="radio"
          pressed={segment.value === value}
          className={cx('z-segments__one', segment.value === value && 'z-segments__one--on')}
          onPress={() => onChange(segment.value)}
        >
          {segment.icon ? <Icon name={segment.icon} /> : null}
          {segment.label}
        </Pressable>
      ))}
    </Box>
  )
}

const starWords = ['很不满意', '不满意', '一般', '满意', '很满意'] as const

/** One to five stars, each with its word. */
export function Rating({
  label,
  value,
  onChange,
  error,
}: {
  readonly label: string
  readonly value: number | undefined
  readonly onChange: (stars: number) => void
  readonly error?: string | undefined
}) {
  return (
    <Field label={label} error={error} group>
      {() => (
        <Box className="z-rating">
          {starWords.map((word, index) => {
            const on = value !== undefined && index < value
            return (
              <Pressable
                key={word}
                role="radio"
                pressed={value === index + 1}
                className={cx('z-rating__star', on && 'z-rating__star--on')}
                onPress={() => onChange(index + 1)}
              >
                <Icon name={on ? 'star-full' : 'star'} className="z-rating__icon" />
                <Text inline size="small" tone={on ? 'accent' : 'quiet'}>
                  {word}
                </Text>
              </Pressable>
            )
          })}
        </Box>
      )}
    </Field>
  )
}
