import { Button, Notice, Sheet, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { CopyRow } from '../frame/CopyRow'

export interface Told {
  readonly title: string
  readonly label: string
  readonly value: string
  /** What goes with it, and may be read again. */
  readonly beside?: { readonly label: string; readonly value: string }
  readonly next: string
}

/** Something that is told this once. Pressing beside the sheet does not lose it: whoever has not copied it is asked first. */
export function ToldOnce({ told, onClose }: { readonly told: Told; readonly onClose: () => void }) {
  const [copied, setCopied] = useState(false)
  const [leaving, setLeaving] = useState(false)
  return (
    <Sheet
      open
      wide
      title={told.title}
      onClose={() => (copied || leaving ? onClose() : setLeaving(true))}
      footer={
        <Button full onPress={onClose}>
          已经存好，关闭
        </Button>
      }
    >
      <Stack gap={4}>
        <Notice tone="amber" title="只显示这一次">
          关闭以后谁也看不到它了。请现在复制，用安全的方式交给对方的工程师，不要发在群里。
        </Notice>
        <CopyRow label={told.label} value={told.value} onCopied={() => setCopied(true)} />
        {told.beside === undefined ? null : <CopyRow label={told.beside.label} value={told.beside.value} />}
        {leaving && !copied ? (
          <Notice tone="danger" title="还没有复制">
            再按一次关闭就看不到了。万一丢了，可以在这里再换一个。
          </Notice>
        ) : null}
        <Text size="small" tone="quiet">
          {told.next}
        </Text>
      </Stack>
    </Sheet>
  )
}
