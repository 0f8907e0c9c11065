import Taro from '@tarojs/taro'
import { channelContent } from '@zmht/shared/contract'
import type { ServiceDraft } from './service-draft'

/** What is being put together, kept on this device at every change: a closed page or a lost network loses nothing. */
export interface LocalDraft {
  readonly draft: ServiceDraft
  /** The server's edition it was made from; absent: the server has never seen it. */
  readonly edition?: number
  /** Whether something differs from what the server has. */
  readonly unsaved: boolean
}

const keyOf = (channelId: string) => `zmht-gov-draft-${channelId}`

/** Missing words are allowed here, so that only the shape is checked. */
const lenient = (draft: Record<string, unknown>) => ({
  ...draft,
  title: draft.title || '…',
  summary: draft.summary || '…',
  promisedDays: 1,
})

export function readLocalDraft(channelId: string): LocalDraft | undefined {
  const stored: unknown = Taro.getStorageSync(keyOf(channelId))
  if (typeof stored !== 'object' || stored === null || !('draft' in stored)) return undefined
  const { draft } = stored
  if (typeof draft !== 'object' || draft === null) return undefined
  // Written by an older edition of the application it may no longer fit: then the server's is taken.
  if (!channelContent.safeParse(lenient({ ...draft })).success) return undefined
  const edition = 'edition' in stored && typeof stored.edition === 'number' ? stored.edition : undefined
  return {
    draft: draft as ServiceDraft, // its shape was just checked
    unsaved: 'unsaved' in stored && stored.unsaved === true,
    ...(edition === undefined ? {} : { edition }),
  }
}

export function keepLocalDraft(channelId: string, kept: LocalDraft): void {
  Taro.setStorageSync(keyOf(channelId), kept)
}

export function forgetLocalDraft(channelId: string): void {
  Taro.removeStorageSync(keyOf(channelId))
}
