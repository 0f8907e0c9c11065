import { Button, ProblemNotice, Row, Stack, Text } from '@zmht/shared/ui'
import { isChangedElsewhere, type ServiceEditor } from './useServiceDraft'

/** What is safe where, said quietly. */
export function SaveState({ editor }: { readonly editor: ServiceEditor }) {
  return (
    <Text size="small" tone="quiet">
      {editor.saving ? '正在保存…' : editor.unsaved ? '还没有保存，改动留在本机' : '已保存'}
    </Text>
  )
}

/** Saving failed; when a colleague was faster, both versions can still be had. */
export function Conflict({ editor }: { readonly editor: ServiceEditor }) {
  if (editor.error === undefined) return null
  return (
    <Stack gap={2}>
      <ProblemNotice error={editor.error} />
      {isChangedElsewhere(editor.error) ? (
        <>
          <Text size="small" tone="quiet">
            您的改动还在这台设备上。看同事的版本后，按“撤销”可以回到您的版本。
          </Text>
          <Row gap={2} wrap>
            <Button variant="quiet" onPress={() => void editor.takeTheirs()}>
              看同事的版本
            </Button>
            <Button variant="text" onPress={() => void editor.save({ over: true })}>
              用我的版本保存
            </Button>
          </Row>
        </>
      ) : null}
    </Stack>
  )
}
