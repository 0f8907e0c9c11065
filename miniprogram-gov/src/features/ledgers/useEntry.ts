import { type Contract, type LedgerReply, mintStepKey, type ReplyOf } from '@zmht/shared/contract'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'
import { useKnowledge } from '@/lib/knowledge'
import { isElsewhere } from './entered-words'
import { type Entry, type EntryField, entryFields, entryOf, givenByRule } from './entry'
import { entryDrafts, type KeptEntry } from './entry-drafts'

export type EnterReply = ReplyOf<Contract['ledgers']['enter']>

/** What is filled in differently, told from what is there when it is: two changes at once are both kept. */
export type EntryChange = (kept: KeptEntry) => Partial<Pick<KeptEntry, 'values' | 'names'>>

export interface Filling {
  readonly kept: KeptEntry
  readonly fields: readonly EntryField[]
  readonly entry: Entry
  readonly change: (part: EntryChange) => void
  readonly put: (place: KeptEntry['place']) => void
  /** Sends it; into a ledger kept by hand it is put as well. */
  readonly send: () => Promise<EnterReply>
}

/** One being entered, kept on this device as it is filled in. */
export function useEntry({ id, content }: LedgerReply, by: string): Filling {
  const knowledge = useKnowledge()
  const [kept, setKept] = useState<KeptEntry>(
    () =>
      entryDrafts.kept(id, by) ?? { id, by, key: mintStepKey(), values: givenByRule(content, knowledge), names: {} },
  )
  const fields = entryFields(content, knowledge)
  const entry = entryOf(content, fields, kept.values)
  // A sheet that was opened before the last change holds an older one.
  const latest = useRef(kept)
  const keep = (next: KeptEntry) => {
    latest.current = next
    setKept(next)
    entryDrafts.keep(next)
  }
  return {
    kept,
    fields,
    entry,
    change: (part) => keep({ ...latest.current, ...part(latest.current) }),
    put: (place) => {
      const { place: _former, ...rest } = latest.current
      keep(place === undefined ? rest : { ...rest, place })
    },
    send: async () => {
      const { key, place } = kept
      if (place === undefined) throw new RangeError('no place was chosen')
      const { facts, links } = entry
      const reply = await api.ledgers.enter({ body: { key, facts, links, kind: content.kind, place } })
      if (content.membership.by === 'hand' && !isElsewhere(reply))
        await api.ledgers.putIn({ params: { ledgerId: id, entityId: reply.entity.id } })
      entryDrafts.forget(id)
      return reply
    },
  }
}
