import type { BodyOf, Contract, LedgerMapReply } from '@zmht/shared/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '@/lib/api'

type Asked = BodyOf<Contract['ledgers']['mapped']>

/** The rows of a ledger on a map; asked anew when what is asked changes, with what was shown kept in sight. */
export function useLedgerMap(ledgerId: string, asked: Asked) {
  const [found, setFound] = useState<{ readonly map?: LedgerMapReply; readonly error?: unknown }>({})
  const run = useRef(0)
  const load = useCallback(async () => {
    const mine = ++run.current
    const next = await api.ledgers.mapped({ params: { ledgerId }, body: asked }).then(
      (map) => ({ map }),
      (error: unknown) => ({ error }),
    )
    // An answer to what is asked no longer comes too late.
    if (mine === run.current) setFound(next)
  }, [ledgerId, asked])
  useEffect(() => void load(), [load])
  return { ...found, reload: () => void load() }
}
