import { type EntityKind, entityKinds } from '../knowledge/types'
import { clean } from './canonical'
import type { Headed } from './headings'
import { meaningsOf, roleName } from './meanings'
import { titleSays } from './nouns'
import { type ColumnMatch, settle } from './settle'
import { kindsOf, mainNoun, subtypesOf } from './sheet-subject'
import { type Sniffed, sniff } from './sniff'
import { headingBefore, lastNamed } from './surroundings'
import type { Vocabulary } from './vocabulary'

export interface SheetMatch {
  /** What a row of the sheet is. */
  readonly kind: EntityKind
  readonly subtypes: ReadonlySet<string>
  readonly columns: readonly ColumnMatch[]
  readonly seen: readonly Sniffed[]
}

/** @returns what each column of a sheet means */
export function matchSheet(vocabulary: Vocabulary, headed: Headed): SheetMatch {
  const seen = headed.headings.map(({ column }) => sniff(headed.rows.map((row) => row[column] ?? '')))
  const title = titleSays(headed.title)
  const kinds = kindsOf(vocabulary, headed, title.kinds)
  const kind = entityKinds.reduce((best, one) => (kinds[one] > kinds[best] ? one : best), 'person')
  const byHousehold = !headed.headings.some(({ heading }) => /^(姓名|人员姓名|本人姓名)$/.test(clean(heading).text))
  const sheet = {
    kind,
    kinds,
    subtypes: new Set([...title.subtypes, ...subtypesOf(vocabulary, headed, kind, title.subtypes)]),
    title: headed.title,
    byHousehold,
    noun: mainNoun(headed.headings),
  }
  const found = headed.headings.map((heading, at) =>
    meaningsOf(vocabulary, sheet, heading, seen[at], {
      who: lastNamed(vocabulary, sheet, headed.headings, at),
      heading: headingBefore(headed.headings, at),
    }),
  )
  const named = roleName(vocabulary, sheet, headed.headings, found)
  if (named) found[named.at] = [named.found]
  const settled = settle(sheet, headed.headings, found)
  return { kind, subtypes: title.subtypes, seen, columns: settled }
}
