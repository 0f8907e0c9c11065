import { useState } from 'react'
import { Field, type FieldWords } from './Field'
import { MomentInput, type MomentKind } from './MomentInput'

export interface MomentProps extends FieldWords {
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** A moment with its label. */
export function MomentField({
  kind,
  value,
  onChange,
  min,
  max,
  ...words
}: MomentProps & { readonly kind: MomentKind }) {
  const [unfinished, setUnfinished] = useState(false)
  const error = words.error ?? (unfinished ? unfinishedWords : undefined)
  return (
    <Field {...words} error={error}>
      {(ids) => (
        <MomentInput
          {...ids}
          kind={kind}
          label={words.label}
          value={value}
          onChange={onChange}
          min={min}
          max={max}
          wrong={error !== undefined}
          clearable={words.optional}
          onUnfinished={setUnfinished}
        />
      )}
    </Field>
  )
}

export const unfinishedWords = '还没有填完整，请补全，不填就请清空'
