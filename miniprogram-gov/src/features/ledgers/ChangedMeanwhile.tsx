import { Button, goOnTo, Notice, ProblemNotice, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { type LedgerDraft, onTopOf } from './ledger-draft'
import { ledgerDrafts } from './local-drafts'
import { ledgerOf } from './resources'

/** Somebody else changed the ledger while it was being changed here: nothing is lost, and whose word stands is for the person to say. */
export function ChangedMeanwhile({
  id,
  draft,
  onDraft,
  onSettled,
}: {
  readonly id: string
  readonly draft: LedgerDraft
  readonly onDraft: (draft: LedgerDraft) => void
  readonly onSettled: () => void
}) {
  const [busy, setBusy] = useState(false)
  const [ended, setEnded] = useState(false)
  const [error, setError] = useState<unknown>()
  const goOn = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const theirs = await api.ledgers.ledger({ params: { ledgerId: id } })
      ledgerOf.put(id, theirs)
      if (theirs.ended) {
        setEnded(true)
        return
      }
      onDraft(onTopOf(draft, theirs))
      onSettled()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  if (ended) {
    return (
      <Notice tone="amber" title="别人把这本台账停用了">
        停用的台账不能再改。您写的还在这台设备上，需要的话可以另外新建一本。
      </Notice>
    )
  }
  const takeTheirs = () => {
    ledgerDrafts.forget(id)
    goOnTo(pages.rows, { id })
  }
  return (
    <Notice tone="amber" title="您修改期间，别人也改了这本台账">
      <Stack gap={3}>
        <Text>
          您写的还没有保存，但都留在这一页和这台设备上。可以用您写的替换别人刚改的，也可以放弃，看别人改好的。
        </Text>
        <Button variant="quiet" loading={busy} onPress={() => void goOn()}>
          用我写的，接着保存
        </Button>
        <Button variant="text-danger" onPress={takeTheirs}>
          放弃我写的，看别人改好的
        </Button>
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Notice>
  )
}
