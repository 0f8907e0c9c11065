import { Input } from '@tarojs/components'
import { useLayoutEffect, useRef, useState } from 'react'
import { cx } from '../classes'
import { inCapitals } from './capitals'
import { Field, type FieldWords } from './Field'

/** A line for what stands on a card or a plate: capitals and digits, blanks and dashes left out. */
export function CapitalsInput({
  value,
  onChange,
  onBlur,
  maxLength,
  placeholder,
  keyboard = 'text',
  ...words
}: FieldWords & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly maxLength: number
  readonly placeholder?: string | undefined
  /** WeChat's keyboard of digits and X. */
  readonly keyboard?: 'text' | 'idcard'
}) {
  // A province is written with the letters of its sound first: what is being composed must not be touched.
  const [composing, setComposing] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || caret.current === null) return
    // Letters made capital are a new value to React, which puts the cursor at the end.
    input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  const give = (typed: string) => onChange(inCapitals(typed).slice(0, maxLength))
  // Pasted with blanks it is longer than it is.
  const room = maxLength + 8
  return (
    <Field {...words}>
      {({ id, describedBy }) =>
        process.env.TARO_ENV === 'h5' ? (
          <input
            ref={input}
            id={id}
            className={cx('z-input', 'z-input--capitals', words.error && 'z-input--wrong')}
            type="text"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={composing ?? value}
            maxLength={room}
            placeholder={placeholder}
            aria-describedby={describedBy}
            aria-invalid={words.error ? true : undefined}
            aria-required={words.optional ? undefined : true}
            onCompositionStart={() => setComposing(value)}
            onCompositionEnd={(event) => {
              setComposing(undefined)
              give(event.currentTarget.value)
            }}
            onChange={(event) => {
              const typed = event.target.value
              if (composing !== undefined) {
                setComposing(typed)
                return
              }
              if (inCapitals(typed).length === typed.length) caret.current = event.target.selectionStart
              give(typed)
            }}
            onBlur={onBlur}
          />
        ) : (
          <Input
            ariaLabel={words.error ? `${words.label}，${words.error}` : words.label}
            className={cx('z-input', words.error && 'z-input--wrong')}
            type={keyboard}
            value={value}
            maxlength={room}
            placeholder={placeholder ?? ''}
            onInput={(event) => give(event.detail.value)}
            onBlur={() => onBlur?.()}
          />
        )
      }
    </Field>
  )
}
