import { type Control, type Form, isAnswered, isAttributeControl, isRelationControl } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'

/** Of how many people of a place attributes and relations are held already. */
export interface Holdings {
  readonly people: number
  readonly held: Readonly<Record<string, number>>
}

/** What is to be asked of the city before it can be told. */
export interface Wanted {
  readonly attributes: readonly string[]
  readonly relations: readonly string[]
}

/** Why nobody would have to be asked. */
export type Needless = 'derivable' | 'known-for-ever'

export interface Burden {
  /** The questions of the form. */
  readonly total: number
  /** How many of them an average resident finds filled in. */
  readonly known: number
  readonly left: number
  /** By control: the share of people of whom it is held, 0 … 1. */
  readonly shares: ReadonlyMap<string, number>
  /** By control: held of most, and nobody would have to confirm it. */
  readonly needless: ReadonlyMap<string, Needless>
}

/** From here on it is held of most. */
export const most = 0.8
/** Below, it is not worth a word. */
const leastTold = 0.05

/** Who a form is for says its name; it is looked at, not asked. */
const looksWho = new Set(['person.name'])

/** @returns the codes whose holdings have to be known for a form */
export function wantedFor(knowledge: Knowledge, form: Form): Wanted {
  const attributes = new Set<string>()
  const relations = new Set<string>()
  for (const control of aboutPeople(form)) {
    if (isRelationControl(control)) relations.add(control.binding.relation)
    if (!isAttributeControl(control)) continue
    const { attribute } = control.binding
    if (!isOfPeople(knowledge, attribute)) continue
    attributes.add(attribute)
    const origin = knowledge.attribute(attribute)?.derivedFrom
    if (origin !== undefined) attributes.add(origin)
  }
  return { attributes: [...attributes].sort(), relations: [...relations].sort() }
}

/** @returns how much of a form an average person of these finds filled in; nothing when there is nobody */
export function burdenOf(knowledge: Knowledge, form: Form, { people, held }: Holdings): Burden | undefined {
  if (people === 0) return undefined
  const share = (code: string | undefined): number =>
    code === undefined ? 0 : Math.min(1, Math.max(0, (held[code] ?? 0) / people))
  const shares = new Map<string, number>()
  const needless = new Map<string, Needless>()
  for (const control of aboutPeople(form)) {
    if (isRelationControl(control)) shares.set(control.id, share(control.binding.relation))
    if (!isAttributeControl(control) || !isOfPeople(knowledge, control.binding.attribute)) continue
    const { attribute } = control.binding
    const what = knowledge.attribute(attribute)
    const origin = share(what?.derivedFrom)
    const known = Math.max(share(attribute), origin)
    shares.set(control.id, known)
    if (known <= most || looksWho.has(attribute)) continue
    if (origin > most) needless.set(control.id, 'derivable')
    else if (what && what.freshDays === undefined) needless.set(control.id, 'known-for-ever')
  }
  const total = form.controls.filter(isQuestion).length
  const known = Math.round([...shares.values()].reduce((sum, one) => sum + one, 0))
  return { total, known, left: total - known, shares, needless }
}

const isQuestion = ({ kind }: Control): boolean => isAnswered(kind) && kind !== 'computed' && kind !== 'consent'

/** The questions about people the form reaches, themselves or their family: of them the city holds something. */
function aboutPeople(form: Form): readonly Control[] {
  const people = new Set(
    form.subjects.filter(({ kind, is }) => kind === 'person' && is.by !== 'own').map(({ key }) => key),
  )
  return form.controls.filter((one) => isQuestion(one) && one.binding && people.has(one.binding.subject))
}

/** What is said of a relation is not counted by person. */
function isOfPeople(knowledge: Knowledge, attribute: string): boolean {
  return knowledge.attribute(attribute)?.of === 'person'
}

/** 「约 82% 会预填」. */
export function sayShare(share: number | undefined): string | undefined {
  if (share === undefined || share < leastTold) return undefined
  return share >= 0.995 ? '都会预填' : `约 ${Math.round(share * 100)}% 会预填`
}

/** 「这份表 24 项，其中 17 项城市已掌握，大约只需填 7 项」. */
export function sayBurden({ total, known, left }: Burden): string {
  if (known === 0) return `这份表 ${total} 项，城市还没有掌握，都要自己填`
  return `这份表 ${total} 项，其中 ${known} 项城市已掌握，大约只需填 ${left} 项`
}

export const needlessWords: Readonly<Record<Needless, string>> = {
  derivable: '大多数人已有，由别的资料就能得出，可不问',
  'known-for-ever': '大多数人已有，也不会变，可不问',
}
