import type { GrantContent } from '@zmht/shared/contract'
import { goOnTo, Stack, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { SendButton } from '../frame/SendButton'
import { grantDrafts } from './local-drafts'
import { ReasonSheet } from './ReasonSheet'
import { grantOf, type PreviewReply, proposedGrants } from './resources'
import type { Preview } from './usePreview'

function consequenceOf(found: PreviewReply | undefined): string {
  if (found === undefined) {
    return '没能算出会改变什么。保存以后，涉及“谁能改权限”的要等另一位权限管理员确认才生效，其他的立即生效。'
  }
  const changes = `${found.gaining} 人多出权限，${found.losing} 人失去权限`
  return found.needsApproval
    ? `它涉及“谁能改权限”，保存以后要等另一位权限管理员确认才生效。生效后${changes}。`
    : `保存以后立即生效：${changes}。您的姓名和原因会留在记录里，随时可以撤回。`
}

/** Puts a rule in force, or proposes it. Under the same id a second sending is the same rule. */
export function SaveGrant({
  id,
  content,
  edition,
  missing,
  preview,
  onTry,
}: {
  readonly id: string
  readonly content: GrantContent
  readonly edition: number
  /** What is still to be written, in words. */
  readonly missing: readonly string[]
  readonly preview: Preview
  readonly onTry: () => void
}) {
  const [asking, setAsking] = useState(false)
  const { found, outdated, error } = preview
  // Who may not give it is told so before, not after; what is shown must be of what is saved.
  const beyond = !outdated && found !== undefined && found.beyond.length > 0
  const hindered =
    missing.length > 0
      ? missing
      : beyond
        ? ['这条规则超出您自己的权限，原因见上面。']
        : outdated && error === undefined
          ? ['正在算会改变什么，算好了再保存。']
          : []
  const save = async (reason: string) => {
    const saved = await api.permissions.saveGrant({ params: { grantId: id }, body: { content, reason, edition } })
    grantDrafts.forget(id)
    void grantOf.refresh(id)
    void proposedGrants.refresh('all')
    toast(saved.state === 'proposed' ? '已保存，等待第二人确认' : '已保存，立即生效')
    goOnTo(pages.grant, { id })
  }
  return (
    <Stack gap={2}>
      <SendButton hindered={hindered} onTry={onTry} onReady={() => setAsking(true)}>
        {edition === 0 ? '保存规则' : '保存修改'}
      </SendButton>
      <ReasonSheet
        open={asking}
        title={`保存「${content.name}」`}
        consequence={consequenceOf(outdated ? undefined : found)}
        confirm="保存"
        hint="为什么要有这条规则，如文号或分工"
        onConfirm={save}
        onClose={() => setAsking(false)}
      />
    </Stack>
  )
}
