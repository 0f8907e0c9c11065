import type { SheetImportReply } from '@zmht/shared/contract'
import { Button, Notice, Row, Stack } from '@zmht/shared/ui'

/** An import that ended before anything was taken in, or whose sheet never arrived. */
export function StoppedImport({ value, onAgain }: { readonly value: SheetImportReply; readonly onAgain: () => void }) {
  const { state, name, message } = value
  const title =
    state === 'failed' ? `没有读成“${name}”` : state === 'waiting' ? `“${name}”还没有传完` : `“${name}”已停止`
  return (
    <Stack gap={4} className="g-column">
      <Notice tone={state === 'failed' ? 'danger' : 'amber'} title={title}>
        {state === 'waiting' ? '上传中断了，没有导入任何一行。请重新上传一次。' : message}
      </Notice>
      <Row>
        <Button icon="document" onPress={onAgain}>
          重新上传
        </Button>
      </Row>
    </Stack>
  )
}
