import { CopySheet } from './CopySheet'
import { SheetSheet } from './sheet/SheetSheet'
import type { FormBuilder } from './useFormBuilder'

/** What is opened over the form to take more from elsewhere. */
export function BuilderDialogs({ builder }: { readonly builder: FormBuilder }) {
  const { opened, open, knowledge, form, add, id } = builder
  const close = () => open(undefined)
  switch (opened) {
    case 'copy':
      return <CopySheet knowledge={knowledge} form={form} channelId={id} onAdd={add} onClose={close} />
    case 'sheet':
      return <SheetSheet knowledge={knowledge} form={form} onAdd={add} onClose={close} />
    default:
      return null
  }
}
