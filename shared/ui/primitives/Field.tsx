import { createElement, type ReactNode, useId } from 'react'
import { cx } from '../classes'
import { Box } from './Box'
import { Icon } from './Icon'
import { Text } from './Text'

export interface FieldWords {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
}

export interface FieldIds {
  readonly id: string
  /** Ids of the hint and the error, for `aria-describedby`. */
  readonly describedBy: string | undefined
}

/**
 * The words around one input: label, hint, error. `group` is for several inputs under one name (radio buttons): then it is a
 * `<fieldset>` with a `<legend>` on h5.
 */
export function Field({
  label,
  hint,
  error,
  optional,
  group,
  children,
}: FieldWords & { readonly group?: boolean; readonly children: (ids: FieldIds) => ReactNode }) {
  const id = useId()
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
  const words = (
    <>
      {label}
      {optional ? (
        <Text inline className="z-field__optional">
          （可不填）
        </Text>
      ) : null}
    </>
  )
  const rest = (
    <>
      {hint ? (
        <Text id={`${id}-hint`} size="small" tone="quiet">
          {hint}
        </Text>
      ) : null}
      {children({ id, describedBy })}
      {error ? (
        <Box id={`${id}-error`} className="z-field__error" role="alert">
          <Icon name="alert" />
          <Text inline size="small" tone="danger">
            {error}
          </Text>
        </Box>
      ) : null}
    </>
  )
  if (process.env.TARO_ENV === 'h5') {
    return createElement(
      group ? 'fieldset' : 'div',
      { className: cx('z-field', group && 'z-field--group'), 'aria-describedby': group ? describedBy : undefined },
      createElement(
        group ? 'legend' : 'label',
        { className: 'z-field__label', htmlFor: group ? undefined : id },
        words,
      ),
      rest,
    )
  }
  return (
    <Box className={cx('z-field')}>
      <Box className="z-field__label">{words}</Box>
      {rest}
    </Box>
  )
}
