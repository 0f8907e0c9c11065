import type { LedgerProblem } from '@zmht/shared/ledgers'
import { Problem } from '@zmht/shared/problems'
import { Button, goOnTo, ProblemNotice, Stack, Text, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { ChangedMeanwhile } from './ChangedMeanwhile'
import { bodyOf, type LedgerDraft, partOf } from './ledger-draft'
import { ledgerDrafts } from './local-drafts'
import { ledgerOf, ledgersAt } from './resources'

/** Saves the ledger and goes on to its rows, which are being arranged; pressed too early it says what is still to be done. */
export function SaveLedger({
  id,
  draft,
  problems,
  onTry,
  onDraft,
}: {
  readonly id: string
  readonly draft: LedgerDraft
  readonly problems: readonly LedgerProblem[]
  /** From now on what is wrong may be pointed out. */
  readonly onTry: () => void
  readonly onDraft: (draft: LedgerDraft) => void
}) {
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<unknown>()
  const isNew = draft.edition === 0
  const isByHand = draft.content.membership.by === 'hand'
  const changed = error instanceof Problem && error.code === 'changed'
  const save = async () => {
    setTried(true)
    onTry()
    setError(undefined)
    if (problems.length > 0) return
    setBusy(true)
    try {
      ledgerOf.put(id, await api.ledgers.save({ params: { ledgerId: id }, body: bodyOf(draft) }))
      ledgersAt.outdate()
      ledgerDrafts.forget(id)
      toast(savedWords(isNew, isByHand))
      goOnTo(pages.rows, { id })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap={3}>
      {changed ? (
        <ChangedMeanwhile id={id} draft={draft} onDraft={onDraft} onSettled={() => setError(undefined)} />
      ) : error === undefined ? null : (
        <ProblemNotice error={error} />
      )}
      <Button full large loading={busy} onPress={() => void save()}>
        {isNew ? '建立台账' : '保存修改'}
      </Button>
      {tried && problems.length > 0 ? (
        <Stack gap={1}>
          {problems.map((one) => (
            <Text key={`${one.at} ${one.message}`} size="small" tone="danger">
              {`${partOf(one)}：${one.message}`}
            </Text>
          ))}
        </Stack>
      ) : (
        <Text size="small" tone="quiet">
          {`${followsOf(isNew, isByHand)}写的内容随时存在这台设备上。`}
        </Text>
      )}
    </Stack>
  )
}

/** Nothing is arranged by itself in a ledger kept by hand. */
function savedWords(isNew: boolean, isByHand: boolean): string {
  if (isByHand) return isNew ? '台账建好了，可以逐个加入了' : '已保存'
  return isNew ? '台账建好了，正在把已登记的资料排进来' : '已保存，正在按新的设置重新排列'
}

function followsOf(isNew: boolean, isByHand: boolean): string {
  if (isByHand) return isNew ? '建好以后是空的：工作人员逐个加入，或由应用登记进来。' : '登记过的都不会丢。'
  return isNew
    ? '建好以后，已登记的资料会自动排进来，排好多少会显示出来。'
    : '保存以后，名单会按新的设置重新排列，登记过的资料都不会丢。'
}
