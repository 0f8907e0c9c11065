import { CopySheet } from './CopySheet'
import { SheetSheet } from './sheet/SheetSheet'
import type { Builder } from './useBuilder'

/** What is opened over the form to take more from elsewhere. */
export function BuilderDialogs({ builder }: { readonly builder: Builder }) {
  const { opened, open, knowledge, editor, add, id } = builder
  const close = () => open(undefined)
  switch (opened) {
    case 'copy':
      return <CopySheet knowledge={knowledge} form={editor.draft.form} channelId={id} onAdd={add} onClose={close} />
    case 'sheet':
      return <SheetSheet knowledge={knowledge} form={editor.draft.form} onAdd={add} onClose={close} />
    default:
      return null
  }
}
