import type { OfficialStep, RequestReply } from '@zmht/shared/contract'
import type { SubjectCode } from '@zmht/shared/routing'
import type { RequestAction } from '@zmht/shared/rules'
import { api } from '@/lib/api'

/** Steps taken in a sheet of their own; what is recognised in a text is decided beside it. */
export type OfficialAction = Exclude<OfficialStep['action'], 'classify' | 'mention'>

/** What an official may do, what comes next most likely first. */
export const officialActions = [
  'claim',
  'approve',
  'list',
  'confirm',
  'supervise',
  'assign',
  'close',
  'opine',
  'return',
  'put-right',
  'invite',
  'transfer',
  'give-back',
  'release',
  'refuse',
  'decline',
] as const satisfies readonly (RequestAction & OfficialAction)[]

/** What the official may do now. */
export function actionsOf(request: Pick<RequestReply, 'actions'>): readonly OfficialAction[] {
  return officialActions.filter((action) => request.actions.includes(action))
}

/** What goes with a step besides its kind. */
export interface StepWords {
  readonly note: string
  readonly files: readonly string[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  /** What it is about, where that goes with it. */
  readonly subject?: SubjectCode
}

export const noWords: StepWords = { note: '', files: [], organisations: [] }

/** The step as it is sent. */
export function stepOf(
  action: OfficialAction,
  key: string,
  { note, files, organisations, subject }: StepWords,
): OfficialStep {
  const said = note.trim()
  const [to] = organisations
  const about = subject === undefined ? {} : { subject }
  const shown = files.length === 0 ? {} : { files: [...files] }
  switch (action) {
    case 'claim':
    case 'release':
    case 'confirm':
    case 'list':
    case 'approve':
      return { action, key, ...(said === '' ? {} : { note: said }) }
    case 'refuse':
    case 'put-right':
    case 'give-back':
    case 'supervise':
      return { action, key, note: said }
    case 'return':
    case 'close':
    case 'decline':
    case 'opine':
      return { action, key, note: said, ...shown }
    case 'transfer':
      return { action, key, note: said, to: to?.id ?? '', ...about }
    case 'assign':
      return { action, key, note: said, ...(to === undefined ? {} : { to: to.id }), ...about }
    case 'invite':
      return { action, key, note: said, organisations: organisations.map(({ id }) => id) }
  }
}

/** Takes one step. The note is what the resident reads with it. */
export const act = (action: OfficialAction, requestId: string, key: string, words: StepWords): Promise<RequestReply> =>
  api.channels.step({ params: { requestId }, body: stepOf(action, key, words) })

/** With which steps photos go, as evidence. */
export const withPhotos: readonly OfficialAction[] = ['close', 'decline', 'opine', 'return']
