import { clean, tokensOf } from './canonical'
import type { Heading } from './headings'
import { likenesses } from './likeness'
import type { Sheet } from './sheet-subject'
import type { Vocabulary, Who } from './vocabulary'

/** What stands before a heading. */
export interface Before {
  /** Whom the columns before speak of. */
  readonly who: Who | undefined
  readonly heading: string
}

/** How far back the licence stands whose 有效期至 a column is. */
const mostBack = 3

/** @returns the heading just before, or for a bare 有效期至 that of the licence or certificate a little before */
export function headingBefore(headings: readonly Heading[], at: number): string {
  const before = headings.slice(Math.max(0, at - mostBack), at).reverse()
  const isBare = isBareHead(clean(headings[at]?.heading ?? '').text, ['#until'])
  const licence = isBare
    ? before.find(({ heading }) => /证(书)?(编号|号码|号)?$|执照号?$/.test(clean(heading).text))
    : undefined
  return (licence ?? before[0])?.heading ?? ''
}

/** @returns what a heading says in full: after 食品经营许可证编号, 许可证有效期 or 有效期至 are those of that licence */
export function continuing(before: string, text: string): string | undefined {
  const { text: above } = clean(before)
  const stem = above.replace(/(编号|号码|号|名称|类型|类别|情况|办理情况)$/, '')
  if (stem.length < 2 || text.startsWith(stem)) return undefined
  if (isBareHead(text, ['#until', '#date'])) return stem + text
  for (let length = stem.length - 1; length >= 2; length--) {
    const tail = stem.slice(-length)
    if (text.startsWith(tail) && text.length > tail.length) return stem + text.slice(tail.length)
  }
  return undefined
}

/** @returns whether a text is one general word only, of these classes or of any */
export function isBareHead(text: string, heads?: readonly string[]): boolean {
  const tokens = tokensOf(text)
  const [only = ''] = tokens
  return tokens.length === 1 && only.startsWith('#') && (heads === undefined || heads.includes(only))
}

/** 申请人 of a request is who fills the form in, the main person of what is said of people. */
export const isOneself = (who: Who): boolean => who.relation.code === 'applied-by'

export function whoBefore(vocabulary: Vocabulary, sheet: Sheet, text: string): readonly Who[] {
  const all = (vocabulary.whoByStart.get(text.charAt(0)) ?? []).filter(({ word }) => text.startsWith(word))
  const longest = Math.max(0, ...all.map(({ word }) => word.length))
  const same = all.filter(
    ({ word, from, relation }) =>
      word.length === longest && (from === sheet.kind || relation.code !== 'emergency-contact'),
  )
  // The one that starts at what the sheet is about, else whichever there is.
  const near = same.filter(({ from }) => from === sheet.kind)
  return near.length > 0 ? near : same
}

/** How many columns about somebody follow their name. */
const mostFollowing = 4

/** @returns whom the columns just before speak of: 产权人 | 身份证号 | 联系电话 */
export function lastNamed(
  vocabulary: Vocabulary,
  sheet: Sheet,
  headings: readonly Heading[],
  at: number,
): Who | undefined {
  for (let before = at - 1; before >= Math.max(0, at - mostFollowing); before--) {
    const heading = headings[before]
    if (heading === undefined) return undefined
    const [who] = whoBefore(vocabulary, sheet, clean(heading.heading).text)
    if (who) return who.kind === 'person' ? who : undefined
    if (!isOfPeople(vocabulary, clean(heading.heading).text)) return undefined
  }
  return undefined
}

const isOfPeople = (vocabulary: Vocabulary, text: string): boolean =>
  likenesses(vocabulary, text).some(
    ({ how, meaning }) => how === 'same' && (meaning.bearer === 'person' || meaning.code === 'person.mobile'),
  )
