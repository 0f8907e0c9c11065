import type { EntityId, Value } from '../knowledge/types'
import { sameValue } from '../knowledge/values'
import type { Form, FormAnswers, SubjectAnswers } from './form'
import { repeatsOf } from './shape'

/** Whose word it is. */
export type Side = 'mine' | 'theirs'

/** Where an answer stands in the merged answers, and whom it is about where that is known. */
interface At {
  readonly subject: string
  readonly index: number
  readonly entity?: EntityId
}

/** What two people filled in differently, both beginning from the same. Absent: that side has no answer, or took it back. */
export type AnswerConflict =
  | (At & { readonly of: 'answer'; readonly control: string; readonly mine?: Value; readonly theirs?: Value })
  /** Whom a single subject stands for: all that was said of them goes together. */
  | (At & { readonly of: 'who'; readonly mine: SubjectAnswers; readonly theirs: SubjectAnswers })
  /** One side took a card away that the other changed. With the subjects that come and go with it. */
  | (At & { readonly of: 'card'; readonly removedBy: Side; readonly subjects: readonly string[] })

export interface MergedAnswers {
  /** Where both said something different it is `theirs` that stands here, and a card that one side took away is still there. */
  readonly answers: FormAnswers
  readonly conflicts: readonly AnswerConflict[]
}

/**
 * Merges what two people filled in, both beginning from the same answers. What only one side changed is taken from that side, the same
 * change of both is no conflict; all else is a conflict. A repeated card, with what hangs on it, is found again by whom it is about, and
 * by its order where nobody is known; cards added by either side are kept.
 */
export function mergeAnswers(
  form: Pick<Form, 'subjects'>,
  { began, mine, theirs }: { readonly began: FormAnswers; readonly mine: FormAnswers; readonly theirs: FormAnswers },
): MergedAnswers {
  const conflicts: AnswerConflict[] = []
  const merged = groupsOf(form, [began, mine, theirs]).map((group): FormAnswers => {
    if (sameIn(group, mine, began)) return only(group, theirs)
    if (sameIn(group, theirs, began) || sameIn(group, mine, theirs)) return only(group, mine)
    return mergeGroup(group, { began, mine, theirs }, conflicts)
  })
  return { answers: Object.assign({}, ...merged), conflicts }
}

/**
 * Settles what was filled in differently.
 * @param choices whose word stands, for each of the conflicts in their order; `theirs` where nothing was chosen
 */
export function settleAnswers({ answers, conflicts }: MergedAnswers, choices: readonly Side[]): FormAnswers {
  const settled: Record<string, SubjectAnswers[]> = Object.fromEntries(
    Object.entries(answers).map(([subject, list]) => [subject, [...list]]),
  )
  const goes: { readonly subjects: readonly string[]; readonly index: number }[] = []
  for (const [order, conflict] of conflicts.entries()) {
    const side = choices[order] ?? 'theirs'
    const list = settled[conflict.subject]
    const one = list?.[conflict.index]
    if (list === undefined || one === undefined) continue
    if (conflict.of === 'who') list[conflict.index] = conflict[side]
    else if (conflict.of === 'answer')
      list[conflict.index] = { ...one, values: withAnswer(one.values, conflict.control, conflict[side]) }
    else if (conflict.removedBy === side) goes.push(conflict)
  }
  // From the last on, so that the others stay where they are.
  for (const { subjects, index } of goes.sort((a, b) => b.index - a.index))
    for (const subject of subjects) settled[subject]?.splice(index, 1)
  return settled
}

/** Subjects whose instances stand side by side, the repeated one first; a single subject alone. */
type Group = readonly [string, ...string[]]

function groupsOf(form: Pick<Form, 'subjects'>, all: readonly FormAnswers[]): readonly Group[] {
  const { repeats } = repeatsOf(form)
  const keys = new Set(all.flatMap((one) => Object.keys(one)))
  const groups = new Map<string, string[]>()
  for (const key of keys) {
    const root = repeats.get(key)
    if (root === undefined || key === root || !keys.has(root)) groups.set(key, [])
  }
  for (const key of keys) {
    const root = repeats.get(key)
    if (root !== undefined && root !== key) groups.get(root)?.push(key)
  }
  return [...groups].map(([root, following]): Group => [root, ...following])
}

const only = (group: Group, answers: FormAnswers): FormAnswers =>
  Object.fromEntries(
    group.flatMap((subject) => {
      const list = answers[subject]
      return list === undefined ? [] : [[subject, list]]
    }),
  )

type Values = SubjectAnswers['values']
const nothing: Values = {}

function withAnswer(values: Values, control: string, value: Value | undefined): Values {
  const { [control]: _former, ...others } = values
  return value === undefined ? others : { ...others, [control]: value }
}

function sameAnswer(one: Value | undefined, other: Value | undefined): boolean {
  return one === undefined || other === undefined ? one === other : sameValue(one, other)
}

function sameInstance(one: SubjectAnswers | undefined, other: SubjectAnswers | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return (
    one.entity === other.entity && controlsOf(one, other).every((id) => sameAnswer(one.values[id], other.values[id]))
  )
}

const controlsOf = (...all: readonly (SubjectAnswers | undefined)[]): readonly string[] => [
  ...new Set(all.flatMap((one) => Object.keys(one?.values ?? nothing))),
]

function sameIn(group: Group, one: FormAnswers, other: FormAnswers): boolean {
  return group.every((subject) => {
    const a = one[subject]
    const b = other[subject]
    if (a === undefined || b === undefined) return a === b
    return a.length === b.length && a.every((instance, index) => sameInstance(instance, b[index]))
  })
}

