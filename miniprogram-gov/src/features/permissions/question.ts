import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type Action, actions, type ResourceKind } from '@zmht/shared/permission'
import { kindCodes, kindOfAction } from './words'

/** The five ways to ask. */
export const ways = ['thing', 'person', 'organisation', 'class', 'application'] as const
export type Way = (typeof ways)[number]

export const wayNames: Readonly<Record<Way, string>> = {
  thing: '按事项',
  person: '按人员',
  organisation: '按单位',
  class: '按一类人',
  application: '按一类应用',
}

/** What is asked; all of it stands in the address, so that the link can be sent to a colleague. An empty text: not said. */
export interface Question {
  readonly way: Way
  readonly action: Action
  readonly kind: ResourceKind
  readonly place: PlaceId | undefined
  readonly application: string
  readonly owner: string
  readonly tag: string
  readonly organisation: string
  readonly below: boolean
  readonly role: string
  readonly rank: string
  readonly person: string
  /** Of whom it is asked why they may or may not. */
  readonly why: string
}

/** In the address: of no organisation in particular, where saying nothing means one's own. */
const anywhere = 'any'

type Words = Readonly<Record<string, string | undefined>>

/**
 * @param own where the asker's own organisation works, and that organisation: what is asked when the address says nothing
 * @returns the question an address asks, which anybody may have typed
 */
export function readQuestion(
  words: Words,
  own: { readonly place: PlaceId | undefined; readonly organisation: string },
): Question {
  const action = actions.find((one) => one === words.action) ?? 'ledger.read'
  const { place = '' } = words
  return {
    way: ways.find((one) => one === words.by) ?? 'thing',
    action,
    kind: kindCodes.find((one) => one === words.kind) ?? kindOfAction(action),
    place: isPlaceId(place) ? place : own.place,
    application: words.app ?? '',
    owner: words.owner ?? '',
    tag: words.tag ?? '',
    organisation: words.org === anywhere ? '' : (words.org ?? own.organisation),
    below: words.below !== 'no',
    role: words.role ?? '',
    rank: words.rank ?? '',
    person: words.person ?? '',
    why: words.why ?? '',
  }
}

/** The words of the address that `readQuestion` reads; empty for what is not said. */
export function writeQuestion(question: Question): Readonly<Record<string, string>> {
  return {
    by: question.way,
    action: question.action,
    kind: question.kind,
    place: question.place ?? '',
    app: question.application,
    owner: question.owner,
    tag: question.tag,
    org: question.organisation || anywhere,
    below: question.below ? '' : 'no',
    role: question.role,
    rank: question.rank,
    person: question.person,
    why: question.why,
  }
}

/** What it is asked about; nothing while no place is said. */
export function aboutOf({ kind, place, application, owner, tag }: Question) {
  if (place === undefined) return undefined
  return {
    kind,
    place,
    ...(application === '' ? {} : { application }),
    ...(owner === '' ? {} : { owner }),
    ...(tag === '' ? {} : { tag }),
  }
}

/** Of which persons only, where it is asked of a class of them. */
export function classOf({ way, organisation, role, rank }: Question) {
  if (way !== 'class') return {}
  return {
    ...(organisation === '' ? {} : { organisation }),
    ...(role === '' ? {} : { role }),
    ...(rank === '' ? {} : { rank }),
  }
}
