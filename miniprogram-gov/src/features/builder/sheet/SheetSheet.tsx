import type { Control, Form, Subject } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Sheet, toast } from '@zmht/shared/ui'
import { copyFields } from '../copy-fields'
import { SheetFlow } from './SheetFlow'

/** Columns of a spreadsheet added to the form that is being put together; what it asks already stays one question. */
export function SheetSheet({
  knowledge,
  form,
  onAdd,
  onClose,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly onAdd: (controls: readonly Control[], subjects: readonly Subject[]) => void
  readonly onClose: () => void
}) {
  const done = (proposed: Form) => {
    const copied = copyFields(
      knowledge,
      form,
      proposed,
      proposed.controls.map(({ id }) => id),
    )
    if (copied.controls.length === 0) {
      toast('表格里的内容表单里都有了')
      onClose()
    } else onAdd(copied.controls, copied.subjects)
  }
  return (
    <Sheet open wide title="从表格文件添加" onClose={onClose}>
      <SheetFlow named={false} doneWords="加到表单里" onDone={done} />
    </Sheet>
  )
}
