import type { Knowledge } from '@zmht/shared/knowledge'
import { AdditionEditor } from './AdditionEditor'
import { DeprecationEditor } from './DeprecationEditor'
import type { DraftChange } from './draft'
import { NewListEditor } from './NewListEditor'
import { OptionLines } from './OptionLines'
import { RenameCodeEditor } from './RenameCodeEditor'
import { RevisingEditor } from './RevisingEditor'

/** The fields of one change, whatever it is. */
export function ChangeEditor({
  before,
  change,
  onChange,
}: {
  /** The system as the changes before this one make it. */
  readonly before: Knowledge
  readonly change: DraftChange
  readonly onChange: (change: DraftChange) => void
}) {
  switch (change.do) {
    case 'add-attribute':
      return <AdditionEditor before={before} form={change.form} onChange={(form) => onChange({ ...change, form })} />
    case 'revise-attribute':
      return (
        <RevisingEditor
          before={before}
          code={change.code}
          form={change.form}
          onChange={(form) => onChange({ ...change, form })}
        />
      )
    case 'deprecate-attribute':
      return <DeprecationEditor before={before} change={change} onChange={onChange} />
    case 'add-list':
      return <NewListEditor before={before} list={change.list} onChange={(list) => onChange({ ...change, list })} />
    case 'add-codes':
      return (
        <OptionLines
          value={change.lines}
          after={before.codeList(change.list)?.items}
          onChange={(lines) => onChange({ ...change, lines })}
        />
      )
    case 'rename-code':
      return <RenameCodeEditor before={before} change={change} onChange={onChange} />
  }
}