/** One card: the instances that stand side by side at one position. */
type Card = readonly (SubjectAnswers | undefined)[]

function cardsOf(group: Group, answers: FormAnswers): readonly Card[] {
  const count = Math.max(...group.map((subject) => answers[subject]?.length ?? 0))
  return Array.from({ length: count }, (_, index) => group.map((subject) => answers[subject]?.[index]))
}

const sameCard = (one: Card, other: Card): boolean =>
  one.every((instance, position) => sameInstance(instance, other[position]))

/** @returns a name for each card by which it is found again on the other side: whom it is about, else its order among the nameless */
function namesOf(cards: readonly Card[]): readonly string[] {
  const seen = new Map<string, number>()
  return cards.map(([root]) => {
    const who = root?.entity ?? ''
    const before = seen.get(who) ?? 0
    seen.set(who, before + 1)
    return `${who}#${before}`
  })
}

type Sides<T> = { readonly began: T; readonly mine: T; readonly theirs: T }

function mergeGroup(group: Group, answers: Sides<FormAnswers>, conflicts: AnswerConflict[]): FormAnswers {
  const named = (side: FormAnswers) => {
    const cards = cardsOf(group, side)
    const names = namesOf(cards)
    return new Map(cards.map((card, index) => [names[index] ?? '', card]))
  }
  const sides = { began: named(answers.began), mine: named(answers.mine), theirs: named(answers.theirs) }
  const isSingle = [sides.began, sides.mine, sides.theirs].every((cards) => cards.size <= 1)
  const merged: Card[] = []
  const put = (card: Card, found: readonly FoundConflict[]) => {
    conflicts.push(...found.map((one) => ({ ...one, index: merged.length })))
    merged.push(card)
  }
  if (isSingle) {
    const [began] = sides.began.values()
    const [mine] = sides.mine.values()
    const [theirs] = sides.theirs.values()
    put(...mergeCard(group, began, mine, theirs))
  } else {
    for (const [name, began] of sides.began) {
      const mine = sides.mine.get(name)
      const theirs = sides.theirs.get(name)
      if (mine !== undefined && theirs !== undefined) put(...mergeCard(group, began, mine, theirs))
      else {
        const kept = mine ?? theirs
        if (kept === undefined || sameCard(kept, began)) continue
        put(kept, [
          { of: 'card', ...whose(group, kept), removedBy: mine === undefined ? 'mine' : 'theirs', subjects: group },
        ])
      }
    }
    const added = (cards: ReadonlyMap<string, Card>) => [...cards].filter(([name]) => !sides.began.has(name))
    const others = new Map(added(sides.theirs))
    for (const [name, mine] of added(sides.mine)) {
      const isKnown = mine[0]?.entity !== undefined
      const same = isKnown ? others.get(name) && name : [...others].find(([, theirs]) => sameCard(mine, theirs))?.[0]
      const theirs = same === undefined ? undefined : others.get(same)
      if (same !== undefined) others.delete(same)
      put(...(theirs === undefined ? ([mine, []] as const) : mergeCard(group, undefined, mine, theirs)))
    }
    for (const card of others.values()) put(card, [])
  }
  return Object.fromEntries(
    group.map((subject, position) => [subject, merged.map((card) => card[position] ?? { values: nothing })]),
  )
}

type WithoutIndex<C> = C extends AnswerConflict ? Omit<C, 'index'> : never
type FoundConflict = WithoutIndex<AnswerConflict>

function whose([root]: Group, card: Card): { readonly subject: string; readonly entity?: EntityId } {
  const entity = card[0]?.entity
  return { subject: root, ...(entity === undefined ? {} : { entity }) }
}

/** Merges the instances of one card, which both sides have; in a single subject one side may have none. */
function mergeCard(
  group: Group,
  began: Card | undefined,
  mine: Card | undefined,
  theirs: Card | undefined,
): readonly [Card, readonly FoundConflict[]] {
  const found: FoundConflict[] = []
  const card = group.map((subject, position) =>
    mergeInstance(subject, began?.[position], mine?.[position], theirs?.[position], found),
  )
  return [card, found]
}

function mergeInstance(
  subject: string,
  began: SubjectAnswers | undefined,
  mine: SubjectAnswers | undefined,
  theirs: SubjectAnswers | undefined,
  found: FoundConflict[],
): SubjectAnswers | undefined {
  if (sameInstance(mine, began) || sameInstance(mine, theirs)) return theirs
  if (sameInstance(theirs, began)) return mine
  if (mine?.entity !== theirs?.entity) {
    found.push({ of: 'who', subject, mine: mine ?? { values: nothing }, theirs: theirs ?? { values: nothing } })
    return theirs ?? { values: nothing }
  }
  const entity = theirs?.entity
  const about = { subject, ...(entity === undefined ? {} : { entity }) }
  let values = nothing
  for (const control of controlsOf(began, mine, theirs)) {
    const [before, one, other] = [began, mine, theirs].map((side) => side?.values[control])
    const stands = sameAnswer(one, before) ? other : sameAnswer(other, before) ? one : other
    if (!sameAnswer(one, other) && !sameAnswer(one, before) && !sameAnswer(other, before))
      found.push({
        of: 'answer',
        ...about,
        control,
        ...(one === undefined ? {} : { mine: one }),
        ...(other === undefined ? {} : { theirs: other }),
      })
    values = withAnswer(values, control, stands)
  }
  return { ...(entity === undefined ? {} : { entity }), values }
}
