import type { RequestReply } from '../../contract'
import type { FileStore } from '../controls/control'
import { FilesShown } from '../controls/FilesShown'

type AnswerItem = RequestReply['answers'][number]['items'][number]

/** The files of one answer of a request. */
export function AnswerFiles({ item, store }: { readonly item: AnswerItem; readonly store: Pick<FileStore, 'open'> }) {
  return <FilesShown label={item.label} files={item.files ?? []} store={store} />
}
