import type { SheetColumnReply, SheetImportReply } from '@zmht/shared/contract'

export const steps = ['上传', '对应列', '检查', '导入'] as const

type State = Pick<SheetImportReply, 'state' | 'how' | 'job' | 'preview'>

/** @returns which of the steps an import stands at, from 0 */
export function stepOf({ state, how, preview }: State): number {
  switch (state) {
    case 'waiting':
    case 'reading':
      return 0
    case 'read':
      return 1
    case 'checking':
    case 'checked':
      return 2
    case 'running':
    case 'done':
    case 'undoing':
    case 'undone':
      return 3
    case 'cancelled':
    case 'failed':
      return how !== undefined ? 3 : preview !== undefined ? 2 : 0
  }
}

/** @returns whether the server is at work on it: it is to be looked at again */
export function isGoing({ state, how, job }: State): boolean {
  if (state === 'reading' || state === 'checking' || state === 'running' || state === 'undoing') return true
  // Stopped, but the rows of the last step are still taken in.
  return state === 'cancelled' && how !== undefined && (job?.state === 'waiting' || job?.state === 'running')
}

type Meaning = SheetColumnReply['as']

/** @returns what a column is, as a word to choose by */
export const meaningKey = (as: Meaning): string => (as.of === 'attribute' ? `attribute ${as.attribute}` : as.of)

/** @returns what such a word means; an unknown one means nothing */
export function meaningOf(key: string | undefined): Meaning {
  const [of = '', attribute = ''] = (key ?? '').split(' ')
  if (of === 'attribute') return { of, attribute }
  return of === 'place' ? { of } : { of: 'nothing' }
}

/** What each column is said to be, by its number. */
export type Meanings = Readonly<Record<number, Meaning>>

/** @returns of each column that means what an earlier one does, the heading of that one; a value can come from one column only */
export function twice(columns: readonly SheetColumnReply[], meanings: Meanings): Readonly<Record<number, string>> {
  const first = new Map<string, string>()
  const found: Record<number, string> = {}
  for (const { column, heading } of columns) {
    const as = meanings[column]
    if (as === undefined || as.of === 'nothing') continue
    const before = first.get(meaningKey(as))
    if (before === undefined) first.set(meaningKey(as), heading)
    else found[column] = before
  }
  return found
}
