import { placeId } from '@zmht/shared/contract/parts'
import * as z from '@zmht/shared/contract/z'
import type { PlaceId } from '@zmht/shared/geo'
import { localDrafts } from '@/lib/local-drafts'
import type { EntryValues } from './entry'

/** One that is being entered on this device. */
export interface KeptEntry {
  /** The ledger's id: one is entered at a time. */
  readonly id: string
  /** Who writes it: others at the same device do not see it. */
  readonly by: string
  /** Sent again after no answer came, it is the same entry. */
  readonly key: string
  readonly values: EntryValues
  /** Of what was chosen at the other ends of relations: what it is called. */
  readonly names: Readonly<Record<string, string>>
  readonly place?: PlaceId
}

const text = z.string()
const kept: z.ZodMiniType<KeptEntry, unknown> = z.strictObject({
  id: text,
  by: text,
  key: text,
  values: z.record(text, z.union([text, z.number(), z.boolean(), z.array(text)])),
  names: z.record(text, text),
  place: z.exactOptional(placeId),
})

export const entryDrafts = localDrafts('zmht-gov-entries', (stored) => kept.safeParse(stored).data)
