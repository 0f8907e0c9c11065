import type { JobReply, LedgerReply } from '@zmht/shared/contract'
import { useEffect, useRef } from 'react'
import { api } from '@/lib/api'
import { useProgress } from '../frame/useProgress'
import { ledgerOf } from './resources'

const isUnderWay = (job: JobReply | undefined): boolean => job?.state === 'waiting' || job?.state === 'running'

/**
 * Follows the job that brings a ledger's rows to its edition, and says so to everything that shows the ledger.
 * @param onRows there are more rows than before; `all` of them are there
 * @returns how far it is, or how it failed; nothing while there is none
 */
export function useLedgerJob({ id, job, edition }: LedgerReply, onRows: (all: boolean) => void): JobReply | undefined {
  const { value } = useProgress<LedgerReply>(
    isUnderWay(job) ? `${id} ${edition}` : undefined,
    () => api.ledgers.ledger({ params: { ledgerId: id } }),
    (ledger) => !isUnderWay(ledger.job),
  )
  const rows = useRef(onRows)
  rows.current = onRows
  const arranged = value?.job?.done ?? 0
  useEffect(() => {
    if (value === undefined) return
    ledgerOf.put(id, value)
    if (value.job === undefined || value.job.state === 'done') rows.current(true)
  }, [id, value])
  useEffect(() => {
    if (arranged > 0) rows.current(false)
  }, [arranged])
  return job === undefined || job.state === 'done' ? undefined : job
}
