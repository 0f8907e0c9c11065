/** A piece of a text, and whether it decided something. */
export interface Piece {
  readonly words: string
  readonly marked: boolean
  /** Where it begins. */
  readonly at: number
}

interface Span {
  readonly start: number
  readonly end: number
}

/** @returns the text in pieces, those in a span marked; spans may overlap and come in any order */
export function piecesOf(text: string, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start || one.end - other.end)) {
    const from = Math.max(at, Math.max(0, start))
    const to = Math.min(text.length, end)
    if (to <= from) continue
    if (from > at) pieces.push({ words: text.slice(at, from), marked: false, at })
    pieces.push({ words: text.slice(from, to), marked: true, at: from })
    at = to
  }
  return at < text.length ? [...pieces, { words: text.slice(at), marked: false, at }] : pieces
}
