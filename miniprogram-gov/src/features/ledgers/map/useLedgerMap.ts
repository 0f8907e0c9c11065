import type { BodyOf, Contract, LedgerMapReply } from '@zmht/shared/contract'
import { useCallback, useEffect, useState } from 'react'
import { api } from '@/lib/api'

type Asked = BodyOf<Contract['ledgers']['mapped']>

/** The rows of a ledger on a map; asked anew when what is asked changes, with what was shown kept in sight. */
export function useLedgerMap(ledgerId: string, asked: Asked) {
  const [round, setRound] = useState(0)
  const [found, setFound] = useState<{ readonly map?: LedgerMapReply; readonly error?: unknown }>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: pressed again it is asked again.
  useEffect(() => {
    let isOver = false
    api.ledgers.mapped({ params: { ledgerId }, body: asked }).then(
      (map) => isOver || setFound({ map }),
      (error: unknown) => isOver || setFound({ error }),
    )
    return () => {
      isOver = true
    }
  }, [ledgerId, asked, round])
  return { ...found, reload: useCallback(() => setRound((one) => one + 1), []) }
}
