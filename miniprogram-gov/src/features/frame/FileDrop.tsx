import { Button, Icon, Text } from '@zmht/shared/ui'
import { useRef, useState } from 'react'

/** A place to drop a file on, a spreadsheet where nothing else is said, or to choose one. Only on h5. */
export function FileDrop({
  accept,
  what = '表格',
  words = '把在用的表格拖到这里，或者',
  note,
  reading,
  onFile,
  onCancel,
}: {
  /** Endings, e.g. `.xlsx,.csv`. */
  readonly accept: string
  /** What the file is called: 「表格」. */
  readonly what?: string
  readonly words?: string
  /** What is taken, and how much of it. */
  readonly note: string
  /** What is said while a file is read; nothing: none is. */
  readonly reading: string | undefined
  readonly onFile: (file: File) => void
  /** Absent where reading takes no time. */
  readonly onCancel?: () => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (file: File | undefined) => {
    if (file !== undefined && reading === undefined) onFile(file)
  }
  return (
    <section
      className={over ? 'g-drop g-drop--over' : 'g-drop'}
      aria-label={`把${what}拖到这里`}
      aria-busy={reading !== undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files[0])
      }}
    >
      <Icon name="document" />
      <div role="status">
        <Text>{reading ?? words}</Text>
      </div>
      <input
        ref={input}
        className="z-visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={what.endsWith('文件') ? what : `${what}文件`}
        accept={accept}
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {reading === undefined || onCancel === undefined ? (
        <Button icon="document" loading={reading !== undefined} onPress={() => input.current?.click()}>
          选择文件
        </Button>
      ) : (
        <Button variant="quiet" onPress={onCancel}>
          取消
        </Button>
      )}
      <Text size="small" tone="quiet">
        {note}
      </Text>
    </section>
  )
}
