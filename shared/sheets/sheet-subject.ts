import { subtypes as allSubtypes } from '../knowledge/search'
import type { EntityKind } from '../knowledge/types'
import { isAddressStep } from './address'
import { clean, readingsOf } from './canonical'
import type { Headed, Heading } from './headings'
import { likenesses } from './likeness'
import { nounsBefore } from './nouns'
import type { Vocabulary } from './vocabulary'

export interface Sheet {
  readonly kind: EntityKind
  readonly kinds: Readonly<Record<EntityKind, number>>
  readonly subtypes: ReadonlySet<string>
  readonly title: string
  /** No column is just 姓名: 户主身份证号 is that of whom the row is about. */
  readonly byHousehold: boolean
  /** Whom a list of people is about, as its column of names says: 老人 of 老人姓名, blank of 姓名; nothing where no column is one of names. */
  readonly noun: string | undefined
}

/** Columns that only one class inside the kind has, before the sheet is taken to be of that class. */
const leastColumns = 2

/** What more classes than this have says nothing of either. */
const mostClasses = 3

/** @returns the classes inside the kind that several columns are about: 末次月经 and 孕次 make it a list of pregnant women */
export function subtypesOf(
  vocabulary: Vocabulary,
  headed: Headed,
  kind: EntityKind,
  told: ReadonlySet<string>,
): readonly string[] {
  // What the title says of a kind stands.
  const open = ([kind, 'event'] as const).filter(
    (one) => !allSubtypes.some(({ code, kind: its }) => its === one && told.has(code)),
  )
  const columns = new Map<string, number>()
  for (const { heading } of headed.headings) {
    const found = likenesses(vocabulary, clean(heading).text).filter(
      ({ how, meaning }) => how !== 'near' && open.includes(meaning.bearer),
    )
    const [only] = found
    if (found.length !== 1 || !only || only.meaning.subtypes.length > mostClasses) continue
    for (const one of only.meaning.subtypes) columns.set(one, (columns.get(one) ?? 0) + 1)
  }
  return [...columns].filter(([, count]) => count >= leastColumns).map(([code]) => code)
}

export function mainNoun(headings: readonly Heading[]): string | undefined {
  for (const { heading } of headings) {
    const { text } = clean(heading)
    if (/^(姓名|名字)$/.test(text)) return ''
    const [noun] = nounsBefore(text)
    if (noun?.kind === 'person' && /^(姓名|名字)$/.test(text.slice(noun.word.length))) return noun.word
  }
  return undefined
}

/** Each heading votes for the kinds that have an attribute of that name; the fewer kinds have it, the more. */
export function kindsOf(
  vocabulary: Vocabulary,
  headed: Headed,
  title: Readonly<Record<EntityKind, number>>,
): Record<EntityKind, number> {
  const votes: Record<EntityKind, number> = { ...title }
  for (const { heading } of headed.headings) {
    const cleaned = clean(heading)
    if (isAddressStep(cleaned.text)) continue
    const bearers = new Set<EntityKind>()
    for (const reading of readingsOf(cleaned)) {
      for (const one of likenesses(vocabulary, reading.text)) {
        if (one.how !== 'near' && one.meaning.code !== 'event.note') bearers.add(one.meaning.bearer)
      }
      for (const noun of nounsBefore(reading.text)) bearers.add(noun.kind)
    }
    for (const one of bearers) votes[one] += 1 / bearers.size ** 1.5
  }
  return votes
}

/** What the sheet is about, or what that which happens in it happens to. */
export function isClose(bearer: EntityKind, { kind, kinds }: Sheet): boolean {
  if (bearer === kind) return true
  if (kind !== 'event') return false
  const { event: _, ...others } = kinds
  return kinds[bearer] >= 1 && kinds[bearer] >= 0.7 * Math.max(...Object.values(others))
}

export const deedsDone = /检查|排查|巡查|走访|入户|摸排|巡检|探访/
