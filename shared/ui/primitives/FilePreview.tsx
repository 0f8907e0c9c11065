import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { Picture } from './Picture'
import { Sheet } from './Sheet'
import { ErrorState, Skeleton } from './States'

export interface OpenedFile {
  readonly url: string
  readonly name: string
  readonly mediaType: string
  /** What is told of it: when and where a photo was taken. */
  readonly note?: string
}

export function isPicture(file: Pick<OpenedFile, 'mediaType'>): boolean {
  return file.mediaType.startsWith('image/')
}

/** Opens a file asked for anew each time, since its address is good for minutes only; WeChat has viewers of its own. */
export function FilePreview({
  title,
  open,
  onClose,
}: {
  readonly title: string
  readonly open: () => Promise<OpenedFile>
  readonly onClose: () => void
}) {
  const [file, setFile] = useState<OpenedFile>()
  const [error, setError] = useState<unknown>()
  const [again, setAgain] = useState(0)
  const now = useRef({ open, onClose })
  now.current = { open, onClose }
  useEffect(() => {
    let here = true
    setError(undefined)
    now.current
      .open()
      .then(async (opened) => {
        if (!here) return
        if (process.env.TARO_ENV === 'h5') {
          setFile(opened)
          return
        }
        await showInWechat(opened)
        if (here) now.current.onClose()
      })
      .catch((failure: unknown) => {
        if (here) setError(failure ?? new Error('closed'))
      })
    return () => {
      here = false
    }
  }, [again])
  if (process.env.TARO_ENV !== 'h5' && error === undefined) return null
  return (
    <Sheet open wide title={title} onClose={onClose}>
      {error !== undefined ? (
        <ErrorState error={error} onRetry={() => setAgain(again + 1)} />
      ) : file === undefined ? (
        <Skeleton lines={3} />
      ) : isPicture(file) ? (
        <Picture className="z-file__whole" source={file.url} words={title} />
      ) : (
        <a
          className="z-button z-button--primary z-button--full z-file__link"
          href={file.url}
          target="_blank"
          rel="noreferrer"
        >
          {`打开“${file.name}”`}
        </a>
      )}
    </Sheet>
  )
}

async function showInWechat(file: OpenedFile): Promise<void> {
  if (isPicture(file)) {
    await Taro.previewImage({ urls: [file.url] })
    return
  }
  const { tempFilePath } = await Taro.downloadFile({ url: file.url })
  await Taro.openDocument({ filePath: tempFilePath, showMenu: true })
}
