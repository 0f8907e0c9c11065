import { Input, Textarea } from '@tarojs/components'
import { cx } from '../classes'
import { Box } from './Box'
import { Field, type FieldWords } from './Field'
import { Icon } from './Icon'

export type InputKind = 'text' | 'number' | 'decimal' | 'phone' | 'id-number' | 'code'

interface InputCommon extends FieldWords {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string | undefined
  readonly maxLength?: number | undefined
  readonly onBlur?: (() => void) | undefined
}

const weappType = {
  text: 'text',
  number: 'number',
  decimal: 'digit',
  phone: 'number',
  'id-number': 'idcard',
  code: 'number',
} as const
const inputMode = {
  text: 'text',
  number: 'numeric',
  decimal: 'decimal',
  phone: 'tel',
  'id-number': 'text',
  code: 'numeric',
} as const
const autoComplete = { phone: 'tel', code: 'one-time-code' } as const

/** One line of text with its label. */
export function TextInput({
  label,
  hint,
  error,
  optional,
  value,
  onChange,
  placeholder,
  maxLength = 200,
  onBlur,
  kind = 'text',
}: InputCommon & { readonly kind?: InputKind }) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {({ id, describedBy }) =>
        process.env.TARO_ENV === 'h5' ? (
          <input
            id={id}
            className={cx('z-input', error && 'z-input--wrong')}
            type={kind === 'phone' ? 'tel' : 'text'}
            inputMode={inputMode[kind]}
            autoComplete={kind === 'phone' || kind === 'code' ? autoComplete[kind] : 'off'}
            value={value}
            maxLength={maxLength}
            placeholder={placeholder}
            aria-describedby={describedBy}
            aria-invalid={error ? true : undefined}
            aria-required={optional ? undefined : true}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
          />
        ) : (
          <Input
            ariaLabel={error ? `${label}，${error}` : label}
            className={cx('z-input', error && 'z-input--wrong')}
            type={weappType[kind]}
            value={value}
            maxlength={maxLength}
            placeholder={placeholder ?? ''}
            onInput={(event) => onChange(event.detail.value)}
            onBlur={() => onBlur?.()}
          />
        )
      }
    </Field>
  )
}

/** Several lines of text with their label. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  value,
  onChange,
  placeholder,
  maxLength = 1000,
  onBlur,
}: InputCommon) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {({ id, describedBy }) =>
        process.env.TARO_ENV === 'h5' ? (
          <textarea
            id={id}
            className={cx('z-input', 'z-input--area', error && 'z-input--wrong')}
            value={value}
            maxLength={maxLength}
            placeholder={placeholder}
            rows={4}
            aria-describedby={describedBy}
            aria-invalid={error ? true : undefined}
            aria-required={optional ? undefined : true}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
          />
        ) : (
          <Textarea
            ariaLabel={error ? `${label}，${error}` : label}
            className={cx('z-input', 'z-input--area', error && 'z-input--wrong')}
            value={value}
            maxlength={maxLength}
            autoHeight
            placeholder={placeholder ?? ''}
            onInput={(event) => onChange(event.detail.value)}
            onBlur={() => onBlur?.()}
          />
        )
      }
    </Field>
  )
}

/** A search box named by its label; on h5 the key `/` puts the cursor into the first one on the page. */
export function SearchInput({
  label,
  focus = false,
  value,
  onChange,
}: {
  readonly label: string
  /** The page is there for searching: the cursor is in it from the start. */
  readonly focus?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <Box className="z-search">
      {process.env.TARO_ENV === 'h5' ? (
        <input
          className="z-input z-input--search"
          type="search"
          data-search="true"
          aria-label={label}
          placeholder={label}
          value={value}
          // biome-ignore lint/a11y/noAutofocus: of a page there is nothing else to do on
          autoFocus={focus}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          ariaLabel={label}
          focus={focus}
          className="z-input z-input--search"
          type="text"
          confirmType="search"
          placeholder={label}
          value={value}
          onInput={(event) => onChange(event.detail.value)}
        />
      )}
      <Box hidden className="z-search__icon">
        <Icon name="search" />
      </Box>
    </Box>
  )
}
