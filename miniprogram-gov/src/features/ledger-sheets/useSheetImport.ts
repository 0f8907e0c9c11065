import type { SheetImportReply } from '@zmht/shared/contract'
import { useState } from 'react'
import { api } from '@/lib/api'
import { useProgress } from '../frame/useProgress'
import { isGoing } from './import-steps'

export interface SheetImport {
  /** As it was last seen. */
  readonly value: SheetImportReply | undefined
  /** Why it could not be looked at the last time. */
  readonly error: unknown
  /** Does something with it and shows what has become of it; throws what stood in the way. */
  readonly act: (step: () => Promise<SheetImportReply>) => Promise<void>
}

/** One import, followed while the server is at work on it. It goes on whether or not anybody looks. */
export function useSheetImport(ledgerId: string, importId: string | undefined): SheetImport {
  const [held, setHeld] = useState<SheetImportReply>()
  /** Counts up with each act: following begins anew. */
  const [round, setRound] = useState(0)
  const { value, error } = useProgress<SheetImportReply>(
    importId === undefined ? undefined : `${importId} ${round}`,
    () => api.ledgers.sheetImport({ params: { ledgerId, importId: importId ?? '' } }),
    (one) => !isGoing(one),
  )
  return {
    value: [value, held].find((one) => one !== undefined && one.id === importId),
    error,
    act: async (step) => {
      setHeld(await step())
      setRound((before) => before + 1)
    },
  }
}
