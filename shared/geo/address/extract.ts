import { communityAt, namedAt } from './below'
import { type Dictionary, placeNumbered } from './dictionary'
import { finish, type ParsedAddress, type ParseOptions, type Regions } from './parse'
import { type Chain, chainAt, regionLevels } from './regions'
import type { Span } from './tail'
import { type Folded, fold, isHan } from './text'

/** A place that a longer text mentions: `text` is what stands from `start` to `end`. */
export interface PlaceMention extends ParsedAddress {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Ends a clause; an address does not go on behind it. */
const clauseEnd = /[。！？!?；;\n，,、：:（）()]/
/** A name nobody knows is taken for a compound's only when it ends like one or a number follows. */
const compoundName =
  /^[㐀-鿿A-Z0-9]{1,9}?(小区|花园|花苑|家园|公寓|大厦|广场|新村|新苑|山庄|嘉园|雅苑|名苑|[东南西北]里|一里|二里|三里|[苑园]|[东南西北一二三四五六七八九十]区)/

/**
 * The places a paragraph mentions, in its order: divisions by name, known compounds and roads, with what is written below them.
 * @param options.context where the writer is: communities, compounds and roads there are found by their bare names.
 */
export function extractPlaces(text: string, dictionary: Dictionary, options: ParseOptions = {}): PlaceMention[] {
  const folded = fold(text)
  const within = options.context === undefined ? undefined : placeNumbered(dictionary, options.context)
  const mentions: PlaceMention[] = []
  let at = 0
  while (at < folded.text.length) {
    const regions = isHan(folded.text.charAt(at)) ? beginsAt(dictionary, folded.text, at, within) : undefined
    const mention = regions === undefined ? undefined : mentionOf(dictionary, folded, at, regions, within)
    if (mention === undefined) at++
    else {
      mentions.push(mention.mention)
      at = mention.end
    }
  }
  return mentions
}

/** Reads regions, or a known place below them, at one position. */
function beginsAt(dictionary: Dictionary, text: string, at: number, within: number | undefined): Regions | undefined {
  const clause = clauseFrom(text, at)
  const chain = chainAt(dictionary, text.slice(0, clause), at, within)
  if (chain !== undefined && isMention(dictionary, chain, within)) {
    return { readings: chain.readings, scope: chain.scope, pieces: [{ from: chain.end, to: clause }] }
  }
  const territories = within === undefined ? [] : [within]
  const known =
    namedAt(dictionary, text, at, false, territories) ??
    namedAt(dictionary, text, at, true, territories) ??
    (within === undefined ? undefined : communityAt(dictionary, text, at, territories, () => false))
  return known === undefined ? undefined : { readings: [], scope: [], pieces: [{ from: at, to: clause }] }
}

function clauseFrom(text: string, at: number): number {
  const length = text.slice(at).search(clauseEnd)
  return length < 0 ? text.length : at + length
}

/** In running text a name has to be whole, or two names have to support each other. */
function isMention(dictionary: Dictionary, chain: Chain, within: number | undefined): boolean {
  if (chain.scope.length === 0) return false
  const [first] = chain.readings
  if (first === undefined || chain.score <= 0) return false
  if (chain.readings.length > 1) return first.form !== 'shape'
  const inContext =
    within !== undefined && chain.scope.some((place) => place >= within && dictionary.parents[place] !== undefined)
  if (first.form === 'full' || first.form === 'former') {
    return first.level < regionLevels.subdistrictLevel || chain.scope.length === 1 || inContext
  }
  return first.form === 'kin' && first.level < regionLevels.subdistrictLevel
}

function mentionOf(
  dictionary: Dictionary,
  folded: Folded,
  start: number,
  regions: Regions,
  within: number | undefined,
): { mention: PlaceMention; end: number } | undefined {
  const whole = finish(dictionary, folded, regions, within)
  const end = endOf(folded.text, whole.spans, start, regions)
  if (end <= start) return undefined
  const pieces = regions.pieces.map(({ from, to }) => ({ from, to: Math.max(from, Math.min(to, end)) }))
  const { address } = finish(dictionary, folded, { ...regions, pieces }, within)
  if (address.candidates.length === 0) return undefined
  const from = folded.at[start] ?? 0
  const to = (folded.at[end - 1] ?? 0) + 1
  return { mention: { ...address, start: from, end: to, text: folded.written.slice(from, to) }, end }
}

/** Where the mention ends: behind its last number or name, a compound's name cut where its own ends. */
function endOf(text: string, spans: readonly Span[], start: number, { readings }: Regions): number {
  const regionEnd = readings.at(-1)?.end ?? start
  let end = regionEnd
  const below = [...spans].sort((one, other) => one.start - other.start)
  for (const [index, span] of below.entries()) {
    if (span.end <= end) continue
    // What follows after other words is not part of it any more.
    if (span.start > end + 2) break
    if (span.part === 'compound') {
      const next = below[index + 1]
      const numbered = next !== undefined && next.start <= span.end + 1 && /building|unit|door/.test(next.part)
      if (!numbered) {
        const name = compoundName.exec(text.slice(span.start, span.end))
        if (name !== null) end = span.start + name[0].length
        break
      }
    }
    end = span.end
  }
  return end
}
