import type { GrantReply } from '@zmht/shared/contract'
import { Sheet, Stack, Text, toast } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { ChangesPanel } from './ChangesPanel'
import { ReasonSheet } from './ReasonSheet'
import { beyondWords } from './say-beyond'
import { usePreview } from './usePreview'

/** Withdraws a rule, after showing who loses by it. */
export function WithdrawSheet({
  grant,
  onDone,
  onClose,
}: {
  readonly grant: GrantReply
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}) {
  const preview = usePreview(grant.id, 'withdrawal')
  const { name, effect } = grant.content
  const beyond = preview.found?.beyond ?? []
  if (beyond.length > 0) {
    return (
      <Sheet open title="您不能撤回这条规则" onClose={onClose}>
        <Stack gap={3}>
          {beyondWords(beyond).map((words) => (
            <Text key={words}>{words}</Text>
          ))}
          <Text tone="quiet">没有改变任何权限。需要撤回的话，请由上级单位的权限管理员来做。</Text>
        </Stack>
      </Sheet>
    )
  }
  return (
    <ReasonSheet
      open
      title={`撤回「${name}」`}
      consequence={
        grant.state === 'proposed'
          ? '提出的内容不再等人确认；已经在生效的旧版本不受影响。记录保留。'
          : `撤回以后立即失效，${effect === 'forbid' ? '不再禁止' : '只凭这条规则得到的权限都没有了'}。记录保留，可以再新建。`
      }
      confirm="撤回"
      variant="danger"
      onConfirm={async (reason) => {
        await api.permissions.withdrawGrant({
          params: { grantId: grant.id },
          body: { reason, edition: grant.edition },
        })
        toast(`「${name}」已撤回`)
        await onDone()
      }}
      onClose={onClose}
    >
      <ChangesPanel preview={preview} />
    </ReasonSheet>
  )
}
