import type { Change } from '@zmht/shared/knowledge'
import { ConfirmSheet, goOnTo, Stack, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { refreshKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { SendButton } from '../frame/SendButton'
import { revisionDrafts } from './local-drafts'
import { revisionOf } from './resources'

/** Sends a draft to be reviewed. Under the same id a second sending is the same proposal. */
export function SubmitRevision({
  id,
  title,
  reason,
  changes,
  missing,
  proposed,
  onTry,
}: {
  readonly id: string
  readonly title: string
  readonly reason: string
  readonly changes: readonly Change[]
  /** What is still to be written, in words. */
  readonly missing: readonly string[]
  /** Whether it was proposed before and is being rewritten. */
  readonly proposed: boolean
  /** Somebody pressed the button: from now on what is missing may be pointed out. */
  readonly onTry: () => void
}) {
  const [asking, setAsking] = useState(false)
  const send = async () => {
    try {
      const reply = await api.knowledge.propose({
        params: { proposalId: id },
        body: { title: title.trim(), reason: reason.trim(), changes: [...changes] },
      })
      revisionOf.put(id, reply)
    } catch (problem) {
      // Something may have been published meanwhile: then what no longer holds shows in its place.
      void refreshKnowledge()
      throw problem
    }
    revisionDrafts.forget(id)
    toast('已提交，等待审核')
    goOnTo(pages.revision, { id })
  }
  return (
    <Stack gap={2}>
      <SendButton hindered={missing} onTry={onTry} onReady={() => setAsking(true)}>
        {proposed ? '重新提交审核' : '提交审核'}
      </SendButton>
      <ConfirmSheet
        open={asking}
        title={proposed ? '重新提交审核' : '提交审核'}
        consequence={`「${title.trim()}」的 ${changes.length} 处改动会交给审核人员。采纳并发布以后才生效，在那之前不影响任何应用；审核前您还可以修改。`}
        confirm="提交"
        onClose={() => setAsking(false)}
        onConfirm={send}
      />
    </Stack>
  )
}
