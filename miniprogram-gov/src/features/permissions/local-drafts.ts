import { placeId } from '@zmht/shared/contract/parts'
import * as z from '@zmht/shared/contract/z'
import { sensitivities } from '@zmht/shared/knowledge'
import { actions } from '@zmht/shared/permission'
import { localDrafts } from '@/lib/local-drafts'
import type { GrantDraft } from './draft'
import { kindCodes } from './words'

/** A rule somebody is writing on this device. */
export interface LocalDraft {
  /** The rule's id: sent again after no answer came, it is the same rule. */
  readonly id: string
  readonly draft: GrantDraft
  /** The edition it was written on; 0 for a new rule. */
  readonly edition: number
  /** Who writes it: others at the same device do not see it. */
  readonly by: string
}

const text = z.string()
const picked = z.array(z.strictObject({ id: text, name: text }))
const access = z.enum(['none', 'masked', 'full'])
const draft = z.strictObject({
  name: text,
  effect: z.enum(['allow', 'forbid']),
  roles: z.array(text),
  postTags: text,
  ranks: z.array(text),
  organisations: picked,
  posts: picked,
  actions: z.array(z.enum(actions)),
  kinds: z.array(z.enum(kindCodes)),
  applications: picked,
  owners: picked,
  tags: text,
  attributes: picked,
  sensitivities: z.array(z.enum(sensitivities)),
  territory: z.enum(['own', 'all', 'given']),
  places: z.array(z.strictObject({ id: placeId, name: text })),
  fields: z.strictObject({ open: access, internal: access, personal: access, sensitive: access }),
  from: text,
  to: text,
})
/** Written by an older edition of the application a draft may no longer fit: it is then left alone. */
const localDraft: z.ZodMiniType<LocalDraft, unknown> = z.strictObject({
  id: text,
  draft,
  edition: z.number(),
  by: text,
})

export const grantDrafts = localDrafts('zmht-gov-grants', (stored) => localDraft.safeParse(stored).data)
