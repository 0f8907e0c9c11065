import type { ReactNode } from 'react'
import type { RequestReply } from '../../contract'
import type { FileStore } from '../controls/control'
import { FilesShown } from '../controls/FilesShown'

type AnswerItem = RequestReply['answers'][number]['items'][number]

/** The files of one answer of a request. */
export function AnswerFiles({
  item,
  store,
  below,
}: {
  readonly item: AnswerItem
  readonly store: Pick<FileStore, 'open'>
  /** What is to be said of one, under it. */
  readonly below?: ((id: string) => ReactNode) | undefined
}) {
  return <FilesShown label={item.label} files={item.files ?? []} store={store} below={below} />
}
