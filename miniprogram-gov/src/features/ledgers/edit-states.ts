import type { ImportState } from '@zmht/shared/contract'
import type { Tone } from '@zmht/shared/ui'
import { isGoing } from '../ledger-sheets/import-steps'
import { stateWords } from '../ledger-sheets/words'

/** An edit of many goes the way of an import, from where it runs on. */
export const editStateWords: Readonly<Record<ImportState, { readonly name: string; readonly tone: Tone }>> = {
  ...stateWords,
  running: { name: '正在修改', tone: 'accent' },
  done: { name: '已修改', tone: 'quiet' },
}

export const isEditGoing = isGoing
