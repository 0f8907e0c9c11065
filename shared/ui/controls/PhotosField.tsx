import type { Control } from '../../controls/form'
import type { FileStore } from './control'
import { FilesControl } from './Files'

/** Photos beside a form: what goes with an answer or an addition. Sent as soon as they are picked. */
export function PhotosField({
  label,
  hint,
  value,
  store,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: readonly string[]
  readonly store: FileStore
  readonly onChange: (ids: readonly string[]) => void
}) {
  const control: Control = {
    id: 'photos',
    kind: 'photo',
    label,
    required: false,
    ...(hint === undefined ? {} : { hint }),
  }
  return (
    <FilesControl
      of="photo"
      control={control}
      answering={{ value: { type: 'file', of: 'photo' }, many: true }}
      items={[]}
      required={false}
      value={[...value]}
      onChange={(next) => onChange(Array.isArray(next) ? next.map(String) : [])}
      error={undefined}
      around={{ files: store }}
    />
  )
}
