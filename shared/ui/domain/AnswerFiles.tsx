import type { RequestReply } from '../../contract'
import { fileKindNames } from '../../rules'
import type { FileStore } from '../controls/control'
import { StoredFile } from '../controls/StoredFile'
import { List } from '../primitives/List'

type AnswerItem = RequestReply['answers'][number]['items'][number]

/** The files of one answer of a request: photos and signatures as small pictures, papers by their names; each opens. */
export function AnswerFiles({ item, store }: { readonly item: AnswerItem; readonly store: Pick<FileStore, 'open'> }) {
  const files = item.files ?? []
  return (
    <List gap label={item.label}>
      {files.map(({ id, kind }, index) => (
        <StoredFile key={id} store={store} id={id} words={wordsFor(kind, index, files.length)} picture={undefined} />
      ))}
    </List>
  )
}

/** Papers are called by their names; photos rarely have one worth reading. */
function wordsFor(kind: keyof typeof fileKindNames, index: number, count: number): string | undefined {
  if (kind === 'file') return undefined
  return count > 1 ? `${fileKindNames[kind]} ${index + 1}` : fileKindNames[kind]
}
