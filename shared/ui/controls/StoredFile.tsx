import { useEffect, useState } from 'react'
import { FilePreview, isPicture, type OpenedFile } from '../primitives/FilePreview'
import { FileRow } from '../primitives/FileRow'
import type { FileStore } from './control'

/** A file that has been put away: its picture, a way to look at it, a way to take it out. */
export function StoredFile({
  store,
  id,
  words,
  picture,
  whole,
  onRemove,
}: {
  readonly store: Pick<FileStore, 'open' | 'stamp'>
  readonly id: string
  /** What it is called where it has no name of its own: 「照片 1」. */
  readonly words: string | undefined
  /** Known already when it was put in just now. */
  readonly picture: string | undefined
  /** Nothing of the picture may be cut off. */
  readonly whole?: boolean
  /** Absent where it is only looked at. */
  readonly onRemove?: () => void
}) {
  const [file, setFile] = useState<OpenedFile>()
  const [opened, setOpened] = useState(false)
  // Where photos are kept with time and place there is more to tell of them than their picture.
  const known = picture !== undefined && words !== undefined && store.stamp === undefined
  useEffect(() => {
    if (known) return
    let here = true
    store
      .open(id)
      .then((found) => {
        if (here) setFile(found)
      })
      // Only its picture is missing; it is asked for again when it is opened.
      .catch(() => undefined)
    return () => {
      here = false
    }
  }, [store, id, known])
  const name = words ?? file?.name ?? '已上传的文件'
  return (
    <>
      <FileRow
        name={name}
        picture={picture ?? (file && isPicture(file) ? file.url : undefined)}
        whole={whole}
        note={file?.note}
        state="kept"
        onOpen={() => setOpened(true)}
        onRemove={onRemove}
      />
      {opened ? <FilePreview title={name} open={() => store.open(id)} onClose={() => setOpened(false)} /> : null}
    </>
  )
}
