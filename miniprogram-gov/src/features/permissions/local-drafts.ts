import Taro from '@tarojs/taro'
import { placeId } from '@zmht/shared/contract/parts'
import * as z from '@zmht/shared/contract/z'
import { sensitivities } from '@zmht/shared/knowledge'
import { actions } from '@zmht/shared/permission'
import { createStore, useStore } from '@zmht/shared/ui'
import type { GrantDraft } from './draft'
import { kindCodes } from './words'

/** A rule somebody is writing on this device, kept at every change: a closed page or a lost network loses nothing. */
export interface LocalDraft {
  /** The rule's id: sent again after no answer came, it is the same rule. */
  readonly id: string
  readonly draft: GrantDraft
  /** The edition it was written on; 0 for a new rule. */
  readonly edition: number
  /** Who writes it: others at the same device do not see it. */
  readonly by: string
}

const storageKey = 'zmht-gov-grants'
const most = 10

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

const current = createStore<readonly LocalDraft[] | undefined>(undefined)

function read(): readonly LocalDraft[] {
  const known = current.get()
  if (known !== undefined) return known
  const stored = Taro.getStorageSync<unknown>(storageKey)
  const drafts = Array.isArray(stored)
    ? stored.flatMap((one) => {
        const result = localDraft.safeParse(one)
        return result.success ? [result.data] : []
      })
    : []
  current.set(drafts)
  return drafts
}

function write(drafts: readonly LocalDraft[]): void {
  Taro.setStorageSync(storageKey, drafts)
  current.set(drafts)
}

export function keepDraft(kept: LocalDraft): void {
  write([kept, ...read().filter(({ id }) => id !== kept.id)].slice(0, most))
}

export function forgetDraft(id: string): void {
  if (read().some((one) => one.id === id)) write(read().filter((one) => one.id !== id))
}

export function draftKept(id: string, by: string): LocalDraft | undefined {
  return read().find((one) => one.id === id && one.by === by)
}

/** What one person has begun here and not saved. */
export function useDrafts(by: string): readonly LocalDraft[] {
  const drafts = useStore(current) ?? read()
  return drafts.filter((one) => one.by === by)
}
