import type { TaskContent } from '@zmht/shared/contract'
import type { Form } from '@zmht/shared/controls'
import type { EntityId, Instant, KnowledgeVersion } from '@zmht/shared/knowledge'
import type { LedgerKind } from '@zmht/shared/ledgers'
import { ended, markOfList, type RequestState } from '@zmht/shared/rules'

/** What whoever handles a request 诉求 has handed out to be done on the spot. Plain data, as the request carries it. */
export interface Errand {
  /** The task it is, made by whoever hands it out, and its one item. */
  readonly task: string
  readonly item: string
  /** What is to be done, in the words of whoever hands it out. */
  readonly what: string
  /** The last day. */
  readonly due: string
  /** Where, or what about. */
  readonly subject: EntityId
  /** The organisation that hands it out. */
  readonly issuer: string
  readonly to: ErrandTo
  readonly at: Instant
  readonly by: string
  readonly byName: string
  /** What the request took note of: its item may have moved on since. */
  readonly stand: ErrandHeard
}

export type ErrandHeard = 'out' | 'done' | 'back'

/** To whom: one official, an organisation, or without either whoever works at the place. */
export interface ErrandTo {
  readonly name: string
  readonly official?: string
  readonly organisation?: string
}

const longestTitle = 30

/** The first words of what is to be done. */
export function titleOfErrand(what: string): string {
  const letters = [...(what.split('\n')[0] ?? '').trim()]
  const room = longestTitle - '交办：'.length
  return `交办：${letters.length > room ? `${letters.slice(0, room - 1).join('')}…` : letters.join('')}`
}

/** By these the outcome is read again. */
/** The answer that says nothing is left to be done. */
export const settledCode = '1'
export const errandControls = { found: 'found', outcome: 'outcome', photo: 'photo' } as const
const targetName: Readonly<Record<LedgerKind, string>> = {
  person: '要找的人',
  organisation: '要去的单位',
  thing: '要看的东西',
  place: '要去的地方',
}

/** A task of one item: what was found, whether it is done, a photo. */
export const contentOfErrand = (
  { what, due, subject }: Pick<Errand, 'what' | 'due' | 'subject'>,
  kind: LedgerKind,
  knowledge: KnowledgeVersion,
): TaskContent => ({
  title: titleOfErrand(what),
  basis: what,
  due,
  about: { of: 'list', kind, parts: 1, count: 1, mark: markOfList(kind, [subject]) },
  form: formOfErrand(kind, knowledge),
})

const formOfErrand = (kind: LedgerKind, knowledge: KnowledgeVersion): Form => ({
  knowledge,
  subjects: [{ key: 'target', kind, name: targetName[kind], is: { by: 'target' } }],
  controls: [
    {
      id: errandControls.found,
      kind: 'long-text',
      label: '看到的情况和怎样处理的',
      required: true,
      binding: { subject: 'target', own: { type: 'text:500' } },
    },
    {
      id: errandControls.outcome,
      kind: 'choice',
      label: '办好了吗',
      required: true,
      binding: {
        subject: 'target',
        own: {
          type: 'code',
          items: [
            { code: settledCode, name: '办好了' },
            { code: '2', name: '还要再办' },
            { code: '3', name: '这里办不了' },
          ],
        },
      },
    },
    {
      id: errandControls.photo,
      kind: 'photo',
      label: '现场照片',
      required: false,
      binding: { subject: 'target', own: { type: 'photo', many: true } },
    },
  ],
})

/** Why nothing is to be done any more about a request. @returns undefined while it runs */
export function overWords(state: RequestState): string | undefined {
  if (!ended.includes(state)) return undefined
  if (state === 'withdrawn') return '居民撤回了诉求，不用再去'
  return state === 'closed' ? '诉求已经答复，不用再去' : '诉求不再办理，不用再去'
}
